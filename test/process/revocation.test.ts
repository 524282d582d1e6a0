import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../../scripts/test/free-port.js'
import { testOn } from '../support/database.js'
import { instances } from '../support/instances.js'
import { Load } from '../support/load.js'

const rounds = 60
const demoToken = 'twg_GatewayAccount1DemoTokenIsActive2qte6G'

testOn('postgresql', 'a token that one instance revokes is refused by the very next look-up at another', async (t) => {
  const { ports, start } = await instances(t)
  const internal = `http://127.0.0.1:${await freePort()}`
  await start(ports[0], { INTERNAL_PORT: new URL(internal).port })
  await start(ports[1])
  const lookUp = async (
    port: number,
    token: string,
  ): Promise<{ status: number; body: Partial<Record<string, string>> }> => {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/api/auth`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return { status: answer.status, body: JSON.parse(await answer.text()) }
  }
  const call = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${internal}${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return JSON.parse(await answer.text())
  }

  const load = new Load('')
  for (const port of ports) {
    for (let caller = 0; caller < 4; caller++) {
      load.repeat(`look-ups at ${port}, ${caller}`, 1, async () => {
        const { status } = await lookUp(port, demoToken)
        if (status !== 200) throw new Error(String(status))
      })
    }
  }
  let refused = 0
  for (let round = 0; round < rounds; round++) {
    const account = `ACCOUNT ${round}`
    const path = `/v1/frontend/auth/${encodeURIComponent(account)}`
    const { token } = await call('POST', '/v1/frontend/auth', { account_id: account, description: 'to be revoked' })
    const before = await lookUp(ports[1], token)
    if (before.status !== 200) t.fail(`round ${round}: ${before.status} before the token was revoked`)
    const { tokens } = await call('GET', path)
    await call('DELETE', path, { token_link: tokens[0].token_link })
    const after = await lookUp(ports[1], token)
    if (after.status === 401 && after.body.error_identifier === 'AUTH_TOKEN_REVOKED') refused++
    else t.fail(`round ${round}: ${after.status} after the token was revoked`)
  }
  while (Object.values(load.counts).some((count) => count < 20)) await delay(10)
  await load.end()
  t.equal(refused, rounds)
  t.strictSame(load.failures, [], `${load.total} other look-ups`)
})
