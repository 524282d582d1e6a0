import type { Transaction } from 'kysely'
import { type Claims, type JwtProfile, kidOf } from '../../crypto/jwt.js'
import { mapPage, type Page, type PageRequest, pageOf } from '../../database/page.js'
import type { Database } from '../../database/schema.js'
import { type IssuerOptions, JwtIssuer } from './issuer.js'
import { type SigningKey, withStates } from './signing-key.js'
import type { RotationOptions, RotationResult, SigningKeyRotation } from './signing-key-rotation.js'

export interface SigningKeyServiceOptions extends IssuerOptions {
  readonly rotation: SigningKeyRotation
}

/** The signing keys of every API: rows that are encrypted under the master key, held decrypted in memory. */
export class SigningKeyService {
  readonly #issuers = new Map<string, JwtIssuer>()

  constructor(readonly options: SigningKeyServiceOptions) {}

  /** The issuer of an API. {@link rotate} and {@link identify} know the API from now on. */
  issuerFor(profile: JwtProfile): JwtIssuer {
    const issuer = new JwtIssuer(profile, this.options)
    this.#issuers.set(profile.api, issuer)
    return issuer
  }

  /**
   * Loads the keys into memory: at the start, and after the transaction of a rotation.
   * @throws {OtherMasterKey} where a key is encrypted under another master key
   */
  load(): Promise<void> {
    return this.options.keyRing.load()
  }

  /** The keys of every API with their states, newest first. There are few, and the state of each depends on the others: all are read together. */
  async list({ limit, before }: PageRequest): Promise<Page<SigningKey>> {
    const { db, repository, clock } = this.options
    const all = withStates(await repository.listAll(db), clock())
    const rest = before === undefined ? all : all.filter(({ seq }) => BigInt(seq) < BigInt(before))
    return mapPage(pageOf(rest, limit), ({ seq: _, ...key }) => key)
  }

  /**
   * Replaces the keys of an API. Call {@link load} after the transaction.
   * @param api the name of the contract
   * @returns `undefined` for an API that signs nothing
   */
  async rotate(trx: Transaction<Database>, api: string, options: RotationOptions): Promise<RotationResult | undefined> {
    const issuer = this.#issuers.get(api)
    return issuer && this.options.rotation.rotate(trx, issuer.profile, options)
  }

  /** The API and the claims of a token of any API, expired or not; `undefined` for any other text. */
  async identify(token: string): Promise<{ readonly api: string; readonly claims: Claims } | undefined> {
    const key = await this.options.keyRing.find(kidOf(token))
    const claims = key && this.#issuers.get(key.api)?.verifyWith(key, token)
    return claims && { api: key.api, claims }
  }
}
