import type { Kysely, Transaction } from 'kysely'
import type { BatchingOptions } from '../../concurrency/batcher.js'
import { BatchedReads } from '../../database/batched-reads.js'
import { groupRows } from '../../database/group-rows.js'
import type { NearReads } from '../../database/near-reads.js'
import type { Database } from '../../database/schema.js'
import type { BrokerAccount, BrokerAccountRecord, BrokerUserId, NewBrokerAccount } from './broker-user.js'

export interface BrokerAccountRepositoryOptions {
  /** Answers the look-ups of several calls by one statement. */
  readonly reads: NearReads
  readonly batching?: Partial<BatchingOptions> | undefined
}

/** PostgreSQL accepts 65,535 parameters in a statement, and an account has five. */
const maxAccountsPerStatement = 10_000

/** The accounts of broker users. Those of a user are in order of creation. */
export class BrokerAccountRepository {
  readonly #ofActiveUsers: BatchedReads<BrokerUserId, BrokerAccount[]>

  constructor({ reads, batching }: BrokerAccountRepositoryOptions) {
    this.#ofActiveUsers = new BatchedReads(reads, 'broker accounts', selectOfActiveUsers, batching)
  }

  /** The accounts of an active user; `undefined` where there is no such user or it is deactivated. */
  findOfActiveUser(userId: BrokerUserId, signal?: AbortSignal): Promise<BrokerAccount[] | undefined> {
    return this.#ofActiveUsers.ask(userId, signal)
  }

  /** The accounts of users, by user. */
  async findOfUsers(
    db: Kysely<Database>,
    userIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly BrokerAccountRecord[]>> {
    const rows = await db
      .selectFrom('broker_accounts')
      .select(['id', 'user_id', 'name', 'a_token'])
      .where(({ eb, fn, val }) => eb('user_id', '=', fn.any(val(userIds))))
      .orderBy('created_at')
      .orderBy('seq')
      .execute()
    return groupRows(
      rows,
      ({ user_id }) => user_id,
      ({ id, name, a_token }) => ({ id, name, aToken: a_token }),
    )
  }

  /** Those of the account tokens that exist. */
  async findExistingATokens(db: Kysely<Database>, aTokens: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await db
      .selectFrom('broker_accounts')
      .select('a_token')
      .where(({ eb, fn, val }) => eb('a_token', '=', fn.any(val(aTokens))))
      .execute()
    return new Set(rows.map(({ a_token }) => a_token))
  }

  /**
   * Inserts accounts, except those whose account token exists.
   * @returns the ids of those that were inserted
   */
  async insert(
    trx: Transaction<Database>,
    accounts: readonly (NewBrokerAccount & { readonly userId: BrokerUserId })[],
  ): Promise<ReadonlySet<string>> {
    const inserted = new Set<string>()
    for (let start = 0; start < accounts.length; start += maxAccountsPerStatement) {
      const rows = await trx
        .insertInto('broker_accounts')
        .values(
          accounts.slice(start, start + maxAccountsPerStatement).map(({ id, userId, name, aToken, createdAt }) => ({
            id,
            user_id: userId,
            name,
            a_token: aToken,
            created_at: createdAt,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .execute()
      for (const { id } of rows) inserted.add(id)
    }
    return inserted
  }

  /** @returns whether the user had this account */
  async delete(db: Kysely<Database>, userId: BrokerUserId, accountId: string): Promise<boolean> {
    const { numDeletedRows } = await db
      .deleteFrom('broker_accounts')
      .where('id', '=', accountId)
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow()
    return numDeletedRows > 0n
  }
}

async function selectOfActiveUsers(
  db: Kysely<Database>,
  userIds: readonly BrokerUserId[],
): Promise<(BrokerAccount[] | undefined)[]> {
  const rows = await db
    .selectFrom('broker_users as owner')
    .leftJoin('broker_accounts as account', 'account.user_id', 'owner.id')
    .select(['owner.id', 'account.name', 'account.a_token'])
    .where(({ eb, fn, val }) => eb('owner.id', '=', fn.any(val<readonly string[]>(userIds))))
    .where('owner.active', '=', true)
    .orderBy('account.created_at')
    .orderBy('account.seq')
    .execute()
  const byUser = groupRows(
    rows,
    ({ id }) => id,
    ({ name, a_token }) => ({ name, aToken: a_token }),
  )
  // A user without accounts is one row of nulls.
  const isAccount = (account: { name: string | null; aToken: string | null }): account is BrokerAccount =>
    account.name !== null && account.aToken !== null
  return userIds.map((id) => byUser.get(id)?.filter(isAccount))
}
