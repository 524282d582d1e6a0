import type { Kysely, Transaction } from 'kysely'
import type { AcceptingDigester, Digester } from '../../crypto/digest.js'
import { Secret } from '../../crypto/secret.js'
import type { Database } from '../../database/schema.js'
import { type FoundToken, type GatewayToken, gatewayTokenHint } from './gateway-token.js'
import type { HashedTokenRepository } from './hashed-token-repository.js'
import type { GatewayTokenRepository } from './repository.js'
import type { TokenFormat } from './token-format.js'
import type { TokenHasher } from './token-hasher.js'

export interface HashedTokenServiceOptions {
  readonly db: Kysely<Database>
  readonly tokens: Pick<GatewayTokenRepository, 'find'>
  readonly repository: HashedTokenRepository
  /** Where hashes of another installation are known. */
  readonly hasher: TokenHasher | undefined
  readonly format: TokenFormat
  readonly digest: Digester
  readonly acceptedDigests: AcceptingDigester
}

/**
 * Gateway tokens that were imported as hashes. The digest of the hash stands where the digest of a token does. At the first presentation the
 * token's own digest replaces it, so that a token costs one hash.
 */
export class HashedTokenService {
  constructor(readonly options: HashedTokenServiceOptions) {}

  /** Whether hashes of another installation are known here. */
  get areKnown(): boolean {
    return this.options.hasher !== undefined
  }

  /** Reads the hash of a token; `undefined` where it is none that is known here. */
  readHash(text: string | undefined): Secret | undefined {
    return text === undefined ? undefined : this.options.hasher?.read(text)
  }

  /** Looks up a presented token, whose own digest is not known, by its hash. */
  async find(token: string, signal?: AbortSignal): Promise<FoundToken | undefined> {
    const { db, tokens, repository, hasher, format, acceptedDigests, digest } = this.options
    const body = hasher && format.withoutChecksum(new Secret(token))
    if (!body) return undefined
    const hash = await hasher.hash(body, signal)
    const found = await tokens.find(acceptedDigests(hash.reveal()), signal)
    // Where another call was faster, the token is known by its own digest now.
    if (!found) return tokens.find(acceptedDigests(token), signal)
    const own = { digest: digest(token), hint: gatewayTokenHint(new Secret(token)) }
    // Where the database cannot be written to, the next presentation does it.
    const isReplaced = await repository.replaceHash(db, found, own).catch(() => false)
    return isReplaced ? { ...found, digest: own.digest } : found
  }

  /** Moves the last use and the revocation of imported tokens forward, never back. */
  moveForward(
    trx: Transaction<Database>,
    tokens: readonly Pick<GatewayToken, 'link' | 'accountId' | 'lastUsedAt' | 'revokedAt'>[],
  ): Promise<void> {
    return this.options.repository.moveForward(trx, tokens)
  }

  /** Counts the active tokens of which only a hash is known: they were not presented since they were imported. */
  countUnused(): Promise<number> {
    return this.options.repository.countHashed(this.options.db)
  }
}
