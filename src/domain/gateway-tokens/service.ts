import type { Kysely, Transaction } from 'kysely'
import type { Clock } from '../../clock.js'
import type { WriteBehindBuffer } from '../../concurrency/write-behind-buffer.js'
import type { AcceptingDigester, Digest, Digester } from '../../crypto/digest.js'
import type { Random } from '../../crypto/random.js'
import { Secret } from '../../crypto/secret.js'
import type { Page, PageRequest } from '../../database/page.js'
import type { Database } from '../../database/schema.js'
import { inTransaction } from '../../database/transaction.js'
import type { AuditService } from '../audit/service.js'
import type { DigestMigrator } from '../master-keys/digest-migrator.js'
import {
  type FoundToken,
  type GatewayToken,
  type GatewayTokenFilter,
  gatewayTokenHint,
  generateGatewayToken,
  isGatewayToken,
  type NewGatewayToken,
  newTokenLink,
  parseTokenLink,
  type RevocationFilter,
  type TokenLink,
} from './gateway-token.js'
import type { GatewayTokenRepository } from './repository.js'

export interface GatewayTokenServiceOptions {
  readonly db: Kysely<Database>
  readonly repository: GatewayTokenRepository
  readonly audit: AuditService
  readonly digest: Digester
  readonly acceptedDigests: AcceptingDigester
  readonly digestMigrator: DigestMigrator
  readonly lastUses: WriteBehindBuffer<TokenLink, Date>
  readonly clock: Clock
  readonly random: Random
}

/** Where a call of a frontend came from, for its audit event. */
export interface FrontendCall {
  readonly clientAddress: string
  readonly requestId: string
}

/** What an issuer says of a new token. */
export type GatewayTokenDetails = Pick<GatewayToken, 'accountId' | 'description' | 'createdBy'>

/** What an operator says of a new token. Absent members are generated. */
export interface CreatedByOperator extends GatewayTokenDetails {
  /** A text that {@link isGatewayToken}. */
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

  /**
   * Looks up a presented token, active or revoked. Reads the database each time, so that a revocation holds on the next call.
   * @param signal aborted when nobody waits for the answer
   */
  async lookUp(token: string, signal?: AbortSignal): Promise<FoundToken | undefined> {
    const { repository, acceptedDigests } = this.options
    return isGatewayToken(token) ? repository.find(acceptedDigests(token), signal) : undefined
  }

  /** Looks up a token that authenticates a call, and records its use: the last use of an active one, the master key of any. */
  async authenticate(token: string, signal: AbortSignal): Promise<FoundToken | undefined> {
    const { acceptedDigests, repository, digestMigrator, lastUses, clock } = this.options
    if (!isGatewayToken(token)) return undefined
    const digests = acceptedDigests(token)
    const found = await repository.find(digests, signal)
    if (!found) return undefined
    // Revoked tokens migrate too, so that they are told as revoked after the master key has rotated.
    digestMigrator.migrateDigest(digests, [found.digest])
    if (!found.isRevoked) lastUses.set(found.link, clock())
    return found
  }

  /** The token of a text, where it is active. Records no use. */
  async introspect(token: string): Promise<GatewayToken | undefined> {
    const { db, repository } = this.options
    const found = await this.lookUp(token)
    const own = found && (await repository.findByLink(db, found.link))
    return own?.revokedAt === null ? own : undefined
  }

  /** Issues a token for a frontend. */
  async issue(details: GatewayTokenDetails): Promise<Secret> {
    const { repository, clock, random } = this.options
    const token = generateGatewayToken(random)
    const isNew = await repository.insertOne(this.#newToken(token, details, clock()))
    if (!isNew) throw new Error('generated token already exists')
    return token
  }

  /** The tokens of an account in one state, newest first. */
  list(accountId: string, state: 'active' | 'revoked'): Promise<GatewayToken[]> {
    const { db, repository } = this.options
    return repository.list(db, accountId, state)
  }

  /** Changes the description of an active token, for a frontend. False where no active token has this link. */
  async describe(linkText: string, description: string, call: FrontendCall): Promise<boolean> {
    const { db, repository, clock } = this.options
    const link = parseTokenLink(linkText)
    if (!link) return false
    return inTransaction(db, async (trx) => {
      const isChanged = await repository.describe(trx, link, description)
      if (isChanged) await this.#audit(trx, 'gateway-token.describe', link, clock(), call)
      return isChanged
    })
  }

  /**
   * Revokes an active token of an account, for a frontend.
   * @returns when; `undefined` where the account has no active token with this link
   */
  async revoke(accountId: string, linkText: string, call: FrontendCall): Promise<Date | undefined> {
    const { db, repository, clock } = this.options
    const link = parseTokenLink(linkText)
    if (!link) return undefined
    return inTransaction(db, async (trx) => {
      const at = clock()
      const revoked = await repository.revoke(trx, link, at, accountId)
      if (!revoked) return undefined
      await this.#audit(trx, 'gateway-token.revoke', link, at, call)
      return at
    })
  }

  /** A page of the tokens of all accounts, newest first. */
  search(filter: GatewayTokenFilter, page: PageRequest): Promise<Page<GatewayToken>> {
    const { db, repository } = this.options
    return repository.search(db, filter, page)
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
    const { repository, random } = this.options
    if (given !== undefined) await this.migrateDigests(trx, [given])
    const secret = given === undefined ? generateGatewayToken(random) : new Secret(given)
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

  /** Revokes a token that leaked, for an operator. */
  async revokeLeaked(trx: Transaction<Database>, token: string, at: Date): Promise<RevocationResult> {
    const { repository, acceptedDigests } = this.options
    const [found] = await repository.findAnyOf(trx, acceptedDigests(token), [])
    return found ? this.revokeByLink(trx, found.link, at) : { outcome: 'unknown' }
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

  #newToken(token: Secret, { accountId, description, createdBy }: GatewayTokenDetails, at: Date): NewGatewayToken {
    const { digest, random } = this.options
    return {
      link: newTokenLink(at, random),
      digest: digest(token.reveal()),
      hint: gatewayTokenHint(token),
      accountId,
      description,
      createdBy,
      issuedAt: at,
      lastUsedAt: null,
      revokedAt: null,
    }
  }

  #audit(
    trx: Transaction<Database>,
    action: 'gateway-token.describe' | 'gateway-token.revoke',
    link: TokenLink,
    at: Date,
    { clientAddress, requestId }: FrontendCall,
  ): Promise<void> {
    return this.options.audit.append(trx, {
      actor: { kind: 'frontend' },
      action,
      subject: link,
      detail: undefined,
      source: clientAddress,
      requestId,
      result: 'succeeded',
      at,
    })
  }
}
