import { randomUUID } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Clock } from '../../clock.js'
import { untilRefusalIsDue } from '../../concurrency/refusal-time.js'
import type { AcceptingDigester, Digester } from '../../crypto/digest.js'
import type { Claims } from '../../crypto/jwt.js'
import type { Random } from '../../crypto/random.js'
import { Secret, storedSecret } from '../../crypto/secret.js'
import type { NearReads } from '../../database/near-reads.js'
import type { Database } from '../../database/schema.js'
import type { SortedPage, SortedPageRequest } from '../../database/sorted-page.js'
import { parseUuid } from '../../uuid.js'
import type { AuditService } from '../audit/service.js'
import type { SignInCaller } from '../audit/sign-in-caller.js'
import type { DigestMigrator } from '../master-keys/digest-migrator.js'
import type { PartnerId } from '../partners/partner.js'
import type { HashedSecrets } from '../secrets/hashed-secrets.js'
import type { RotationConflict, SecretRecord } from '../secrets/secret-rotation.js'
import type { JwtIssuer } from '../signing-keys/issuer.js'
import type { UsageService } from '../usage/service.js'
import {
  type AccessKey,
  type AccessKeyChanges,
  type AccessKeyId,
  type AccessKeyRecord,
  type AccessKeyState,
  generateAccessKey,
  generateAccessKeySecret,
  type NewAccessKey,
  type StoredAccessKey,
  stateOf,
  verifyCredentials,
} from './access-key.js'
import { accessTokenClaims } from './access-token.js'
import type { AccessKeyFilter, AccessKeySort } from './list.js'
import type { AccessKeyRepository } from './repository.js'

export interface AccessKeyServiceOptions {
  readonly db: Kysely<Database>
  readonly reads: NearReads
  readonly accessKeys: AccessKeyRepository
  /** Signs access tokens. */
  readonly accessTokens: Pick<JwtIssuer, 'sign'>
  readonly digest: Digester
  readonly acceptedDigests: AcceptingDigester
  readonly secretMigrator: DigestMigrator
  readonly hashedSecrets: HashedSecrets
  readonly audit: Pick<AuditService, 'recordFailedSignIn'>
  readonly usage: Pick<UsageService, 'recordSignIn'>
  readonly clock: Clock
  readonly random: Random
}

/** What is given for an access key; the rest is generated. */
export interface AccessKeyDetails {
  readonly name: string
  /** Absent: the key belongs to no partner. */
  readonly partnerId?: PartnerId | null | undefined
  readonly account?: string | undefined
  readonly company?: string | undefined
  readonly userId?: string | undefined
  readonly roles?: readonly string[] | undefined
  readonly expiresAt?: Date | null | undefined
  readonly accessKey?: string | undefined
  readonly secret?: string | undefined
}

/** An access key with its new secret, which is shown once. */
export interface AccessKeyWithNewSecret {
  readonly key: AccessKeyRecord
  readonly secret: Secret
}

/** Why a change was not made. */
export type AccessKeyRefusal =
  | { readonly outcome: 'unknown' }
  /** The state of the key does not allow the change. */
  | { readonly outcome: 'wrong-state'; readonly state: AccessKeyState }

/** What came of a change. */
export type AccessKeyChange = { readonly outcome: 'changed'; readonly key: AccessKeyRecord } | AccessKeyRefusal

/** What came of a rotation. */
export type AccessKeyRotation =
  | ({ readonly outcome: 'changed' } & AccessKeyWithNewSecret)
  | { readonly outcome: 'conflict'; readonly conflict: RotationConflict }
  | AccessKeyRefusal

/** What an access token is issued for. */
export interface AccessTokenSubject {
  readonly accessKeyId: AccessKeyId
  readonly userId: string
  readonly roles: readonly string[]
}

/** Access keys: the login of partners' programs, and what operators do with them. */
export class AccessKeyService {
  constructor(readonly options: AccessKeyServiceOptions) {}

  /**
   * Logs a partner's program in.
   * @returns an access token (JWT); `undefined` for an unknown access key, a wrong secret and a key that is not active: the caller cannot tell which,
   *   nor by the time
   */
  async logIn(accessKey: string, secret: string, caller: SignInCaller): Promise<string | undefined> {
    const { accessTokens, clock, usage } = this.options
    const now = clock()
    const key = await this.authenticate(accessKey, secret, caller)
    if (!key) return undefined
    const token = await accessTokens.sign(accessTokenClaims(key, now))
    usage.recordSignIn({ api: caller.api, kind: 'access-key', subject: key.id, at: now })
    return token
  }

  /**
   * Verifies the credentials of a partner's program, for every API that accepts them. Counts a failure; a sign-in is counted once its token is there.
   * @returns `undefined` for an unknown access key, a wrong secret and a key that is not active
   */
  async authenticate(
    accessKey: string,
    secret: string,
    { api, clientAddress: source, signal }: SignInCaller,
  ): Promise<AccessKey | undefined> {
    const { accessKeys, acceptedDigests, hashedSecrets, secretMigrator, audit, clock } = this.options
    const startedAtMs = performance.now()
    const now = clock()
    const secretDigests = acceptedDigests(secret)
    const found = await accessKeys.findByAccessKey(accessKey, now, signal)
    const key = verifyCredentials(found, secretDigests, now)
    if (key) {
      secretMigrator.migrateDigest(secretDigests, key.secretDigests)
      return key
    }
    const owner = found && stateOf(found, now) === 'active' ? found : undefined
    const { isMatch, refusalMs } = await hashedSecrets.verify(secret, owner, { address: source, signal })
    if (owner && isMatch) return owner
    audit.recordFailedSignIn({ api, action: 'access-key.sign-in', subject: found?.id, source })
    await untilRefusalIsDue(startedAtMs, refusalMs)
    return undefined
  }

  /**
   * Whom a verified, unexpired access token speaks for.
   * @returns `undefined` where its access key is not active any more
   */
  async introspect({ ak, uid, ar }: Claims): Promise<AccessTokenSubject | undefined> {
    const { accessKeys, clock, reads } = this.options
    const id = parseUuid<AccessKeyId>(String(ak))
    const key = id && (await reads.ask((db) => accessKeys.findActive(db, id, clock())))
    if (!key) return undefined
    return { accessKeyId: key.id, userId: String(uid), roles: Array.isArray(ar) ? ar.map(String) : [] }
  }

  list(filter: AccessKeyFilter, page: SortedPageRequest<AccessKeySort>): Promise<SortedPage<AccessKeyRecord>> {
    return this.options.accessKeys.list(this.options.db, filter, page, this.options.clock())
  }

  find(id: AccessKeyId): Promise<AccessKeyRecord | undefined> {
    return this.options.accessKeys.find(this.options.db, id, this.options.clock())
  }

  /**
   * Creates a pending access key.
   * @returns `undefined`, and nothing is stored, where the access key exists
   */
  async create(
    trx: Transaction<Database>,
    details: AccessKeyDetails,
    at: Date,
  ): Promise<AccessKeyWithNewSecret | undefined> {
    const { accessKeys, digest, random } = this.options
    const { name, partnerId = null, roles = [], expiresAt = null } = details
    const secret = details.secret === undefined ? generateAccessKeySecret(random) : new Secret(details.secret)
    const owner: AccessKey = {
      id: randomUUID() as string as AccessKeyId,
      userId: details.userId ?? randomUUID(),
      account: details.account ?? randomUUID(),
      company: details.company ?? randomUUID(),
      roles,
      status: 'pending',
      expiresAt,
    }
    await accessKeys.insert(trx, [
      {
        ...owner,
        accessKey: details.accessKey ?? generateAccessKey(random),
        name,
        partnerId,
        secrets: [{ ...storedSecret(secret, digest), createdAt: at, expiresAt: null }],
        createdAt: at,
      },
    ])
    const key = await accessKeys.find(trx, owner.id, at)
    return key && { key, secret }
  }

  /** Migrates given secrets, so that an import finds those that are stored under the older master key. */
  async migrateDigests(db: Kysely<Database>, secrets: readonly string[]): Promise<void> {
    const { acceptedDigests, secretMigrator } = this.options
    await secretMigrator.migrateDigestsNow(
      db,
      secrets.map((secret) => acceptedDigests(secret)),
    )
  }

  /**
   * Stores the imported keys that are new.
   * @returns the ids of those that were stored
   */
  insert(trx: Transaction<Database>, keys: readonly NewAccessKey[]): Promise<ReadonlySet<AccessKeyId>> {
    return this.options.accessKeys.insert(trx, keys)
  }

  /** Those of the access keys that exist, as an import compares them. */
  findStored(trx: Transaction<Database>, accessKeys: readonly string[], at: Date): Promise<readonly StoredAccessKey[]> {
    return this.options.accessKeys.findStored(trx, accessKeys, at)
  }

  /** Those of the ids that access keys have. */
  findExistingIds(trx: Transaction<Database>, ids: readonly AccessKeyId[]): Promise<ReadonlySet<AccessKeyId>> {
    return this.options.accessKeys.findExistingIds(trx, ids)
  }

  /** Changes a key. Of a revoked one only the partner changes. */
  async update(
    trx: Transaction<Database>,
    id: AccessKeyId,
    changes: AccessKeyChanges,
    at: Date,
  ): Promise<AccessKeyChange> {
    const key = await this.options.accessKeys.update(trx, id, changes, at)
    return key ? { outcome: 'changed', key } : this.#refusal(trx, id, at)
  }

  /** Activates a pending key. */
  async activate(trx: Transaction<Database>, id: AccessKeyId, at: Date): Promise<AccessKeyChange> {
    const key = await this.options.accessKeys.activate(trx, id, at)
    return key ? { outcome: 'changed', key } : this.#refusal(trx, id, at)
  }

  /** Revokes a key that is not revoked. A revocation holds from the next call on. */
  async revoke(trx: Transaction<Database>, id: AccessKeyId, at: Date): Promise<AccessKeyChange> {
    const key = await this.options.accessKeys.revoke(trx, id, at)
    return key ? { outcome: 'changed', key } : this.#refusal(trx, id, at)
  }

  /**
   * Replaces the current secret of a key that is not revoked. The earlier one stays valid for a while.
   * @param seen the valid secrets before the transaction, which may have to wait for the rotation of another operator
   */
  async rotateSecret(
    trx: Transaction<Database>,
    id: AccessKeyId,
    { overlapSeconds, seen }: { readonly overlapSeconds: number; readonly seen: readonly SecretRecord[] },
    at: Date,
  ): Promise<AccessKeyRotation> {
    const { accessKeys, digest, random } = this.options
    const secret = generateAccessKeySecret(random)
    const rotation = { secret: storedSecret(secret, digest), overlapSeconds, seen }
    const conflict = await accessKeys.rotateSecret(trx, id, rotation, at)
    if (conflict === 'unknown or revoked') return this.#refusal(trx, id, at)
    if (conflict) return { outcome: 'conflict', conflict }
    const key = await accessKeys.find(trx, id, at)
    return key ? { outcome: 'changed', key, secret } : { outcome: 'unknown' }
  }

  /** Counts the valid secrets that were imported as hashes and not used since. */
  countHashedSecrets(): Promise<number> {
    return this.options.hashedSecrets.countUnused(this.options.clock())
  }

  /** Writes everything that is pending in the background. */
  flush(): Promise<void> {
    return this.options.secretMigrator.flush()
  }

  /** Why a key was not changed. */
  async #refusal(trx: Transaction<Database>, id: AccessKeyId, at: Date): Promise<AccessKeyRefusal> {
    const key = await this.options.accessKeys.find(trx, id, at)
    return key ? { outcome: 'wrong-state', state: key.state } : { outcome: 'unknown' }
  }
}
