import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { type Clock, clockToleranceSeconds } from '../../clock.js'
import type { AcceptingDigester, Digest, Digester } from '../../crypto/digest.js'
import type { Claims } from '../../crypto/jwt.js'
import type { Random } from '../../crypto/random.js'
import { Secret } from '../../crypto/secret.js'
import type { NearReads } from '../../database/near-reads.js'
import type { Database } from '../../database/schema.js'
import type { SigningKey } from '../signing-keys/signing-key.js'
import type { UsageService } from '../usage/service.js'
import {
  type AccessTokenIssuer,
  accessTokenClaims,
  accessTokenLifetimeSeconds,
  hasTokenId,
  tokenId,
} from './access-token.js'
import {
  familyExpiry,
  generateRefreshToken,
  isRefreshToken,
  type OpenRefreshToken,
  type RefreshKeys,
  refreshTokenExpiry,
  repeatableSince,
} from './refresh-family.js'
import type { RefreshFamilyRepository } from './refresh-family-repository.js'
import type { SecurityUserRepository } from './repository.js'
import { type SecurityUser, type SecurityUserCredentials, usernameKey } from './security-user.js'

/** The tokens with which a session continues. */
export interface TokenPair {
  readonly user: SecurityUser
  readonly accessToken: string
  readonly accessTokenLifetimeSeconds: number
  readonly refreshToken: Secret
}

export interface SessionServiceOptions {
  readonly db: Kysely<Database>
  readonly reads: NearReads
  readonly families: RefreshFamilyRepository
  readonly users: Pick<SecurityUserRepository, 'findHolder'>
  readonly accessTokens: AccessTokenIssuer
  readonly usage: Pick<UsageService, 'recordUse'>
  readonly digest: Digester
  readonly acceptedDigests: AcceptingDigester
  readonly refreshKeys: RefreshKeys
  readonly clock: Clock
  readonly random: Random
}

/** Sessions of security users: each is a family of refresh tokens. */
export class SessionService {
  constructor(readonly options: SessionServiceOptions) {}

  /**
   * Starts a session of a user whose password was verified.
   * @returns `undefined` where the user has been deactivated or removed, or has got another password, since then
   */
  async start(user: SecurityUserCredentials, startedAt: Date): Promise<TokenPair | undefined> {
    const { db, digest, families, random } = this.options
    const refreshToken = generateRefreshToken(random)
    const stored = digest(refreshToken.reveal())
    const isStarted = await families.start(db, user, {
      id: randomUUID(),
      digest: stored,
      startedAt,
      familyExpiresAt: familyExpiry(startedAt),
      tokenExpiresAt: refreshTokenExpiry(startedAt),
    })
    return isStarted ? this.#issuePair(user, refreshToken, stored) : undefined
  }

  /**
   * Exchanges a pair of tokens for the next one. A pair that is repeated within seconds gets the same successor again; any other reuse
   * ends the session (RFC 9700, section 4.14.2).
   * @param accessToken may be expired
   * @returns `undefined` for a pair that is not valid
   */
  async refresh(accessToken: string, refreshToken: string): Promise<TokenPair | undefined> {
    const { acceptedDigests, clock, db, families, usage } = this.options
    const key = await this.#findKey(accessToken, refreshToken)
    if (!key) return undefined
    // Derived under the key of the token, not under the current one: all instances derive the same successor, whichever key they write
    // under, so that there is never a second one.
    const successor = key.successorOf(new Secret(refreshToken))
    const successors = acceptedDigests(successor.reveal())
    const at = clock()
    const exchange = { digest: key.digest(refreshToken), successors, at }

    const user = await families.use(db, exchange, refreshTokenExpiry(at))
    if (user) {
      usage.recordUse({ kind: 'security-user', subject: String(user.uid) }, at)
      return this.#issuePair(user, successor, successors[0])
    }
    const repeatable = await families.findRepeatable(db, exchange, repeatableSince(at))
    if (repeatable) return this.#issuePair(repeatable.user, successor, repeatable.successor)
    await families.endReused(db, exchange, repeatableSince(at))
    return undefined
  }

  /**
   * Whom a verified, unexpired access token speaks for: the user of its open session. The token of another installation, under an imported key, has
   * no session: it speaks for the active user that it names, where the sessions of this user were not ended since then.
   */
  async introspect(
    claims: Claims,
    key: Pick<SigningKey, 'isImported' | 'signsFrom'>,
  ): Promise<SecurityUser | undefined> {
    const { clock, families, reads } = this.options
    const isOwn = !key.isImported || (key.signsFrom !== null && hasTokenId(claims))
    if (!isOwn) return reads.ask((db) => this.#findHolder(db, claims))
    return reads.ask((db) => families.findSession(db, Buffer.from(String(claims.jti), 'base64url'), clock()))
  }

  /** The name and the customer are compared, since the user may have got its number here. */
  async #findHolder(db: Kysely<Database>, { uid, email, customerId, iat }: Claims): Promise<SecurityUser | undefined> {
    const { users } = this.options
    // The clock of the other installation may be ahead: what it issued right after the end is refused too.
    const user = await users.findHolder(db, Number(uid), new Date((iat - clockToleranceSeconds) * 1_000))
    if (!user || usernameKey(user.username) !== usernameKey(String(email))) return undefined
    return customerId === undefined || user.customerId === String(customerId).toLowerCase() ? user : undefined
  }

  /** Finds a refresh token that can be used; `undefined` for any other text. */
  async findRefreshToken(token: string): Promise<OpenRefreshToken | undefined> {
    const { acceptedDigests, clock, families, reads } = this.options
    if (!isRefreshToken(token)) return undefined
    return reads.ask((db) => families.findToken(db, acceptedDigests(token), clock()))
  }

  /** The user of a refresh token that leaked, used or not, while its session is open; `undefined` for any other text. */
  async findRefreshTokenUser(token: string): Promise<SecurityUser | undefined> {
    const { acceptedDigests, clock, db, families } = this.options
    return isRefreshToken(token) ? families.findUser(db, acceptedDigests(token), clock()) : undefined
  }

  /** Finds the key under which a refresh token is stored, which the `jti` of its access token tells. */
  async #findKey(accessToken: string, refreshToken: string): Promise<RefreshKeys[number] | undefined> {
    const { accessTokens, refreshKeys } = this.options
    if (!isRefreshToken(refreshToken)) return undefined
    const claims = await accessTokens.verify(accessToken)
    return refreshKeys.find(({ digest }) => tokenId(digest(refreshToken)) === claims?.jti)
  }

  async #issuePair(user: SecurityUser, refreshToken: Secret, stored: Digest): Promise<TokenPair> {
    const { accessTokens, clock } = this.options
    const accessToken = await accessTokens.sign(accessTokenClaims(user, stored, clock()))
    return { user, accessToken, accessTokenLifetimeSeconds, refreshToken }
  }
}
