import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from './schema.js'

/** How many pages of a table are read at most: 8 MB, which takes some 20 ms. A table of a million gateway tokens has 250 MB. */
const maxPages = 1_000

/** Numbers of rows, of all rows or scaled up from a sample. */
export interface SampledCounts<Name extends string> {
  readonly counts: Readonly<Record<Name, number>>
  /** Whether the table is so large that only a sample was read. */
  readonly isEstimate: boolean
}

/**
 * Counts the rows of a table that meet conditions, within a bounded time: a table of up to 8 MB is read whole, of a larger one randomly
 * chosen pages. The same pages are chosen each time, so that the numbers do not flicker.
 * @param conditions by the name of their count; they name columns of the table
 */
export async function countInSample<Name extends string>(
  db: Kysely<Database>,
  table: keyof Database,
  conditions: Readonly<Record<Name, RawBuilder<boolean>>>,
): Promise<SampledCounts<Name>> {
  const percent = Math.min(100, (100 * maxPages) / (await countPages(db, table)))
  const columns = Object.entries<RawBuilder<boolean>>(conditions).map(
    ([name, condition]) => sql`count(*) filter (where ${condition}) as ${sql.ref(name)}`,
  )
  // Raw: the builder has no samples of tables.
  const { rows } = await sql<Record<Name, string>>`
    select ${sql.join(columns)} from ${sql.table(table)} tablesample system (${percent}::real) repeatable (1)`.execute(
    db,
  )
  const scaled = Object.entries<string>(rows[0] ?? {}).map(([name, count]) => [
    name,
    Math.round((Number(count) * 100) / percent),
  ])
  return { counts: Object.fromEntries(scaled), isEstimate: percent < 100 }
}

async function countPages(db: Kysely<Database>, table: keyof Database): Promise<number> {
  const { rows } = await sql<{ pages: string }>`
    select pg_relation_size(to_regclass(${table})) / current_setting('block_size')::bigint as pages`.execute(db)
  return Math.max(1, Number(rows[0]?.pages))
}
