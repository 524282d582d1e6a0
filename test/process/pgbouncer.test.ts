import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../../scripts/test/free-port.js'
import { testOn } from '../support/database.js'
import { demoEnvironment } from '../support/demo-environment.js'
import { until200 } from '../support/instances.js'
import { loadOn } from '../support/load.js'
import { keepsPreparedStatements, noPgbouncer, startPgbouncer } from '../support/pgbouncer.js'
import { OwnProcess } from '../support/process.js'

const settings = noPgbouncer || !keepsPreparedStatements() ? ['0'] : ['0', '1']

for (const prepare of settings) {
  testOn(
    'postgresql',
    `behind PgBouncer in transaction mode two instances fail no request (DATABASE_PREPARE=${prepare})`,
    async (t) => {
      const { env } = await demoEnvironment(t)
      const DATABASE_URL = await startPgbouncer(t, env.DATABASE_URL ?? '')
      const own = { ...env, DATABASE_URL, DATABASE_PREPARE: prepare, INTERNAL_PORT: '0', LOG_LEVEL: 'warn' }
      const addresses = await Promise.all(
        [1, 2].map(async () => {
          const port = await freePort()
          const server = new OwnProcess(t, 'src/main.ts', [], { ...own, PORT: String(port) })
          await server.waitFor(/listens on/)
          const baseUrl = `http://127.0.0.1:${port}`
          await until200(`${baseUrl}/readyz`)
          return baseUrl
        }),
      )
      const loads = await Promise.all(addresses.map((baseUrl) => loadOn(baseUrl)))
      // Statements are prepared at their fifth use.
      while (loads.some(({ load }) => Object.values(load.counts).some((count) => count < 10))) await delay(100)
      for (const { load } of loads) {
        await load.end()
        t.comment(JSON.stringify(load.counts))
        t.strictSame(load.failures, [])
      }
    },
    noPgbouncer,
  )
}
