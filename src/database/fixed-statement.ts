import { CompiledQuery, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from './schema.js'

/**
 * A statement whose text is always the same. It is put together once: for a statement that finds a few rows that takes longer than to
 * find them.
 * @param write makes the statement with each value as one parameter, in the order of the values
 */
export function fixedStatement<Values extends readonly unknown[], Row>(
  db: Kysely<Database>,
  write: (...values: Values) => RawBuilder<Row>,
): (...values: Values) => Promise<readonly Row[]> {
  let text: string | undefined
  return async (...values) => {
    text ??= write(...values).compile(db).sql
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))
    return rows
  }
}
