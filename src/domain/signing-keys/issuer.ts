import type { Kysely } from 'kysely'
import type { Clock } from '../../clock.js'
import { claimsCheck } from '../../crypto/claims.js'
import { type Claims, kidOf } from '../../crypto/jwt.js'
import type { Database } from '../../database/schema.js'
import { inTransaction } from '../../database/transaction.js'
import type { KeyRing, LoadedKey } from './key-ring.js'
import type { SigningKeyRepository } from './repository.js'
import { isKeyOf, type SigningProfile } from './signing-key.js'
import type { SigningKeyWrapper } from './signing-key-wrapper.js'

export interface IssuerOptions {
  readonly db: Kysely<Database>
  readonly repository: SigningKeyRepository
  readonly wrapper: SigningKeyWrapper
  readonly keyRing: KeyRing
  readonly clock: Clock
}

/** Signs and verifies the tokens of one API, under keys of its own. */
export class JwtIssuer {
  readonly #areAcceptable: (claims: Claims, now: Date) => boolean
  /** The same for the tokens of imported keys. */
  readonly #areAcceptableImported: (claims: Claims, now: Date) => boolean

  constructor(
    readonly profile: SigningProfile,
    readonly options: IssuerOptions,
  ) {
    this.#areAcceptable = claimsCheck(profile)
    this.#areAcceptableImported = claimsCheck({ ...profile, claims: profile.importedClaims ?? profile.claims })
  }

  /**
   * Signs claims. An API without a key gets one at its first use.
   * @param claims with `iat` and `exp` in seconds
   */
  async sign(claims: Claims): Promise<string> {
    const key = (await this.options.keyRing.current(this.profile)) ?? (await this.#createFirstKey())
    return key.sign(claims)
  }

  /**
   * Verifies the signature and the claims of a token. The caller compares `exp` with the clock: an expired token is verified too.
   * @returns the claims, or `undefined` for any text that is no token of this API
   */
  async verify(token: string): Promise<Claims | undefined> {
    const kid = kidOf(token)
    if (kid === undefined) return undefined
    for (const key of await this.options.keyRing.find(kid)) {
      const claims = this.verifyWith(key, token)
      if (claims) return claims
    }
    return undefined
  }

  /** {@link verify} with a key of the `kid` of the token. */
  verifyWith(key: LoadedKey, token: string): Claims | undefined {
    if (!isKeyOf(this.profile, key)) return undefined
    const claims = key.verify(token)
    const areAcceptable = key.isImported ? this.#areAcceptableImported : this.#areAcceptable
    return claims && areAcceptable(claims, this.options.clock()) ? claims : undefined
  }

  /** Of several instances that create the first key at once, one stores its key, and all sign with that one. */
  async #createFirstKey(): Promise<LoadedKey> {
    const { db, repository, wrapper, keyRing, clock } = this.options
    const now = clock()
    const first = wrapper.generate(this.profile, now, now)
    await inTransaction(db, (trx) => repository.insertFirst(trx, first))
    await keyRing.load()
    const key = await keyRing.current(this.profile)
    if (!key) throw new Error(`the signing key of ${this.profile.api} is not stored after it was created`)
    return key
  }
}
