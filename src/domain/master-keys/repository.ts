import { type Kysely, sql } from 'kysely'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import type { Database } from '../../database/schema.js'

/** Stores which master keys were ever used with this database. */
export class MasterKeyRepository {
  /** In the order of their first use. */
  async list(db: Kysely<Database>): Promise<KeyFingerprint[]> {
    const rows = await db
      .selectFrom('master_keys')
      .select('fingerprint')
      .orderBy('first_used_at')
      .orderBy('fingerprint')
      .execute()
    return rows.map(({ fingerprint }) => fingerprint)
  }

  /** Notes that a key is used, as the newest one unless it is known. */
  async register(db: Kysely<Database>, fingerprint: KeyFingerprint, at: Date): Promise<void> {
    await db
      .insertInto('master_keys')
      .columns(['fingerprint', 'first_used_at'])
      .expression(({ fn, val, selectFrom }) =>
        // Later than every other one, whatever the clocks of the instances say.
        selectFrom('master_keys').select([
          val(fingerprint).as('fingerprint'),
          fn<Date>('greatest', [val(at), sql`max(first_used_at) + interval '1 millisecond'`]).as('first_used_at'),
        ]),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
