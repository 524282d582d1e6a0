import type { Kysely, Transaction } from 'kysely'
import type { Clock } from '../../clock.js'
import { untilRefusalIsDue } from '../../concurrency/refusal-time.js'
import type { AcceptingDigester, Digest, Digester } from '../../crypto/digest.js'
import type { Claims } from '../../crypto/jwt.js'
import type { Random } from '../../crypto/random.js'
import { type Secret, storedSecret } from '../../crypto/secret.js'
import type { Database } from '../../database/schema.js'
import type { SortedPage, SortedPageRequest } from '../../database/sorted-page.js'
import { parseUuid } from '../../uuid.js'
import type { AuditService } from '../audit/service.js'
import type { SignInCaller } from '../audit/sign-in-caller.js'
import type { DigestMigrator } from '../master-keys/digest-migrator.js'
import type { HashedSecrets } from '../secrets/hashed-secrets.js'
import type { RotationConflict, SecretRecord } from '../secrets/secret-rotation.js'
import type { JwtIssuer } from '../signing-keys/issuer.js'
import type { UsageService } from '../usage/service.js'
import type { BrokerAccountRepository } from './account-repository.js'
import {
  type BrokerAccount,
  type BrokerAccountRecord,
  type BrokerUserChanges,
  type BrokerUserId,
  type BrokerUserRecord,
  generateBrokerSecret,
  type NewBrokerUser,
  type StoredBrokerUser,
  verifyCredentials,
} from './broker-user.js'
import {
  type AccountDetails,
  type BrokerUserDetails,
  type BrokerUserDraft,
  draftAccount,
  draftBrokerUser,
} from './draft.js'
import type { BrokerUserFilter, BrokerUserSort } from './list.js'
import type { BrokerUserRepository } from './repository.js'
import { expiryOf, securityTokenClaims, securityTokenState } from './security-token.js'

export interface BrokerUserServiceOptions {
  readonly db: Kysely<Database>
  readonly users: BrokerUserRepository
  readonly accounts: BrokerAccountRepository
  /** Signs and verifies security tokens. */
  readonly securityTokens: JwtIssuer
  readonly digest: Digester
  readonly acceptedDigests: AcceptingDigester
  readonly hashMigrator: DigestMigrator
  readonly secretMigrator: DigestMigrator
  readonly hashedSecrets: HashedSecrets
  readonly audit: Pick<AuditService, 'recordFailedSignIn'>
  readonly usage: Pick<UsageService, 'recordSignIn'>
  readonly clock: Clock
  readonly random: Random
}

export interface SecurityToken {
  readonly token: string
  readonly expiresAt: Date
}

/** Whose accounts a security token opens. */
export type AccountsOfToken =
  | { readonly state: 'valid'; readonly accounts: readonly BrokerAccount[] }
  | { readonly state: 'expired' }
  | { readonly state: 'invalid' }
  /** The user was deactivated or deleted after the token was issued. */
  | { readonly state: 'no-active-user' }

/** The users of the broker API: sign-in, their security tokens, and what operators do with them. */
export class BrokerUserService {
  constructor(readonly options: BrokerUserServiceOptions) {}

  /**
   * Signs a user in.
   * @returns `undefined` for an unknown hash, a wrong secret and a deactivated user: the caller cannot tell which, nor by the time
   */
  async signIn(
    hash: string,
    secret: string,
    { api, clientAddress: source, signal }: SignInCaller,
  ): Promise<SecurityToken | undefined> {
    const { users, acceptedDigests, hashedSecrets, hashMigrator, secretMigrator, audit, clock } = this.options
    const startedAtMs = performance.now()
    const now = clock()
    const hashDigests = acceptedDigests(hash)
    const secretDigests = acceptedDigests(secret)
    const found = await users.findCredentials(hashDigests, now, signal)
    const user = verifyCredentials(found, secretDigests)
    if (user) {
      hashMigrator.migrateDigest(hashDigests, [user.hashDigest])
      secretMigrator.migrateDigest(secretDigests, user.secretDigests)
      return this.#issueToken(api, user.userId, now)
    }
    const owner = found?.isActive ? { ...found, id: found.userId } : undefined
    const { isMatch, refusalMs } = await hashedSecrets.verify(secret, owner, { address: source, signal })
    if (owner && isMatch) {
      hashMigrator.migrateDigest(hashDigests, [owner.hashDigest])
      return this.#issueToken(api, owner.id, now)
    }
    audit.recordFailedSignIn({ api, action: 'broker-user.sign-in', subject: found?.userId, source })
    await untilRefusalIsDue(startedAtMs, refusalMs)
    return undefined
  }

  /** The accounts of the user that a security token was issued to, in order of creation. Each call reads the user. */
  async accountsOf(token: string, signal: AbortSignal): Promise<AccountsOfToken> {
    const { accounts, securityTokens, clock } = this.options
    const presented = securityTokenState(await securityTokens.verify(token), clock())
    if (presented.state !== 'valid') return presented
    const found = await accounts.findOfActiveUser(presented.userId, signal)
    return found ? { state: 'valid', accounts: found } : { state: 'no-active-user' }
  }

  /**
   * The active user that a verified, unexpired security token speaks for.
   * @returns `undefined` where the user was deactivated or deleted
   */
  async introspect({ sub }: Claims): Promise<BrokerUserId | undefined> {
    const id = parseUuid<BrokerUserId>(String(sub))
    return id && (await this.options.accounts.findOfActiveUser(id)) ? id : undefined
  }

  list(filter: BrokerUserFilter, page: SortedPageRequest<BrokerUserSort>): Promise<SortedPage<BrokerUserRecord>> {
    return this.options.users.list(this.options.db, filter, page, this.options.clock())
  }

  find(id: BrokerUserId): Promise<BrokerUserRecord | undefined> {
    return this.options.users.find(this.options.db, id, this.options.clock())
  }

  /** Generates what is not given for a new user. */
  draft(details: BrokerUserDetails): BrokerUserDraft {
    return draftBrokerUser(details, this.options.random)
  }

  /** Generates what is not given for a new account. */
  draftAccount(details: AccountDetails): BrokerAccountRecord {
    return draftAccount(details, this.options.random)
  }

  /** @returns false, and nothing is stored, where another user has the hash or one of the account tokens */
  async create(trx: Transaction<Database>, draft: BrokerUserDraft, at: Date): Promise<boolean> {
    const { users, hashMigrator, digest, acceptedDigests } = this.options
    // A user who has this hash under the older master key is a duplicate too.
    await hashMigrator.migrateDigestsNow(trx, [acceptedDigests(draft.hash.reveal())])
    const created = await users.insert(trx, [
      {
        id: draft.id,
        name: draft.name,
        isActive: true,
        partnerId: draft.partnerId,
        hash: storedSecret(draft.hash, digest),
        secrets: [{ ...storedSecret(draft.secret, digest), createdAt: at, expiresAt: null }],
        accounts: draft.accounts.map((account) => ({ ...account, createdAt: at })),
        createdAt: at,
      },
    ])
    return created.has(draft.id)
  }

  /** Migrates given credentials, so that an insertion finds those that are stored under the older master key. */
  async migrateDigests(
    db: Kysely<Database>,
    credentials: readonly { readonly hash: string; readonly secret?: string | undefined }[],
  ): Promise<void> {
    const { acceptedDigests, hashMigrator, secretMigrator } = this.options
    await hashMigrator.migrateDigestsNow(
      db,
      credentials.map(({ hash }) => acceptedDigests(hash)),
    )
    await secretMigrator.migrateDigestsNow(
      db,
      credentials.flatMap(({ secret }) => (secret === undefined ? [] : [acceptedDigests(secret)])),
    )
  }

  /**
   * Stores the imported users that are new, each whole or not at all.
   * @returns the ids of those that were stored
   */
  insert(trx: Transaction<Database>, users: readonly NewBrokerUser[]): Promise<ReadonlySet<BrokerUserId>> {
    return this.options.users.insert(trx, users)
  }

  /** The users that have one of the hashes, as an import compares them. */
  findStored(
    trx: Transaction<Database>,
    hashDigests: readonly Digest[],
    at: Date,
  ): Promise<readonly StoredBrokerUser[]> {
    return this.options.users.findStored(trx, hashDigests, at)
  }

  /** Those of the ids that users have. */
  findExistingIds(trx: Transaction<Database>, ids: readonly BrokerUserId[]): Promise<ReadonlySet<BrokerUserId>> {
    return this.options.users.findExistingIds(trx, ids)
  }

  /** Those of the account tokens that exist. */
  findExistingATokens(trx: Transaction<Database>, aTokens: readonly string[]): Promise<ReadonlySet<string>> {
    return this.options.accounts.findExistingATokens(trx, aTokens)
  }

  /** A deactivation holds from the next call on. Returns `undefined` for an unknown user. */
  update(
    trx: Transaction<Database>,
    id: BrokerUserId,
    changes: BrokerUserChanges,
    at: Date,
  ): Promise<BrokerUserRecord | undefined> {
    return this.options.users.update(trx, id, changes, at)
  }

  /** Deletes a user with its secrets and accounts. Returns false for an unknown one. */
  async delete(trx: Transaction<Database>, id: BrokerUserId): Promise<boolean> {
    return (await this.options.users.delete(trx, [id])) > 0
  }

  /**
   * Replaces the current secret, which stays valid for a while. The new one is shown once.
   * @param seen the valid secrets before the transaction, which may have to wait for the rotation of another operator
   */
  async rotateSecret(
    trx: Transaction<Database>,
    id: BrokerUserId,
    { overlapSeconds, seen }: { readonly overlapSeconds: number; readonly seen: readonly SecretRecord[] },
    at: Date,
  ): Promise<{ readonly user: BrokerUserRecord; readonly secret: Secret } | RotationConflict | 'unknown'> {
    const { users, digest, random } = this.options
    const secret = generateBrokerSecret(random)
    const rotation = { secret: storedSecret(secret, digest), overlapSeconds, seen }
    const conflict = await users.rotateSecret(trx, id, rotation, at)
    if (conflict) return conflict
    const user = await users.find(trx, id, at)
    return user ? { user, secret } : 'unknown'
  }

  /** @returns `existing` where an account, of whichever user, has this account token */
  addAccount(
    trx: Transaction<Database>,
    id: BrokerUserId,
    account: BrokerAccountRecord,
    at: Date,
  ): Promise<'added' | 'unknown' | 'existing'> {
    return this.options.users.addAccount(trx, id, { ...account, createdAt: at })
  }

  /** @returns false where the user has no such account */
  deleteAccount(trx: Transaction<Database>, id: BrokerUserId, accountId: string): Promise<boolean> {
    return this.options.accounts.delete(trx, id, accountId)
  }

  /** Counts the valid secrets that were imported as hashes and not used since. */
  countHashedSecrets(): Promise<number> {
    return this.options.hashedSecrets.countUnused(this.options.clock())
  }

  /** Writes everything that is pending in the background. */
  async flush(): Promise<void> {
    await Promise.all([this.options.hashMigrator.flush(), this.options.secretMigrator.flush()])
  }

  async #issueToken(api: string, userId: BrokerUserId, now: Date): Promise<SecurityToken> {
    const { random, securityTokens, usage } = this.options
    const claims = securityTokenClaims(userId, random, now)
    const token = await securityTokens.sign(claims)
    usage.recordSignIn({ api, kind: 'broker-user', subject: userId, at: now })
    return { token, expiresAt: expiryOf(claims) }
  }
}
