import { testOn } from '../support/database.js'
import { demoEnvironment } from '../support/demo-environment.js'
import { OwnProcess } from '../support/process.js'
import { startServer } from '../support/server.js'

/** Signs in wrongly, each time as somebody who says to come from another address. Gives the statuses. */
async function guess(address: string): Promise<number[]> {
  const statuses: number[] = []
  for (let attempt = 1; attempt <= 7; attempt++) {
    const answer = await fetch(`${address}/api/v2/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.51.100.${attempt}` },
      body: '{"username":"ethan.buckley@datastoreltd.biz","password":"not the password"}',
    })
    statuses.push(answer.status)
  }
  return statuses
}

testOn('postgresql', 'X-Forwarded-For of an address in TRUSTED_PROXIES is believed', async (t) => {
  const { env } = await demoEnvironment(t)
  const trusted = { TRUSTED_PROXIES: '192.0.2.1, 127.0.0.0/8' }
  const server = new OwnProcess(t, 'src/main.ts', [], { ...env, PORT: '0', ...trusted })
  const [, address = ''] = await server.waitFor(/listens on (\S+)/)
  t.strictSame(await guess(address), [401, 401, 401, 401, 401, 401, 401])
})

testOn('postgresql', 'X-Forwarded-For of any other address is not believed', async (t) => {
  for (const trustedProxies of [[], ['192.0.2.1']]) {
    await t.test(trustedProxies[0] ?? 'no proxy is listed', async (t) => {
      const { baseUrl } = await startServer(t, { trustedProxies })
      const statuses = await guess(baseUrl)
      t.strictSame(statuses.slice(0, 5), [401, 401, 401, 401, 401])
      t.ok(statuses.includes(429), 'it is one caller, who is made to wait')
    })
  }
})
