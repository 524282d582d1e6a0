import type { Test } from 'tap'
import { testOn } from '../support/database.js'
import { demoEnvironment } from '../support/demo-environment.js'
import { OwnProcess } from '../support/process.js'

/** Signs in wrongly, each time as somebody who says to come from another address. Gives the statuses. */
async function guess(t: Test, trustedProxies: string): Promise<number[]> {
  const { env } = await demoEnvironment(t)
  const server = new OwnProcess(t, 'src/main.ts', [], { ...env, PORT: '0', TRUSTED_PROXIES: trustedProxies })
  const [, address] = await server.waitFor(/listens on (\S+)/)
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
  t.strictSame(await guess(t, '192.0.2.1, 127.0.0.0/8'), [401, 401, 401, 401, 401, 401, 401])
})

testOn('postgresql', 'X-Forwarded-For of any other address is not believed', async (t) => {
  for (const trustedProxies of ['', '192.0.2.1']) {
    await t.test(trustedProxies || 'no proxy is listed', async (t) => {
      const statuses = await guess(t, trustedProxies)
      t.strictSame(statuses.slice(0, 5), [401, 401, 401, 401, 401])
      t.ok(statuses.includes(429), 'it is one caller, who is made to wait')
    })
  }
})
