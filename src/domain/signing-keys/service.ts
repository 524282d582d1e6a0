import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Clock, secondsAfter } from '../../clock.js'
import {
  type Algorithm,
  type Claims,
  type JwtProfile,
  jwtSigner,
  jwtVerifier,
  keyLengths,
  kidOf,
} from '../../crypto/jwt.js'
import { unwrap, wrap } from '../../crypto/master-key.js'
import type { SigningKeys, StoredSigningKey } from './repository.js'
import type { SigningKey, SigningKeyState } from './signing-key.js'

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

/** A new key; or the one that stands in the way, since it has not begun to sign. */
export type RotationOutcome =
  | { readonly rotated: SigningKey }
  | { readonly pending: Pick<SigningKey, 'id' | 'signsFrom'> }

export interface RotationOptions {
  /** Seconds for which the other keys verify after the new one begins to sign; 0 for a leaked key: they end at once. */
  readonly overlapSeconds?: number | undefined
  readonly at: Date
}

/** Keys that encrypt signing keys for storage. */
export interface WrappingKeys {
  readonly current: Buffer
  readonly previous: Buffer | undefined
  /** Whether the previous key is the older one, so that what is found under it moves to the current one. */
  readonly movesOn: () => boolean
}

/** A stored key fits none of the wrapping keys. */
export class OtherMasterKey extends Error {
  override readonly name = 'OtherMasterKey'
}

interface LoadedKey extends StoredSigningKey {
  readonly key: Buffer
  readonly isUnderPrevious: boolean
  readonly sign: (claims: Claims) => string
  readonly verify: (token: string) => Claims | undefined
}

/** An API, and how it signs. */
type Signer = Pick<StoredSigningKey, 'api' | 'algorithm'>

/** By `kid`, the one that signs latest last. */
type Keys = ReadonlyMap<string, LoadedKey>

/** How often unknown `kid`s may make an instance look for new keys, in milliseconds. Also how long such a token waits at most. */
const reloadInterval = 100
/** The age, in milliseconds, from which on keys are read anew beside the call that uses them. */
const staleAge = 2_000
/** The age, in milliseconds, from which on a call waits for that. */
const expiredAge = 8_000
/** Seconds from which on a new key signs. Longer than {@link expiredAge}, so that no instance goes on signing with the key before. */
const publishDelay = 10
/** Seconds beyond the life of its tokens for which a replaced key verifies: clocks differ. */
const slack = 60

/**
 * The signing keys of every API: rows, encrypted under the master key, held decrypted in memory. An API without a key gets one
 * at its first use. A key that another instance made is found by its `kid`, and by the age of what is in memory.
 */
export class JwtIssuers {
  readonly #profiles = new Map<string, JwtProfile>()
  #known: Keys | undefined
  /** The time at which `#known` was read, by the clock. */
  #knownAt = Number.NEGATIVE_INFINITY
  /** The time of the last attempt to read. */
  #triedAt = Number.NEGATIVE_INFINITY
  /** The attempts are numbered, so that a slow one does not undo a later one. */
  #attempts = 0
  #knownAttempt = 0
  #loadedAt = Number.NEGATIVE_INFINITY
  #loading: Promise<Keys> | undefined
  #nextReload: Promise<Keys> | undefined

  constructor(
    readonly repository: SigningKeys,
    readonly wrappingKeys: WrappingKeys,
    readonly clock: Clock,
  ) {}

  /** The issuer of an API, which is known to {@link rotate} and {@link identify} from now on. */
  for(profile: JwtProfile): JwtIssuer {
    this.#profiles.set(profile.api, profile)
    return {
      sign: async (claims) => {
        const key = currentKey((await this.#keys()).values(), profile, this.clock()) ?? (await this.#makeFirst(profile))
        return key.sign(claims)
      },
      verify: async (token) => {
        const key = await this.#find(kidOf(token))
        return key && isOf(profile, key) ? key.verify(token) : undefined
      },
    }
  }

  /**
   * Reads the keys anew.
   * @throws {OtherMasterKey}
   */
  async load(): Promise<void> {
    await this.#load()
  }

  /**
   * Makes a new key for an API, which signs after a delay in which every instance comes to know it, and lets the others end when the tokens that they
   * signed have expired.
   * @param api the name of the contract
   * @param repository where it is stored: that of a transaction, where it is a part of one; {@link load} belongs behind it then
   * @returns `undefined` for an API that signs nothing
   */
  async rotate(
    api: string,
    { overlapSeconds, at }: RotationOptions,
    repository = this.repository,
  ): Promise<RotationOutcome | undefined> {
    const profile = this.#profiles.get(api)
    if (!profile) return undefined
    const isLeak = overlapSeconds === 0
    const signsFrom = isLeak ? at : secondsAfter(at, publishDelay)
    const key = this.#generate(profile, at, signsFrom)
    const pending = await repository.replace({
      key,
      othersEnd: secondsAfter(signsFrom, overlapSeconds ?? profile.lifetime + slack),
      evenPending: isLeak,
    })
    if (pending) return { pending: { id: pending.id, signsFrom: pending.signsFrom } }
    // The next use reads, and waits for it.
    this.#knownAt = Number.NEGATIVE_INFINITY
    this.#triedAt = Number.NEGATIVE_INFINITY
    return { rotated: describe(key, isLeak ? 'signing' : 'published') }
  }

  /** Every key of every API with its number, newest first. */
  async list(): Promise<(SigningKey & { readonly seq: string })[]> {
    const now = this.clock()
    const all = await this.repository.listAll()
    const inOrder = all.toSorted(bySigning)
    const stateOf = (stored: StoredSigningKey): SigningKeyState => {
      if (isExpired(stored, now)) return 'expired'
      if (currentKey(inOrder, stored, now) === stored) return 'signing'
      return stored.signsFrom > now ? 'published' : 'verifying'
    }
    return all.map((stored) => ({ ...describe(stored, stateOf(stored)), seq: stored.seq }))
  }

  /** The API and the claims of a token that one of the APIs signed, expired or not; `undefined` for any other text. */
  async identify(token: string): Promise<{ readonly api: string; readonly claims: Claims } | undefined> {
    const key = await this.#find(kidOf(token))
    const profile = key && this.#profiles.get(key.api)
    const claims = profile && isOf(profile, key) ? key.verify(token) : undefined
    return profile && claims && { api: profile.api, claims }
  }

  async #find(kid: string | undefined): Promise<LoadedKey | undefined> {
    if (kid === undefined) return undefined
    const known = (await this.#keys()).get(kid)
    if (known) return isExpired(known, this.clock()) ? undefined : known
    return (await this.#reloadSoon()).get(kid)
  }

  /** The keys, at most {@link expiredAge} old; older where the database is away. */
  async #keys(): Promise<Keys> {
    const known = this.#known
    if (!known) return this.#loadOnce()
    const now = this.clock().getTime()
    if (isYounger(this.#triedAt, staleAge, now) && !this.#loading) return known
    const loaded = this.#loadOnce().catch(() => known)
    return isYounger(this.#knownAt, expiredAge, now) ? known : loaded
  }

  /** Reads the keys once for all who ask in the meantime. */
  #loadOnce(): Promise<Keys> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined
    })
    return this.#loading
  }

  /**
   * Reads the keys anew for all who ask until it begins. Bounded, since anybody can send a made-up `kid`; waiting rather than
   * refusing, since a key that another instance has just made is as unknown.
   */
  #reloadSoon(): Promise<Keys> {
    this.#nextReload ??= delay(Math.max(0, this.#loadedAt + reloadInterval - performance.now())).then(() => {
      this.#nextReload = undefined
      return this.#load()
    })
    return this.#nextReload
  }

  async #makeFirst(profile: JwtProfile): Promise<LoadedKey> {
    const now = this.clock()
    // Of the instances that are at this point at the same time one stores its key, and all sign with that one.
    await this.repository.insertFirst(this.#generate(profile, now, now))
    const key = currentKey((await this.#load()).values(), profile, now)
    if (!key) throw new Error(`the signing key of ${profile.api} is gone right after it was made`)
    return key
  }

  #generate({ api, algorithm }: JwtProfile, createdAt: Date, signsFrom: Date): StoredSigningKey {
    const id = randomUUID()
    const key = randomBytes(keyLengths[algorithm])
    const wrapped = wrap(this.wrappingKeys.current, key, context(id, api, algorithm))
    return { id, api, algorithm, wrapped, createdAt, signsFrom, expiresAt: null }
  }

  async #load(): Promise<Keys> {
    const attempt = ++this.#attempts
    const now = this.clock()
    this.#triedAt = now.getTime()
    this.#loadedAt = performance.now()
    const rows = await this.repository.list(now)
    const keys = new Map(rows.map((row) => [row.id, this.#open(row)]))
    if (attempt > this.#knownAttempt) {
      this.#known = keys
      this.#knownAt = now.getTime()
      this.#knownAttempt = attempt
    }
    if (this.wrappingKeys.movesOn()) await this.#rewrap(keys)
    return keys
  }

  #open(stored: StoredSigningKey): LoadedKey {
    const known = this.#known?.get(stored.id)
    if (known?.wrapped.equals(stored.wrapped)) return { ...known, ...stored }
    const { current, previous } = this.wrappingKeys
    const underCurrent = tryUnwrap(current, stored)
    const key = underCurrent ?? (previous && tryUnwrap(previous, stored))
    if (!key) throw new OtherMasterKey(`the signing key ${stored.id} was encrypted under another master key`)
    const jwtKey = { kid: stored.id, algorithm: stored.algorithm as Algorithm, key }
    return { ...stored, key, isUnderPrevious: !underCurrent, sign: jwtSigner(jwtKey), verify: jwtVerifier(jwtKey) }
  }

  /** At every read, not at the start alone: an instance of the step before may make a key later than that. */
  async #rewrap(keys: Keys): Promise<void> {
    for (const loaded of keys.values()) {
      if (!loaded.isUnderPrevious) continue
      const wrapped = wrap(this.wrappingKeys.current, loaded.key, contextOf(loaded))
      // One that cannot be written is tried again at the next read, and until then it is counted.
      await this.repository.rewrap(loaded, wrapped).catch(() => {})
    }
  }
}

/**
 * The key with which an API signs now: the last whose time has come; before that the first, so that a clock that is behind makes no further
 * one. In one pass, as every new token asks for it.
 * @param keys in the order in which they sign
 */
function currentKey<Key extends StoredSigningKey>(keys: Iterable<Key>, signer: Signer, now: Date): Key | undefined {
  let first: Key | undefined
  let current: Key | undefined
  for (const key of keys) {
    if (!isOf(signer, key) || isExpired(key, now)) continue
    first ??= key
    if (key.signsFrom.getTime() <= now.getTime()) current = key
  }
  return current ?? first
}

function bySigning(one: StoredSigningKey, other: StoredSigningKey): number {
  return one.signsFrom.getTime() - other.signsFrom.getTime() || (one.id < other.id ? -1 : 1)
}

function isOf({ api, algorithm }: Signer, key: StoredSigningKey): boolean {
  return key.api === api && key.algorithm === algorithm
}

function isExpired({ expiresAt }: StoredSigningKey, now: Date): boolean {
  return expiresAt !== null && expiresAt.getTime() <= now.getTime()
}

/** A moment that is in the future, since the clock was put back, counts as long ago. */
function isYounger(moment: number, age: number, now: number): boolean {
  return moment <= now && now - moment <= age
}

function describe(
  { id, api, algorithm, createdAt, signsFrom, expiresAt }: StoredSigningKey,
  state: SigningKeyState,
): SigningKey {
  return { id, api, algorithm, state, createdAt, signsFrom, expiresAt }
}

function tryUnwrap(wrappingKey: Buffer, stored: StoredSigningKey): Buffer | undefined {
  try {
    return unwrap(wrappingKey, stored.wrapped, contextOf(stored))
  } catch {
    return undefined
  }
}

function contextOf({ id, api, algorithm }: StoredSigningKey): string {
  return context(id, api, algorithm)
}

function context(id: string, api: string, algorithm: string): string {
  return `${id} ${api} ${algorithm}`
}
