import { type Kysely, sql } from 'kysely'
import { Batcher, type BatchingOptions } from '../../concurrency/batcher.js'
import { answersByPosition } from '../../database/answers-by-position.js'
import { fixedStatement } from '../../database/fixed-statement.js'
import type { AccessKeyRow, Database } from '../../database/schema.js'
import { unexpiredDigests } from '../../database/unexpired-digests.js'
import type { AccessKeyWithSecrets } from './access-key.js'

export interface AccessKeys {
  /**
   * The record of an access key, whatever its state, with those of its secrets that are not expired.
   * @param caller who waits for the answer
   */
  find(accessKey: string, now: Date, signal?: AbortSignal): Promise<AccessKeyWithSecrets | undefined>
}

interface FoundRow extends Pick<AccessKeyRow, 'id' | 'user_id' | 'account' | 'company' | 'roles' | 'state'> {
  readonly position: number
  readonly key_expires_at: Date | null
  /** Null, as its expiry, where the key has no secret. */
  readonly digest: Buffer | null
  readonly expires_at: Date | null
}

/** @param batching how look-ups are brought together */
export function accessKeys(db: Kysely<Database>, batching?: BatchingOptions): AccessKeys {
  const selectKeys = fixedStatement(
    db,
    (accessKeys: readonly string[]) => sql<FoundRow>`
      select asked.position::integer as position, key.id, key.user_id, key.account, key.company, key.roles, key.state,
        key.expires_at as key_expires_at, secret.digest, secret.expires_at
      from unnest(${accessKeys}::text[]) with ordinality as asked (access_key, position)
      join access_keys as key on key.access_key = asked.access_key
      left join access_key_secrets as secret on secret.access_key_id = key.id`,
  )
  const lookUps = new Batcher<{ accessKey: string; now: Date }, AccessKeyWithSecrets | undefined>(async (asked) => {
    const rows = await selectKeys(asked.map(({ accessKey }) => accessKey))
    return answersByPosition(asked, rows, (found, { now }) => ({
      id: found[0].id,
      userId: found[0].user_id,
      account: found[0].account,
      company: found[0].company,
      roles: found[0].roles,
      status: found[0].state,
      expiresAt: found[0].key_expires_at,
      secretDigests: unexpiredDigests(found, now),
    }))
  }, batching)
  return { find: (accessKey, now, caller) => lookUps.ask({ accessKey, now }, caller) }
}
