import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.js'
import type { AccessKeyWithSecrets } from '../domain/access-key.js'
import type { Digest } from '../domain/digest.js'

export interface AccessKeys {
  /** The record of an access key, whatever its state, with those of its secrets that are not expired. */
  find(accessKey: string, now: Date): Promise<AccessKeyWithSecrets | undefined>
}

export function accessKeys(db: Kysely<Database>): AccessKeys {
  return {
    async find(accessKey, now) {
      const rows = await db
        .selectFrom('access_keys as key')
        .leftJoin('access_key_secrets as secret', (join) =>
          join
            .onRef('secret.access_key_id', '=', 'key.id')
            .on(({ or, eb }) => or([eb('secret.expires_at', 'is', null), eb('secret.expires_at', '>', now)])),
        )
        .select([
          'key.id',
          'key.user_id',
          'key.account',
          'key.company',
          'key.roles',
          'key.state',
          'key.expires_at',
          'secret.digest',
        ])
        .where('key.access_key', '=', accessKey)
        .execute()
      const [row] = rows
      return (
        row && {
          id: row.id,
          userId: row.user_id,
          account: row.account,
          company: row.company,
          roles: row.roles,
          status: row.state,
          expiresAt: row.expires_at,
          secretDigests: rows.flatMap(({ digest }) => (digest === null ? [] : [digest as Digest])),
        }
      )
    },
  }
}
