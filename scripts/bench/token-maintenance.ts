import type pg from 'pg'
import { spreadOf } from './spread.js'
import { withClient } from './with-client.js'

/** What a share of updated rows leaves behind, and what VACUUM takes for it. */
export interface Maintenance {
  /** Of updated rows, how many wrote to no index (heap-only tuples), in percent. */
  readonly hotPercent: number
  readonly grownBytesPerUpdate: number
  readonly vacuumSeconds: number
  /** To plan one look-up by digest, in ms: the median of many. */
  readonly planningMs: number
}

const updatedPercent = 1
const plannedTimes = 200

/** The table, or the table and its partitions. */
const parts = `(select 'gateway_tokens'::regclass as relid union select relid from pg_partition_tree('gateway_tokens')) as parts`

/** Moves the last use of one row in a hundred, as the server does, and vacuums. */
export async function maintain(url: string, size: number): Promise<Maintenance> {
  return withClient(url, async (client) => {
    const one = async (text: string): Promise<number> => {
      const { rows } = await client.query<{ value: number }>(text)
      return rows[0]?.value ?? Number.NaN
    }
    const bytes = () => one(`select sum(pg_total_relation_size(relid))::float8 as value from ${parts}`)
    await client.query('vacuum gateway_tokens')
    const planningMs = await planLookUps(client)
    // A transaction's counters are its own until it ends.
    await client.query('begin')
    const before = await bytes()
    await client.query(
      `update gateway_tokens set last_used_at = now()
       where link in (
         select (lpad(to_hex(1600000000000 + number), 12, '0') || '70008000' || lpad(to_hex(number), 12, '0'))::uuid
         from (select floor(random() * $1)::bigint as number from generate_series(1, $2)) as chosen)`,
      [size, Math.max(1, Math.floor((size * updatedPercent) / 100))],
    )
    const [updated, hot] = [
      await one(`select sum(pg_stat_get_xact_tuples_updated(relid))::float8 as value from ${parts}`),
      await one(`select sum(pg_stat_get_xact_tuples_hot_updated(relid))::float8 as value from ${parts}`),
    ]
    await client.query('commit')
    const grown = (await bytes()) - before
    const startedAtMs = performance.now()
    await client.query('vacuum gateway_tokens')
    return {
      hotPercent: (100 * hot) / updated,
      grownBytesPerUpdate: grown / updated,
      vacuumSeconds: (performance.now() - startedAtMs) / 1_000,
      planningMs,
    }
  })
}

/** @returns how long one takes, in ms */
async function planLookUps(client: pg.Client): Promise<number> {
  const times: number[] = []
  for (let number = 0; number < plannedTimes; number++) {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ 'Planning Time': number }] }>(
      'explain (summary, format json) select link from gateway_tokens where digest = any($1::bytea[])',
      [[Buffer.alloc(32, number)]],
    )
    times.push(rows[0]?.['QUERY PLAN'][0]['Planning Time'] ?? Number.NaN)
  }
  return spreadOf(times).median
}
