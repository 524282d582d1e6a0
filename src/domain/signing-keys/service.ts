import type { Transaction } from 'kysely'
import { secondsAfter } from '../../clock.js'
import { type Claims, kidOf } from '../../crypto/jwt.js'
import { mapPage, type Page, type PageRequest, pageOf } from '../../database/page.js'
import type { Database } from '../../database/schema.js'
import { type IssuerOptions, JwtIssuer } from './issuer.js'
import { isKeyOf, type SigningApi, type SigningKey, type SigningProfile, withStates } from './signing-key.js'
import { type GivenSigningKey, type ImportResult, type SigningKeyImport, weaknessOf } from './signing-key-import.js'
import type { RotationOptions, RotationResult, SigningKeyRotation } from './signing-key-rotation.js'

export interface SigningKeyServiceOptions extends IssuerOptions {
  readonly rotation: SigningKeyRotation
  readonly keyImport: SigningKeyImport
}

/** Which keys end, and when. */
export interface Retirement {
  /** Absent: every key of the API that verifies and does not sign. */
  readonly id?: string | undefined
  /** How long they verify from now on; 0 ends them at once. */
  readonly overlapSeconds: number
  readonly at: Date
}

/** A signing key with its material. */
export interface ExportedSigningKey extends SigningKey {
  readonly material: Buffer
}

/** The API and the claims of a verified token, and its key. */
export interface IdentifiedToken {
  readonly api: SigningApi
  readonly claims: Claims
  readonly key: Pick<SigningKey, 'isImported' | 'signsFrom'>
}

/** The signing keys of every API: rows that are encrypted under the master key, held decrypted in memory. */
export class SigningKeyService {
  readonly #issuers = new Map<string, JwtIssuer>()

  constructor(readonly options: SigningKeyServiceOptions) {}

  /** The issuer of an API. {@link rotate} and {@link identify} know the API from now on. */
  issuerFor(profile: SigningProfile): JwtIssuer {
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

  /** When the key was made with which each API signs, by the keys in memory. */
  signingSince(): Map<string, Date> {
    const { keyRing, clock } = this.options
    const signing = withStates(keyRing.loaded, clock()).filter(({ state }) => state === 'signing')
    return new Map(signing.map(({ api, createdAt }) => [api, createdAt]))
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

  /** Why a key cannot be imported for an API, as the rest of a sentence; `undefined` where it can, and for an API that signs nothing. */
  weaknessOf(api: string, given: GivenSigningKey): string | undefined {
    const issuer = this.#issuers.get(api)
    return issuer && weaknessOf(issuer.profile, given)
  }

  /**
   * Stores the key of another installation, which has no weakness. Call {@link load} after the transaction.
   * @returns `undefined` for an API that signs nothing
   */
  async import(
    trx: Transaction<Database>,
    api: string,
    given: GivenSigningKey,
    at: Date,
  ): Promise<ImportResult | undefined> {
    const issuer = this.#issuers.get(api)
    return issuer && this.options.keyImport.import(trx, issuer.profile, given, at)
  }

  /**
   * Ends keys that verify and do not sign. Call {@link load} after the transaction.
   * @returns the keys; `undefined` for an API that signs nothing, and for an id that no such key of it has
   */
  async retire(
    trx: Transaction<Database>,
    api: string,
    { id, overlapSeconds, at }: Retirement,
  ): Promise<readonly SigningKey[] | undefined> {
    const { keyRing, repository } = this.options
    if (!this.#issuers.has(api)) return undefined
    const keys = withStates(await repository.lockKeysOf(trx, api, at), at)
    const verifying = keys.filter((key) => key.state === 'verifying' && (id === undefined || key.id === id))
    if (id !== undefined && verifying.length === 0) return undefined
    const ids = verifying.map((key) => key.id)
    const retired = await repository.expire(trx, ids, secondsAfter(at, overlapSeconds))
    keyRing.invalidate()
    return withStates(retired, at)
  }

  /**
   * The keys with which a server verifies every token of an API, the one that signs first. An API without a key gets one.
   * @returns `undefined` for an API that signs nothing
   */
  async export(trx: Transaction<Database>, api: string, at: Date): Promise<readonly ExportedSigningKey[] | undefined> {
    const { repository, wrapper } = this.options
    const profile = this.#issuers.get(api)?.profile
    if (!profile) return undefined
    await repository.insertFirst(trx, wrapper.generate(profile, at, at))
    const stored = (await repository.lockKeysOf(trx, api, at)).filter((key) => isKeyOf(profile, key))
    const materials = new Map(stored.map((key) => [key.id, wrapper.unwrap(key).key]))
    return withStates(stored, at)
      .toSorted((one, other) => Number(other.state === 'signing') - Number(one.state === 'signing'))
      .flatMap((key) => {
        const material = materials.get(key.id)
        return material ? [{ ...key, material }] : []
      })
  }

  /** The API, the claims and the key of a token of any API, expired or not; `undefined` for any other text. */
  async identify(token: string): Promise<IdentifiedToken | undefined> {
    const kid = kidOf(token)
    if (kid === undefined) return undefined
    for (const key of await this.options.keyRing.find(kid)) {
      const claims = this.#issuers.get(key.api)?.verifyWith(key, token)
      if (claims) return { api: key.api, claims, key }
    }
    return undefined
  }
}
