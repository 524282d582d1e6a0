import type { Kysely, Transaction } from 'kysely'
import type { Clock } from '../../clock.js'
import type { WriteBehindBuffer } from '../../concurrency/write-behind-buffer.js'
import type { AcceptingDigester, Digest, Digester } from '../../crypto/digest.js'
import type { Random } from '../../crypto/random.js'
import { Secret } from '../../crypto/secret.js'
import type { NearReads } from '../../database/near-reads.js'
import type { Database } from '../../database/schema.js'
import { inTransaction } from '../../database/transaction.js'
import type { AuditEvent } from '../audit/audit-event.js'
import type { AuditService } from '../audit/service.js'
import type { DigestMigrator } from '../master-keys/digest-migrator.js'
import {
  describeRevocation,
  type FoundToken,
  type GatewayToken,
  gatewayTokenHint,
  type NewGatewayToken,
  newTokenLink,
  parseTokenLink,
  type RevocationFilter,
  type ServiceMode,
  type TokenLink,
  type TokenOwner,
  type TokenPurpose,
  type TokenSource,
} from './gateway-token.js'
import type { HashedTokenService } from './hashed-token-service.js'
import type { GatewayTokenRepository } from './repository.js'
import type { TokenFormat } from './token-format.js'

export interface GatewayTokenServiceOptions {
  readonly db: Kysely<Database>
  readonly reads: NearReads
  readonly repository: GatewayTokenRepository
  readonly format: TokenFormat
  readonly hashedTokens: HashedTokenService
  readonly audit: AuditService
  readonly digest: Digester
  readonly acceptedDigests: AcceptingDigester
  readonly digestMigrator: DigestMigrator
  readonly lastUses: WriteBehindBuffer<TokenLink, Date>
  readonly clock: Clock
  readonly random: Random
}

/** How many tokens one statement revokes well within its time limit. */
const revokedAtOnce = 10_000

/** Where a call of a frontend came from, for its audit event. */
export interface FrontendCall {
  readonly clientAddress: string
  readonly requestId: string
}

/** What an issuer says of a new token. */
export type GatewayTokenDetails = Pick<GatewayToken, 'accountId' | 'description' | 'createdBy' | 'partnerId'> &
  TokenPurpose

/** What a frontend names a token by. */
export type TokenName = { readonly link: string } | { readonly token: string }

/** What an operator says of a new token. Absent members are generated. */
export interface CreatedByOperator extends GatewayTokenDetails {
  /** A text that {@link TokenFormat.isToken}. */
  readonly token: string | undefined
  readonly link: TokenLink | undefined
  readonly issuedAt: Date | undefined
}

export type RevocationResult =
  | { readonly outcome: 'revoked'; readonly token: GatewayToken }
  | { readonly outcome: 'already-revoked'; readonly link: TokenLink }
  | { readonly outcome: 'unknown' }

/** Opaque bearer tokens of gateway accounts. */
export class GatewayTokenService {
  constructor(readonly options: GatewayTokenServiceOptions) {}

  get format(): TokenFormat {
    return this.options.format
  }

  get hashedTokens(): HashedTokenService {
    return this.options.hashedTokens
  }

  /**
   * Looks up a presented token, active or revoked. Reads the database each time, so that a revocation holds on the next call.
   * @param signal aborted when nobody waits for the answer
   */
  async lookUp(token: string, signal?: AbortSignal): Promise<FoundToken | undefined> {
    const { repository, acceptedDigests, format, hashedTokens } = this.options
    if (!format.isToken(token)) return undefined
    return (await repository.find(acceptedDigests(token), signal)) ?? hashedTokens.find(token, signal)
  }

  /** Looks up a token that authenticates a call, and records its use: the last use of an active one, the master key of any. */
  async authenticate(token: string, signal: AbortSignal): Promise<FoundToken | undefined> {
    const { acceptedDigests, digestMigrator, lastUses, clock } = this.options
    const found = await this.lookUp(token, signal)
    if (!found) return undefined
    // Revoked tokens migrate too, so that they are told as revoked after the master key has rotated.
    if (digestMigrator.isMigrating) digestMigrator.migrateDigest(acceptedDigests(token), [found.digest])
    if (!found.isRevoked) lastUses.set(found.link, clock())
    return found
  }

  /** The token of a text, where it is active. Records no use. */
  async introspect(token: string): Promise<GatewayToken | undefined> {
    const { reads, repository } = this.options
    const found = await this.lookUp(token)
    const own = found && (await reads.ask((db) => repository.findByLink(db, found.link)))
    return own?.revokedAt === null ? own : undefined
  }

  /**
   * Issues a token for a frontend.
   * @param accountType chooses the prefix of a token of the gateway's own form
   */
  async issue(details: GatewayTokenDetails, accountType?: ServiceMode): Promise<Secret> {
    const { repository, clock, format } = this.options
    const token = format.generate(accountType)
    const isNew = await repository.insertOne(this.#newToken(token, details, clock()))
    if (!isNew) throw new Error('generated token already exists')
    return token
  }

  /** The tokens of an owner in one state and of one source, newest first. */
  list(
    owner: TokenOwner,
    which: { readonly state: 'active' | 'revoked'; readonly source: TokenSource },
  ): Promise<GatewayToken[]> {
    const { db, repository } = this.options
    return repository.list(db, owner, which)
  }

  /** The token of an owner with a link, active or revoked. */
  async find(owner: TokenOwner, linkText: string): Promise<GatewayToken | undefined> {
    const { db, repository } = this.options
    const link = parseTokenLink(linkText)
    return link && repository.findOfOwner(db, owner, link)
  }

  /**
   * Changes the description of an active token, for a frontend.
   * @returns the token as it is now; `undefined` where no active token has this link
   */
  async describe(linkText: string, description: string, call: FrontendCall): Promise<GatewayToken | undefined> {
    const { db, repository, clock } = this.options
    const link = parseTokenLink(linkText)
    if (!link) return undefined
    return inTransaction(db, async (trx) => {
      const token = await repository.describe(trx, link, description)
      if (token) await this.#audit(trx, { action: 'gateway-token.describe', subject: link, at: clock() }, call)
      return token
    })
  }

  /**
   * Revokes an active token of an owner, for a frontend.
   * @returns when; `undefined` where the owner has no such active token
   */
  async revoke(owner: TokenOwner, name: TokenName, call: FrontendCall): Promise<Date | undefined> {
    const { db, repository, clock } = this.options
    const link = 'token' in name ? (await this.lookUp(name.token))?.link : parseTokenLink(name.link)
    if (!link) return undefined
    return inTransaction(db, async (trx) => {
      const at = clock()
      const revoked = await repository.revoke(trx, link, at, owner)
      if (!revoked) return undefined
      await this.#audit(trx, { action: 'gateway-token.revoke', subject: link, at }, call)
      return at
    })
  }

  /** Revokes all active tokens of an owner, for a frontend. */
  async revokeAll(owner: TokenOwner, call: FrontendCall): Promise<void> {
    const { db, clock } = this.options
    let more = true
    while (more) {
      more = await inTransaction(db, async (trx) => {
        const at = clock()
        const outcome = await this.revokeMany(trx, { owner }, at, revokedAtOnce)
        const detail = describeRevocation({ owner }, outcome.revoked)
        await this.#audit(trx, { action: 'gateway-token.revoke-all', detail, at }, call)
        return outcome.more
      })
    }
  }

  /**
   * Stores a new token, for an operator.
   * @returns `undefined` where the token or its link exists
   */
  async create(
    trx: Transaction<Database>,
    { token: given, link, issuedAt, ...details }: CreatedByOperator,
    at: Date,
  ): Promise<{ readonly secret: Secret; readonly token: GatewayToken } | undefined> {
    const { repository, format } = this.options
    if (given !== undefined) await this.migrateDigests(trx, [given])
    const secret = given === undefined ? format.generate(details.serviceMode ?? undefined) : new Secret(given)
    const token = { ...this.#newToken(secret, details, at), ...(link && { link }), ...(issuedAt && { issuedAt }) }
    const inserted = await repository.insert(trx, [token])
    return inserted.has(token.link) ? { secret, token } : undefined
  }

  /** Revokes the token with a link, for an operator. Of concurrent calls one revokes. */
  async revokeByLink(trx: Transaction<Database>, linkText: string, at: Date): Promise<RevocationResult> {
    const { repository } = this.options
    const link = parseTokenLink(linkText)
    if (!link) return { outcome: 'unknown' }
    const token = await repository.revoke(trx, link, at)
    if (token) return { outcome: 'revoked', token }
    return (await repository.findByLink(trx, link)) ? { outcome: 'already-revoked', link } : { outcome: 'unknown' }
  }

  /** Revokes at most `limit` active tokens. `more` tells whether other tokens match. */
  revokeMany(
    trx: Transaction<Database>,
    filter: RevocationFilter,
    at: Date,
    limit: number,
  ): Promise<{ revoked: number; more: boolean }> {
    return this.options.repository.revokeMany(trx, filter, at, limit)
  }

  /** While the master key rotates: migrates given tokens, so that an insertion finds those under the previous key. */
  async migrateDigests(db: Kysely<Database>, tokens: readonly string[]): Promise<void> {
    const { digestMigrator, acceptedDigests } = this.options
    await digestMigrator.migrateDigestsNow(db, tokens.map(acceptedDigests))
  }

  /** Inserts imported tokens that do not exist. Returns the links of the inserted ones. */
  insert(trx: Transaction<Database>, tokens: readonly NewGatewayToken[]): Promise<ReadonlySet<TokenLink>> {
    return this.options.repository.insert(trx, tokens)
  }

  /** The tokens that have one of these digests or one of these links. */
  findAnyOf(
    trx: Transaction<Database>,
    digests: readonly Digest[],
    links: readonly TokenLink[],
  ): Promise<FoundToken[]> {
    return this.options.repository.findAnyOf(trx, digests, links)
  }

  /** Writes the uses that are pending. */
  async flush(): Promise<void> {
    const { lastUses, digestMigrator } = this.options
    await Promise.all([lastUses.flush(), digestMigrator.flush()])
  }

  #newToken(token: Secret, details: GatewayTokenDetails, at: Date): NewGatewayToken {
    const { digest, random } = this.options
    return {
      ...details,
      link: newTokenLink(at, random),
      digest: digest(token.reveal()),
      hint: gatewayTokenHint(token),
      issuedAt: at,
      lastUsedAt: null,
      revokedAt: null,
    }
  }

  #audit(
    trx: Transaction<Database>,
    event: Pick<AuditEvent, 'action' | 'at'> & Partial<Pick<AuditEvent, 'subject' | 'detail'>>,
    { clientAddress, requestId }: FrontendCall,
  ): Promise<void> {
    return this.options.audit.append(trx, {
      subject: undefined,
      detail: undefined,
      ...event,
      actor: { kind: 'frontend' },
      source: clientAddress,
      requestId,
      result: 'succeeded',
    })
  }
}
