import { Agent, request } from 'node:http'
import { test } from 'tap'
import { testOn } from '../support/database.js'
import { demoEnvironment } from '../support/demo-environment.js'
import { compiled, OwnProcess } from '../support/process.js'

/** Fewer are refused. */
const limit = 512
const clients = 700

testOn(
  'postgresql',
  'of more clients than open files those beyond the limit are answered 503, with a warning, and no look-up fails for want of files',
  async (t) => {
    const { env } = await demoEnvironment(t)
    const limited = ['bash', '-c', `ulimit -n ${limit}; exec "$0" "$@"`, process.execPath] as const
    const server = new OwnProcess(t, compiled('src/main.ts'), [], { ...env, PORT: '0' }, limited)
    const [, address = ''] = await server.waitFor(/(?:listens on|operations at) (http[^\s"]+)/)

    const agent = new Agent({ keepAlive: true, maxSockets: clients, maxFreeSockets: clients })
    t.teardown(() => agent.destroy())
    const lookUp = () =>
      new Promise<number>((resolve) => {
        const headers = { authorization: 'Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G' }
        request(`${address}/v1/api/auth`, { agent, headers }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode ?? 0))
        })
          .on('error', () => resolve(0))
          .end()
      })
    const statuses = new Map<number, number>()
    for (let wave = 0; wave < 5; wave++) {
      for (const status of await Promise.all(Array.from({ length: clients }, lookUp))) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    }
    t.comment(JSON.stringify([...statuses]))
    t.strictSame(
      [...statuses.keys()].filter((status) => ![0, 200, 503].includes(status)),
      [],
    )
    t.ok((statuses.get(200) ?? 0) >= 500)
    t.ok((statuses.get(503) ?? 0) > 0)
    t.match(server.output, new RegExp(`"openFilesLimit":${limit}.*connections answered 503`))
    agent.destroy()
    t.equal((await fetch(`${address}/readyz`)).status, 200, 'it is ready once they have gone')
  },
)

void test('a process that may open too few files for Node to load its modules says so and ends', async (t) => {
  const limited = ['bash', '-c', 'ulimit -n 256; exec "$0" "$@"', process.execPath] as const
  const { code, output } = await new OwnProcess(t, compiled('src/cli/tokenwright.ts'), ['serve'], {}, limited).ended
  t.equal(code, 1)
  t.equal(output, 'tokenwright cannot start: it may open 256 files only; allow 512 or more (ulimit -n 512)\n')
})
