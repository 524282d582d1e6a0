import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { PasswordHash } from '../../crypto/password-hashing.js'
import type { Database, SecurityUserRow } from '../../database/schema.js'
import { searchText } from '../../database/search-text.js'
import { mapSortedPage, type SortedPage, type SortedPageRequest, selectSortedPage } from '../../database/sorted-page.js'
import type { PartnerId } from '../partners/partner.js'
import { type SecurityUserFilter, type SecurityUserSort, securityUserList } from './list.js'
import {
  type NewSecurityUser,
  type SecurityUser,
  type SecurityUserChange,
  type SecurityUserCredentials,
  type SecurityUserRecord,
  type StoredSecurityUser,
  type UsernameKey,
  usernameKey,
} from './security-user.js'

/** Where the database begins to number users. */
const firstUid = 1000

const recordColumns = ['uid', 'username', 'customer_id', 'partner_id', 'active', 'created_at', 'last_used_at'] as const
const credentialColumns = ['uid', 'username', 'username_key', 'customer_id', 'password_hash', 'active'] as const

/** The users of the security management, as rows. */
export class SecurityUserRepository {
  async find(db: Kysely<Database>, uid: number): Promise<SecurityUserRecord | undefined> {
    const row = await db.selectFrom('security_users').select(recordColumns).where('uid', '=', uid).executeTakeFirst()
    return row && toRecord(row)
  }

  /** Finds a user and locks it until the end of the transaction: no session starts or continues meanwhile. */
  async lock(trx: Transaction<Database>, uid: number): Promise<SecurityUserRecord | undefined> {
    const row = await trx
      .selectFrom('security_users')
      .select(recordColumns)
      .where('uid', '=', uid)
      .forUpdate()
      .executeTakeFirst()
    return row && toRecord(row)
  }

  /** Locks the users that come after a number, in the order of their numbers, and at most `limit` of them. */
  async lockAfter(trx: Transaction<Database>, uid: number, limit: number): Promise<number[]> {
    const rows = await trx
      .selectFrom('security_users')
      .select('uid')
      .where('uid', '>', uid)
      .orderBy('uid')
      .limit(limit)
      .forUpdate()
      .execute()
    return rows.map(({ uid }) => uid)
  }

  async findCredentials(db: Kysely<Database>, username: UsernameKey): Promise<SecurityUserCredentials | undefined> {
    const row = await db
      .selectFrom('security_users')
      .select(credentialColumns)
      .where('username_key', '=', username)
      .executeTakeFirst()
    return row && toCredentials(row)
  }

  /** Finds the users who have one of these names, by name. */
  async findAllCredentials(
    db: Kysely<Database>,
    usernames: readonly UsernameKey[],
  ): Promise<ReadonlyMap<UsernameKey, StoredSecurityUser>> {
    if (usernames.length === 0) return new Map()
    const rows = await db
      .selectFrom('security_users')
      .select(credentialColumns)
      .select('imported_hash_digest')
      .where('username_key', 'in', usernames)
      .execute()
    return new Map(
      rows.map(({ imported_hash_digest, ...row }) => [
        row.username_key as UsernameKey,
        { ...toCredentials(row), importedHashDigest: imported_hash_digest ?? undefined },
      ]),
    )
  }

  async list(
    db: Kysely<Database>,
    { username, search, state, partnerId }: SecurityUserFilter,
    page: SortedPageRequest<SecurityUserSort>,
  ): Promise<SortedPage<SecurityUserRecord>> {
    const all = db.selectFrom('security_users')
    let query = all.select(recordColumns).select('uid as seq')
    if (username !== undefined) query = query.where('username_key', '=', username)
    if (state !== undefined) query = query.where('active', '=', state === 'active')
    if (partnerId !== undefined) query = query.where('partner_id', '=', partnerId)
    const options = { text: searchText(search), all, isNarrow: username !== undefined || partnerId !== undefined }
    return mapSortedPage(await selectSortedPage(securityUserList, query, page, options), toRecord)
  }

  /** Those of the numbers that users have. */
  async findExistingUids(db: Kysely<Database>, uids: readonly number[]): Promise<ReadonlySet<number>> {
    if (uids.length === 0) return new Set()
    const rows = await db.selectFrom('security_users').select('uid').where('uid', 'in', uids).execute()
    return new Set(rows.map(({ uid }) => uid))
  }

  /**
   * Stores users whose names and numbers are free.
   * @param users with different names and numbers
   * @returns the stored users by name; one whose name or number another user has is missing
   */
  async insert(
    trx: Transaction<Database>,
    users: readonly NewSecurityUser[],
  ): Promise<ReadonlyMap<UsernameKey, SecurityUserRecord>> {
    if (users.length === 0) return new Map()
    const maxUid = Math.max(...users.map(({ uid = 0 }) => uid))
    // A function, since only the owner of the tables may set a sequence. First, so that no other user gets a number that is given here.
    if (maxUid >= firstUid) await sql`select skip_security_uids(${maxUid}::integer)`.execute(trx)
    const rows = users
      .map(
        ({
          uid,
          username,
          customerId,
          partnerId = null,
          passwordHash,
          importedHashDigest = null,
          isActive,
          createdAt,
        }) => ({
          ...(uid !== undefined && { uid }),
          username,
          username_key: usernameKey(username),
          customer_id: customerId,
          partner_id: partnerId,
          password_hash: passwordHash,
          imported_hash_digest: importedHashDigest,
          active: isActive,
          created_at: createdAt,
        }),
      )
      // In one order, so that two transactions that insert the same names never wait for each other.
      .sort((one, other) => (one.username_key < other.username_key ? -1 : 1))
    const inserted = await trx
      .insertInto('security_users')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returning([...recordColumns, 'username_key'])
      .execute()
    return new Map(inserted.map((row) => [row.username_key as UsernameKey, toRecord(row)]))
  }

  /** @returns the changed user; `undefined` where there is none */
  async update(
    db: Kysely<Database>,
    uid: number,
    { isActive, passwordHash, partnerId }: SecurityUserChange,
  ): Promise<SecurityUserRecord | undefined> {
    const row = await db
      .updateTable('security_users')
      .set({
        ...(isActive !== undefined && { active: isActive }),
        ...(passwordHash !== undefined && { password_hash: passwordHash }),
        ...(partnerId !== undefined && { partner_id: partnerId }),
      })
      .where('uid', '=', uid)
      .returning(recordColumns)
      .executeTakeFirst()
    return row && toRecord(row)
  }

  /** Replaces the hash of a user's password by another one of the same password; false where the stored hash is another one by now. */
  async replacePasswordHash(
    db: Kysely<Database>,
    { uid, passwordHash }: Pick<SecurityUserCredentials, 'uid' | 'passwordHash'>,
    replacement: PasswordHash,
  ): Promise<boolean> {
    const row = await db
      .updateTable('security_users')
      .set({ password_hash: replacement })
      .where('uid', '=', uid)
      .where('password_hash', '=', passwordHash)
      .returning('uid')
      .executeTakeFirst()
    return row !== undefined
  }

  /** Refuses tokens without a session that were issued before. */
  async recordSessionsEnd(trx: Transaction<Database>, uids: readonly number[], at: Date): Promise<void> {
    await trx.updateTable('security_users').set({ sessions_ended_at: at }).where('uid', 'in', uids).execute()
  }

  /** Finds the active user of a token without a session, unless all sessions ended after an instant. */
  async findHolder(db: Kysely<Database>, uid: number, endedUntil: Date): Promise<SecurityUser | undefined> {
    const row = await db
      .selectFrom('security_users')
      .select(recordColumns)
      .where('uid', '=', uid)
      .where('active', '=', true)
      .where(({ eb, or }) => or([eb('sessions_ended_at', 'is', null), eb('sessions_ended_at', '<', endedUntil)]))
      .executeTakeFirst()
    return row && toRecord(row)
  }

  /** Removes a user with its sessions; false where there is none. */
  async remove(db: Kysely<Database>, uid: number): Promise<boolean> {
    const { numDeletedRows } = await db.deleteFrom('security_users').where('uid', '=', uid).executeTakeFirstOrThrow()
    return numDeletedRows > 0n
  }

  /** Removes the users that have both the number and the name, with their sessions: an imported user can have the number of a demo user. */
  async removeAll(
    db: Kysely<Database>,
    users: readonly { readonly uid: number; readonly username: string }[],
  ): Promise<void> {
    await db
      .deleteFrom('security_users')
      .where(({ eb, or }) => or(users.map(({ uid, username }) => eb.and({ uid, username_key: usernameKey(username) }))))
      .execute()
  }
}

function toRecord(row: Pick<Selectable<SecurityUserRow>, (typeof recordColumns)[number]>): SecurityUserRecord {
  return {
    uid: row.uid,
    username: row.username,
    customerId: row.customer_id,
    partnerId: row.partner_id as PartnerId | null,
    isActive: row.active,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}

function toCredentials(
  row: Pick<Selectable<SecurityUserRow>, Exclude<(typeof credentialColumns)[number], 'username_key'>>,
): SecurityUserCredentials {
  return {
    uid: row.uid,
    username: row.username,
    customerId: row.customer_id,
    passwordHash: row.password_hash as PasswordHash,
    isActive: row.active,
  }
}
