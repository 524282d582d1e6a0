import { type Kysely, sql } from 'kysely'
import { Batcher, type BatchingOptions } from '../../concurrency/batcher.js'
import type { AcceptedDigests, Digest } from '../../crypto/digest.js'
import { answersByPosition } from '../../database/answers-by-position.js'
import { fixedStatement } from '../../database/fixed-statement.js'
import { PresentedDigests } from '../../database/presented-digests.js'
import type { Database } from '../../database/schema.js'
import { unexpiredDigests } from '../../database/unexpired-digests.js'
import type { BrokerAccount, BrokerCredentials, BrokerUserId } from './broker-user.js'

export interface BrokerUsers {
  /**
   * The user with this hash, active or not, with the secrets that have not expired.
   * @param caller who waits for the answer
   */
  findCredentials(hashDigests: AcceptedDigests, now: Date, signal?: AbortSignal): Promise<BrokerCredentials | undefined>
  /**
   * The accounts of an active user in order of creation; `undefined` where there is no such user or it is deactivated.
   * @param caller who waits for the answer
   */
  findAccounts(userId: BrokerUserId, signal?: AbortSignal): Promise<BrokerAccount[] | undefined>
}

interface AskedCredentials {
  readonly hashDigests: AcceptedDigests
  readonly now: Date
}

interface CredentialsRow {
  readonly position: number
  readonly id: string
  readonly active: boolean
  /** Null, as its expiry, where the user has no secret. */
  readonly digest: Buffer | null
  readonly expires_at: Date | null
}

interface AccountRow {
  readonly position: number
  /** Null, as its token, where the user has no account. */
  readonly name: string | null
  readonly a_token: string | null
}

/** @param batching how look-ups are brought together */
export function brokerUsers(db: Kysely<Database>, batching?: BatchingOptions): BrokerUsers {
  const selectCredentials = fixedStatement(
    db,
    (hashDigests: readonly Digest[]) => sql<CredentialsRow>`
      select presented.position::integer as position, owner.id, owner.active, secret.digest, secret.expires_at
      from unnest(${hashDigests}::bytea[]) with ordinality as presented (digest, position)
      join broker_users as owner on owner.hash_digest = presented.digest
      left join broker_secrets as secret on secret.user_id = owner.id`,
  )
  const credentials = new Batcher<AskedCredentials, BrokerCredentials | undefined>(async (asked) => {
    const presented = new PresentedDigests(asked, ({ hashDigests }) => hashDigests)
    const rows = await selectCredentials(presented.list)
    return presented.answers(rows, (found, hashDigest, { now }) => ({
      userId: found[0].id as BrokerUserId,
      isActive: found[0].active,
      hashDigest,
      secretDigests: unexpiredDigests(found, now),
    }))
  }, batching)

  const selectAccounts = fixedStatement(
    db,
    (userIds: readonly BrokerUserId[]) => sql<AccountRow>`
      select asked.position::integer as position, account.name, account.a_token
      from unnest(${userIds}::uuid[]) with ordinality as asked (user_id, position)
      join broker_users as owner on owner.id = asked.user_id and owner.active
      left join broker_accounts as account on account.user_id = owner.id
      order by account.created_at, account.seq`,
  )
  const accounts = new Batcher<BrokerUserId, BrokerAccount[] | undefined>(async (userIds) => {
    const rows = await selectAccounts(userIds)
    // A user without accounts is one row of nulls.
    return answersByPosition(userIds, rows, (found) =>
      found.flatMap(({ name, a_token }) => (name === null || a_token === null ? [] : [{ name, aToken: a_token }])),
    )
  }, batching)

  return {
    findCredentials: (hashDigests, now, caller) => credentials.ask({ hashDigests, now }, caller),
    findAccounts: (userId, caller) => accounts.ask(userId, caller),
  }
}
