import type { Kysely } from 'kysely'
import type { Database } from './schema.js'

/** Whether the demo rows are in. One of them stands for all: they come and go together. */
export async function hasDemo(db: Kysely<Database>): Promise<boolean> {
  const row = await db
    .selectFrom('gateway_tokens')
    .select('link')
    .where('link', '=', '550e8400-e29b-41d4-a716-446655440000')
    .executeTakeFirst()
  return row !== undefined
}
