import { once } from 'node:events'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { postgresqlUrl } from './database.js'
import type { TestServer } from './server.js'

/** Makes calls that are all under way before the first of them can change a row: none comes after another for chance. */
export async function overlapping<Reply>(
  { app, db }: Pick<TestServer, 'app' | 'db'>,
  table: 'broker_users' | 'access_keys',
  id: string,
  start: readonly (() => Promise<Reply>)[],
): Promise<Reply[]> {
  const calls: Promise<Reply>[] = []
  await db.transaction().execute(async (holder) => {
    await sql`select from ${sql.table(table)} where id = ${id} for update`.execute(holder)
    for (const call of start) {
      const received = once(app.server, 'request')
      calls.push(call())
      await received
    }
    if (postgresqlUrl === undefined) {
      // One connection: what arrives now waits for this transaction, and then takes turns.
      await setImmediate()
      return
    }
    // On another connection: within a transaction the view stays as it was first seen.
    const waiting = async (): Promise<number> => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::integer as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
      return rows[0]?.count ?? 0
    }
    while ((await waiting()) < start.length) await setTimeout(5)
  })
  return Promise.all(calls)
}
