import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { createOperatorClient } from '../../generated/operator/client.js'
import { freePort } from '../../scripts/test/free-port.js'
import { testOn } from '../support/database.js'
import { noHaproxy, startHaproxy } from '../support/haproxy.js'
import { instances, until200 } from '../support/instances.js'
import { loadOn } from '../support/load.js'
import type { OwnProcess } from '../support/process.js'

testOn(
  'postgresql',
  'the rotation of signing keys and of the master key under load of all five APIs refuses no valid request',
  async (t) => {
    const operatorKey = randomBytes(32).toString('hex')
    const { ports, masterKey, start } = await instances(t, { OPERATOR_KEY: operatorKey })
    const internalPorts = [await freePort(), await freePort()]
    const servers = new Map<number, OwnProcess>()
    const startAt = async (index: number, keys: Readonly<Record<string, string>>): Promise<void> => {
      const port = ports[index] ?? 0
      servers.set(index, await start(port, { ...keys, INTERNAL_PORT: String(internalPorts[index]) }))
    }
    await Promise.all(ports.map((_, index) => startAt(index, {})))
    const { proxy, baseUrl } = await startHaproxy(t, ports)
    await until200(`${baseUrl}/readyz`)
    const { load } = await loadOn(baseUrl)

    const operator = createOperatorClient({ baseUrl: `http://127.0.0.1:${internalPorts[0]}`, token: operatorKey })
    const apis = ['broker-token', 'partner-login', 'security-management'] as const
    for (const api of apis) {
      t.match(await operator.rotateSigningKey({ params: { api }, body: {} }), {
        status: 200,
        body: { state: 'published' },
      })
    }
    const states = async (): Promise<string[]> => {
      const { status, body } = await operator.listSigningKeys()
      return status === 200 ? body.items.map(({ api, state }) => `${api} ${state}`).sort() : [String(status)]
    }
    while ((await states()).some((state) => state.endsWith('published'))) await delay(500)
    t.strictSame(
      await states(),
      apis.flatMap((api) => [`${api} signing`, `${api} verifying`]),
      'the new keys sign, and the old ones verify',
    )
    await delay(2_000)
    t.strictSame(load.failures, [], `the signing keys: ${load.total} requests`)

    const newKey = randomBytes(32).toString('hex')
    const steps = [
      { MASTER_KEY: masterKey, MASTER_KEY_PREVIOUS: newKey },
      { MASTER_KEY: newKey, MASTER_KEY_PREVIOUS: masterKey },
    ]
    for (const [step, keys] of steps.entries()) {
      for (const index of ports.keys()) {
        const server = servers.get(index)
        server?.child.kill('SIGTERM')
        t.equal((await server?.ended)?.code, 0)
        await startAt(index, keys)
        await delay(1_000)
      }
      t.strictSame(load.failures, [], `step ${step + 1} of the master key: ${load.total} requests`)
    }
    await load.end()
    t.comment(`${load.total} requests, ${load.failures.length} failures: ${JSON.stringify(load.counts)}`)
    t.strictSame(load.failures, [])
    for (const [name, count] of Object.entries(load.counts)) t.ok(count >= 20, `${name}: ${count} requests`)
    for (const name of ['one', 'two']) t.match(proxy.output, new RegExp(` \\S+/${name} `), 'both instances served')
  },
  noHaproxy,
)
