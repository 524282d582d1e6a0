import type { Kysely, Transaction } from 'kysely'
import type { AcceptingDigester } from '../../crypto/digest.js'
import {
  generatePassword,
  importedPasswordHash,
  type PasswordHash,
  type PasswordHasher,
} from '../../crypto/password-hashing.js'
import type { Random } from '../../crypto/random.js'
import { Secret } from '../../crypto/secret.js'
import type { Database } from '../../database/schema.js'
import type { SortedPage, SortedPageRequest } from '../../database/sorted-page.js'
import type { SecurityUserFilter, SecurityUserSort } from './list.js'
import type { RefreshFamilyRepository } from './refresh-family-repository.js'
import type { SecurityUserRepository } from './repository.js'
import {
  type NewSecurityUser,
  type SecurityUserChange,
  type SecurityUserRecord,
  type StoredSecurityUser,
  type UsernameKey,
  usernameKey,
} from './security-user.js'
import { throttleSubject } from './sign-in-throttle.js'
import type { ThrottleRepository } from './throttle-repository.js'

/** The hash of a new user's password. */
export interface NewPassword {
  readonly hash: PasswordHash
  readonly origin: 'made' | 'given' | 'hash given'
  /** The password itself, only where it was made here. */
  readonly generated?: Secret
}

/** How many users and sessions there were. */
export interface SessionsEnd {
  readonly users: number
  readonly sessions: number
  /** The number after which there may be more users; `undefined` at the end. */
  readonly nextAfterUid: number | undefined
}

export interface SecurityUserServiceOptions {
  readonly db: Kysely<Database>
  readonly users: SecurityUserRepository
  readonly families: RefreshFamilyRepository
  readonly throttles: ThrottleRepository
  readonly passwords: PasswordHasher
  readonly acceptedDigests: AcceptingDigester
  readonly random: Random
}

/** Security users, as operators manage them. */
export class SecurityUserService {
  constructor(readonly options: SecurityUserServiceOptions) {}

  find(uid: number): Promise<SecurityUserRecord | undefined> {
    return this.options.users.find(this.options.db, uid)
  }

  /** @param username in any case, only the user of this name */
  list(
    { username, ...filter }: Omit<SecurityUserFilter, 'username'> & { readonly username?: string | undefined },
    page: SortedPageRequest<SecurityUserSort>,
  ): Promise<SortedPage<SecurityUserRecord>> {
    const byName = username === undefined ? {} : { username: usernameKey(username) }
    return this.options.users.list(this.options.db, { ...filter, ...byName }, page)
  }

  /**
   * Hashes the password of a new user, or generates one. It takes long: call it before the transaction.
   * @returns `undefined` where the given hash cannot be verified here, or costs too much
   */
  async newPassword(given: {
    readonly password?: string | undefined
    readonly passwordHash?: string | undefined
  }): Promise<NewPassword | undefined> {
    const { passwords, random } = this.options
    if (given.passwordHash !== undefined) {
      const hash = importedPasswordHash(given.passwordHash)
      return hash && { hash, origin: 'hash given' }
    }
    if (given.password !== undefined) {
      return { hash: await passwords.hash(new Secret(given.password)), origin: 'given' }
    }
    const generated = generatePassword(random)
    return { hash: await passwords.hash(generated), origin: 'made', generated }
  }

  /** Hashes the new password of a user. It takes long: call it before the transaction. */
  hashPassword(password: Secret): Promise<PasswordHash> {
    return this.options.passwords.hash(password)
  }

  /** Those of the numbers that users have. */
  findExistingUids(db: Kysely<Database>, uids: readonly number[]): Promise<ReadonlySet<number>> {
    return this.options.users.findExistingUids(db, uids)
  }

  /** @returns `undefined` where another user has the name */
  async create(trx: Transaction<Database>, user: NewSecurityUser): Promise<SecurityUserRecord | undefined> {
    const created = await this.createAll(trx, [user])
    return created.get(usernameKey(user.username))
  }

  /** Creates users with different names and numbers. @returns the created users by name; one whose name or number another user has is missing */
  createAll(
    trx: Transaction<Database>,
    users: readonly NewSecurityUser[],
  ): Promise<ReadonlyMap<UsernameKey, SecurityUserRecord>> {
    return this.options.users.insert(trx, users)
  }

  /** Finds the users who have one of these names, by name. */
  findAllCredentials(
    db: Kysely<Database>,
    usernames: readonly UsernameKey[],
  ): Promise<ReadonlyMap<UsernameKey, StoredSecurityUser>> {
    return this.options.users.findAllCredentials(db, usernames)
  }

  /**
   * Changes a user. A deactivation and a new password end every session.
   * @returns the changed user; `undefined` where there is none
   */
  async update(
    trx: Transaction<Database>,
    uid: number,
    change: SecurityUserChange,
    at: Date,
  ): Promise<SecurityUserRecord | undefined> {
    const user = await this.options.users.update(trx, uid, change)
    if (user && (change.isActive === false || change.passwordHash !== undefined)) await this.endSessions(trx, uid, at)
    return user
  }

  /** Removes a user with every session; false where there is none. */
  remove(trx: Transaction<Database>, uid: number): Promise<boolean> {
    return this.options.users.remove(trx, uid)
  }

  /** Ends every session of a user, including one that starts concurrently with a password that is being replaced. */
  async endSessions(trx: Transaction<Database>, uid: number, at: Date): Promise<SecurityUserRecord | undefined> {
    const { families, users } = this.options
    const user = await users.lock(trx, uid)
    if (user) {
      await families.endAll(trx, [uid], at)
      await users.recordSessionsEnd(trx, [uid], at)
    }
    return user
  }

  /**
   * Ends every session of the users that come after a number, as {@link endSessions} does.
   * @param limit of users
   */
  async endAllSessions(trx: Transaction<Database>, afterUid: number, limit: number, at: Date): Promise<SessionsEnd> {
    const { families, users } = this.options
    const uids = await users.lockAfter(trx, afterUid, limit)
    if (uids.length === 0) return { users: 0, sessions: 0, nextAfterUid: undefined }
    const sessions = await families.endAll(trx, uids, at)
    await users.recordSessionsEnd(trx, uids, at)
    return { users: uids.length, sessions, nextAfterUid: uids.length === limit ? uids.at(-1) : undefined }
  }

  /** Ends the waits of a user after failed sign-ins, from every address. */
  async unlock(trx: Transaction<Database>, uid: number): Promise<SecurityUserRecord | undefined> {
    const { acceptedDigests, throttles, users } = this.options
    const user = await users.find(trx, uid)
    if (user) await throttles.forget(trx, acceptedDigests(throttleSubject(usernameKey(user.username))))
    return user
  }
}
