import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '../domain/clock.js'
import { type Algorithm, type Claims, jwtSigner, jwtVerifier, keyLengths, kidOf } from '../domain/jwt.js'
import type { SigningKeys, StoredSigningKey } from '../repositories/signing-keys.js'
import { unwrap, wrap } from './master-key.js'

/** Signs and verifies the tokens of one API, under keys of its own. */
export interface JwtIssuer {
  /** @param claims with `iat` and `exp` in seconds */
  sign(claims: Claims): Promise<string>
  /**
   * @returns the claims, or `undefined` for whatever this API did not sign. An expired token is verified all the same:
   *   compare `exp` with the clock.
   */
  verify(token: string): Promise<Claims | undefined>
}

interface LoadedKey {
  readonly stored: StoredSigningKey
  readonly sign: (claims: Claims) => string
  readonly verify: (token: string) => Claims | undefined
}

/** How often unknown `kid`s may make an instance look for new keys, in milliseconds. Also how long such a token waits at most. */
const reloadInterval = 100

/**
 * The signing keys of every API: rows, encrypted under the master key, held decrypted in memory. An API without a key gets one
 * at its first use. A key that another instance made is found by its `kid`.
 */
export class JwtIssuers {
  #keys: Promise<Map<string, LoadedKey>> | undefined
  #nextReload: Promise<Map<string, LoadedKey>> | undefined
  #loadedAt = Number.NEGATIVE_INFINITY

  constructor(
    readonly repository: SigningKeys,
    readonly wrappingKey: Buffer,
    readonly clock: Clock,
  ) {}

  /** The issuer of an API. The algorithm is fixed: a token of another one is refused. */
  for(api: string, algorithm: Algorithm): JwtIssuer {
    return {
      sign: async (claims) => {
        const key = (await this.#current(api, algorithm)) ?? (await this.#make(api, algorithm))
        return key.sign(claims)
      },
      verify: async (token) => {
        const key = await this.#find(kidOf(token))
        const { stored } = key ?? {}
        return stored?.api === api && stored.algorithm === algorithm ? key?.verify(token) : undefined
      },
    }
  }

  /** Reads the keys anew. Fails where a key was wrapped under another master key. */
  async load(): Promise<void> {
    await this.#reload()
  }

  async #current(api: string, algorithm: Algorithm): Promise<LoadedKey | undefined> {
    const now = this.clock()
    let current: LoadedKey | undefined
    for (const key of (await (this.#keys ?? this.#reload())).values()) {
      const { stored } = key
      const isSigning = stored.signsFrom <= now && !isExpired(stored, now)
      if (stored.api === api && stored.algorithm === algorithm && isSigning) current = key
    }
    return current
  }

  async #find(kid: string | undefined): Promise<LoadedKey | undefined> {
    if (kid === undefined) return undefined
    const known = (await (this.#keys ?? this.#reload())).get(kid)
    if (known) return isExpired(known.stored, this.clock()) ? undefined : known
    return (await this.#reloadSoon()).get(kid)
  }

  /**
   * Reads the keys anew for all who ask until it begins. Bounded, since anybody can send a made-up `kid`; waiting rather than
   * refusing, since a key that another instance has just made is as unknown.
   */
  #reloadSoon(): Promise<Map<string, LoadedKey>> {
    this.#nextReload ??= delay(Math.max(0, this.#loadedAt + reloadInterval - performance.now())).then(() => {
      this.#nextReload = undefined
      return this.#reload()
    })
    return this.#nextReload
  }

  async #make(api: string, algorithm: Algorithm): Promise<LoadedKey> {
    const id = randomUUID()
    const now = this.clock()
    await this.repository.insert({
      id,
      api,
      algorithm,
      wrapped: wrap(this.wrappingKey, randomBytes(keyLengths[algorithm]), context(id, api, algorithm)),
      createdAt: now,
      signsFrom: now,
      expiresAt: null,
    })
    const made = (await this.#reload()).get(id)
    if (!made) throw new Error(`the signing key of ${api} is gone right after it was made`)
    // Two instances may have made one each: both verify, and the one that the database lists last signs.
    return (await this.#current(api, algorithm)) ?? made
  }

  #reload(): Promise<Map<string, LoadedKey>> {
    this.#loadedAt = performance.now()
    const loading = this.repository
      .list(this.clock())
      .then((rows) => new Map(rows.map((row) => [row.id, this.#load(row)])))
    // A failed load is not kept: the next use tries again.
    loading.catch(() => {
      if (this.#keys === loading) this.#keys = undefined
    })
    this.#keys = loading
    return loading
  }

  #load(stored: StoredSigningKey): LoadedKey {
    const algorithm = stored.algorithm as Algorithm
    const key = unwrap(this.wrappingKey, stored.wrapped, context(stored.id, stored.api, stored.algorithm))
    const jwtKey = { kid: stored.id, algorithm, key }
    return { stored, sign: jwtSigner(jwtKey), verify: jwtVerifier(jwtKey) }
  }
}

function isExpired({ expiresAt }: StoredSigningKey, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now
}

function context(id: string, api: string, algorithm: string): string {
  return `${id} ${api} ${algorithm}`
}
