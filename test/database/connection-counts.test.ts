import { setImmediate as tick } from 'node:timers/promises'
import { test } from 'tap'
import { Metrics } from '../../src/observability/metrics.js'
import { openTestDatabase } from '../support/database.js'

test('connections to the database are shown as they are when somebody asks', async (t) => {
  const connection = await openTestDatabase(t)
  const metrics = new Metrics()
  metrics.watchConnections(connection.counts)
  const shown = async (): Promise<Record<string, number>> =>
    Object.fromEntries(
      [...(await metrics.page()).matchAll(/^tokenwright_database_connections\{state="(\w+)"\} (\d+)$/gm)].map(
        ([, state, count]) => [state, Number(count)],
      ),
    )
  const largest = connection.kind === 'embedded' ? 1 : 10
  const holders = largest + 3
  let letGo = (): void => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const work = Array.from({ length: holders }, () => connection.db.connection().execute(() => held))
  let busy = await shown()
  // Connections to PostgreSQL take their time to come.
  while (busy.total !== largest || busy.idle !== 0) {
    await tick()
    busy = await shown()
  }
  t.strictSame(busy, { total: largest, idle: 0, waiting: 3 })
  letGo()
  await Promise.all(work)
  t.strictSame(await shown(), { total: largest, idle: largest, waiting: 0 })
})
