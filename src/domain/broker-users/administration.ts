import { type Kysely, type Selectable, sql } from 'kysely'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import type { StoredSecret } from '../../crypto/secret.js'
import { type Page, type PageRequest, pageOf } from '../../database/page.js'
import type { BrokerUserRow, Database } from '../../database/schema.js'
import { secretsIn } from '../secrets/repository.js'
import type { Rotation, SecretRecord } from '../secrets/rotation.js'
import type { BrokerAccount, BrokerUserId } from './broker-user.js'

export interface BrokerAccountRecord extends BrokerAccount {
  readonly id: string
}

/** A user as operators see it. */
export interface BrokerUserRecord {
  readonly id: BrokerUserId
  readonly name: string
  readonly isActive: boolean
  /** The last characters of the `hash`. */
  readonly hashHint: string
  /** Those that are valid, newest first. */
  readonly secrets: readonly SecretRecord[]
  /** In order of creation. */
  readonly accounts: readonly BrokerAccountRecord[]
  readonly createdAt: Date
}

export interface NewBrokerUser {
  readonly id: BrokerUserId
  readonly name: string
  readonly isActive: boolean
  /** With what the user signs in. */
  readonly hash: StoredSecret
  readonly secret: StoredSecret
  /** In order of creation. */
  readonly accounts: readonly BrokerAccountRecord[]
  readonly createdAt: Date
}

/** Users of the broker API, as operators work on them. `now` decides which secrets are shown as valid. */
export interface BrokerUsersAdministration {
  list(page: PageRequest, now: Date): Promise<Page<BrokerUserRecord>>
  find(id: BrokerUserId, now: Date): Promise<BrokerUserRecord | undefined>
  /**
   * Puts a user in, with its secret and accounts. For use in a transaction.
   * @returns false, and nothing is kept, where the hash or an `aToken` is taken
   */
  insert(user: NewBrokerUser): Promise<boolean>
  update(
    id: BrokerUserId,
    change: { readonly name?: string; readonly active?: boolean },
    now: Date,
  ): Promise<BrokerUserRecord | undefined>
  /** Removes a user with its secrets and accounts. False for an unknown one. */
  remove(id: BrokerUserId): Promise<boolean>
  /** Replaces the current secret. For use in a transaction. */
  rotateSecret(
    id: BrokerUserId,
    secret: StoredSecret,
    rotation: Rotation,
  ): Promise<BrokerUserRecord | 'unknown' | 'rotating'>
  /** For use in a transaction. */
  addAccount(
    userId: BrokerUserId,
    account: BrokerAccountRecord,
    createdAt: Date,
  ): Promise<'added' | 'unknown' | 'taken'>
  /** False where the user has no such account. */
  removeAccount(userId: BrokerUserId, accountId: string): Promise<boolean>
}

/** @param masterKey the key under which everything new is written */
export function brokerUsersAdministration(db: Kysely<Database>, masterKey: KeyFingerprint): BrokerUsersAdministration {
  const secrets = secretsIn(db, 'broker_secrets', masterKey)

  async function accountsOf(userIds: readonly string[]): Promise<Map<string, BrokerAccountRecord[]>> {
    const rows = await db
      .selectFrom('broker_accounts')
      .select(['id', 'user_id', 'name', 'a_token'])
      .where('user_id', '=', sql<string>`any(${userIds}::uuid[])`)
      .orderBy('created_at')
      .orderBy('seq')
      .execute()
    const byUser = new Map<string, BrokerAccountRecord[]>(userIds.map((id) => [id, []]))
    for (const { id, user_id, name, a_token } of rows) byUser.get(user_id)?.push({ id, name, aToken: a_token })
    return byUser
  }

  /** Adds what belongs to users, in two statements however many users there are. */
  async function completed(rows: readonly Selectable<BrokerUserRow>[], now: Date): Promise<BrokerUserRecord[]> {
    const ids = rows.map(({ id }) => id)
    const secretsByUser = await secrets.validOf(ids, now)
    const accountsByUser = await accountsOf(ids)
    return rows.map(({ id, name, active, hash_hint, created_at }) => ({
      id: id as BrokerUserId,
      name,
      isActive: active,
      hashHint: hash_hint,
      secrets: secretsByUser.get(id) ?? [],
      accounts: accountsByUser.get(id) ?? [],
      createdAt: created_at,
    }))
  }

  async function find(id: BrokerUserId, now: Date): Promise<BrokerUserRecord | undefined> {
    const rows = await db.selectFrom('broker_users').selectAll().where('id', '=', id).execute()
    const [user] = await completed(rows, now)
    return user
  }

  /** Keeps a user from being changed or removed by others until the transaction ends. False for an unknown one. */
  async function lock(id: BrokerUserId): Promise<boolean> {
    const row = await db.selectFrom('broker_users').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
    return row !== undefined
  }

  /** Puts accounts in, but for those whose `aToken` is taken. */
  async function insertAccounts(
    userId: BrokerUserId,
    accounts: readonly BrokerAccountRecord[],
    createdAt: Date,
  ): Promise<number> {
    const rows = await db
      .insertInto('broker_accounts')
      .values(
        accounts.map(({ id, name, aToken }) => ({ id, user_id: userId, name, a_token: aToken, created_at: createdAt })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    return rows.length
  }

  return {
    find,

    async list({ limit, before }, now) {
      let query = db.selectFrom('broker_users').selectAll()
      if (before !== undefined) query = query.where('seq', '<', before)
      const rows = await query
        .orderBy('seq', 'desc')
        .limit(limit + 1)
        .execute()
      const { items, next } = pageOf(rows, limit, (row) => row)
      return { items: await completed(items, now), next }
    },

    async insert({ id, name, isActive, hash, secret, accounts, createdAt }) {
      const rows = await db
        .insertInto('broker_users')
        .values({
          id,
          name,
          hash_digest: hash.digest,
          master_key: masterKey,
          hash_hint: hash.hint,
          active: isActive,
          created_at: createdAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .execute()
      if (rows.length === 0) return false
      await secrets.insert(id, secret, createdAt)
      if (accounts.length === 0 || (await insertAccounts(id, accounts, createdAt)) === accounts.length) return true
      // Nobody has seen the user yet; the transaction goes on, since the refusal is to be kept.
      await db.deleteFrom('broker_users').where('id', '=', id).execute()
      return false
    },

    async update(id, { name, active }, now) {
      const rows = await db
        .updateTable('broker_users')
        .set({ ...(name !== undefined && { name }), ...(active !== undefined && { active }) })
        .where('id', '=', id)
        .returningAll()
        .execute()
      const [user] = await completed(rows, now)
      return user
    },

    async remove(id) {
      const rows = await db.deleteFrom('broker_users').where('id', '=', id).returning('id').execute()
      return rows.length > 0
    },

    async rotateSecret(id, secret, rotation) {
      if (!(await lock(id))) return 'unknown'
      if (!(await secrets.rotate(id, secret, rotation))) return 'rotating'
      return (await find(id, rotation.at)) ?? 'unknown'
    },

    async addAccount(userId, account, createdAt) {
      // Locked, so that a removal at the same moment waits instead of leaving an account without its user.
      if (!(await lock(userId))) return 'unknown'
      return (await insertAccounts(userId, [account], createdAt)) > 0 ? 'added' : 'taken'
    },

    async removeAccount(userId, accountId) {
      const rows = await db
        .deleteFrom('broker_accounts')
        .where('id', '=', accountId)
        .where('user_id', '=', userId)
        .returning('id')
        .execute()
      return rows.length > 0
    },
  }
}
