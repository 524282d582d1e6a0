import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { templateDatabase } from '../../scripts/test/postgresql-cluster.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import { createDatabase, postgresqlUrl, testOn } from '../support/database.js'
import { send } from '../support/http.js'
import { startServer } from '../support/server.js'
import { Wire } from '../support/wire.js'

testOn('postgresql', 'a call whose client has gone while it waited asks the database nothing', async (t) => {
  const url = await createDatabase(t, postgresqlUrl ?? '', templateDatabase)
  const [own, other] = [1, 2].map(() => openPostgresql({ url, onIdleError: () => {} }))
  t.teardown(() => Promise.all([own?.close(), other?.close()]))
  if (!own || !other) return
  const batches: number[] = []
  const db = own.db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (result.rows[0] && 'account_id' in result.rows[0] && 'is_revoked' in result.rows[0])
        batches.push(result.rows.length)
      return result
    },
  })
  const { app, baseUrl } = await startServer(t, { db })
  // A batch asks once for a token, however often it is presented.
  const tokens = await Promise.all(
    Array.from({ length: 5 }, async (_, index) => {
      const { text } = await send(baseUrl, {
        method: 'POST',
        path: '/v1/frontend/auth',
        headers: { 'content-type': 'application/json' },
        body: `{"account_id":"${index}","description":"one of those who wait"}`,
      })
      return (JSON.parse(text) as { token: string }).token
    }),
  )
  const lookUp = async (): Promise<Wire> => {
    const wire = await Wire.open(t, baseUrl)
    const received = once(app.server, 'request')
    wire.write(`GET /v1/api/auth HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${tokens.shift()}\r\n\r\n`)
    await received
    return wire
  }
  const waitingQueries = async (): Promise<number> => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(other.db)
    return rows[0]?.count ?? 0
  }

  const connections = () =>
    new Promise<number>((resolve) => app.server.getConnections((_error, count) => resolve(count)))

  const lock = await other.db.startTransaction().execute()
  t.teardown(async () => {
    if (!lock.isCommitted) await lock.rollback().execute()
  })
  await sql`lock table gateway_tokens in access exclusive mode`.execute(lock)
  // As many as are asked at the same time, one after the other; and three that wait for them.
  const first = await lookUp()
  while ((await waitingQueries()) < 1) await delay(10)
  const second = await lookUp()
  while ((await waitingQueries()) < 2) await delay(10)
  const [third, gone, alsoGone] = [await lookUp(), await lookUp(), await lookUp()]
  const before = await connections()
  for (const wire of [gone, alsoGone]) wire.socket.destroy()
  while ((await connections()) > before - 2) await delay(10)
  await lock.commit().execute()
  for (const wire of [first, second, third]) t.match(await wire.answer(), /^http\/1.1 200 /)

  t.strictSame(batches, [1, 1, 1])
})
