import type { Kysely } from 'kysely'
import type { Clock } from '../../clock.js'
import { type Algorithm, type Claims, jwtSigner, jwtVerifier } from '../../crypto/jwt.js'
import { groupRows } from '../../database/group-rows.js'
import type { Database } from '../../database/schema.js'
import type { SigningKeyRepository } from './repository.js'
import { currentKey, isExpired, type Signer, type StoredSigningKey } from './signing-key.js'
import type { SigningKeyWrapper, UnwrappedKey } from './signing-key-wrapper.js'

/** A signing key that is held in memory. */
export interface LoadedKey extends StoredSigningKey, UnwrappedKey {
  readonly sign: (claims: Claims) => string
  readonly verify: (token: string) => Claims | undefined
}

interface Keys {
  /** By the time from which they sign. */
  readonly inOrder: readonly LoadedKey[]
  readonly byId: ReadonlyMap<string, LoadedKey>
  /** Keys of several APIs can have one `kid`, and several imported keys none. */
  readonly byKid: ReadonlyMap<string | null, readonly LoadedKey[]>
}

/** Between two loads for unknown `kid`s, which anybody can make up. Until the next one, an unknown `kid` is answered from memory. */
const unknownKidIntervalMs = 1_000
/** From this age on, the keys are loaded beside the call that uses them. */
const staleAgeMs = 2_000
/** From this age on, a call waits for the load. */
export const maxAgeMs = 8_000

export interface KeyRingOptions {
  readonly db: Kysely<Database>
  readonly repository: SigningKeyRepository
  readonly wrapper: SigningKeyWrapper
  readonly clock: Clock
}

/**
 * The signing keys of every API, decrypted, in memory. A key that another instance created is found by its unknown `kid`, or when the keys
 * in memory get old.
 */
export class KeyRing {
  #keys: Keys | undefined
  /** When the keys in memory were loaded, by the clock. */
  #loadedAtMs = Number.NEGATIVE_INFINITY
  /** When the last load began, by the clock. */
  #triedAtMs = Number.NEGATIVE_INFINITY
  /** The last load for an unknown `kid`, and when it began, by the monotonic clock. */
  #loadForUnknownKid: Promise<void> | undefined
  #loadForUnknownKidAtMs = Number.NEGATIVE_INFINITY
  /** Loads are numbered, so that a slow one does not replace the keys of a later one. */
  #lastLoad = 0
  #loadOfKeys = 0
  #loading: Promise<Keys> | undefined

  constructor(readonly options: KeyRingOptions) {}

  /** The key with which an API signs now; `undefined` where it has none. */
  async current(signer: Signer): Promise<LoadedKey | undefined> {
    return currentKey((await this.#getKeys()).inOrder, signer, this.options.clock())
  }

  /**
   * The keys that are not expired and have this `kid`, or none: of each API one at most, and few without a `kid`.
   * A token without a `kid` lets no keys be loaded: whoever imports a key waits until the keys in memory get old.
   */
  async find(kid: string | null): Promise<readonly LoadedKey[]> {
    let keys = (await this.#getKeys()).byKid.get(kid)
    if (!keys && kid !== null) {
      await this.#loadForUnknownKids()
      // Not those of that load: a key may have been withdrawn since then.
      keys = this.#keys?.byKid.get(kid)
    }
    if (!keys) return []
    const now = this.options.clock()
    return keys.filter((key) => !isExpired(key, now))
  }

  /** The keys in memory, by the time from which they sign; none before the first load. */
  get loaded(): readonly LoadedKey[] {
    return this.#keys?.inOrder ?? []
  }

  /**
   * Loads the keys.
   * @throws {OtherMasterKey}
   */
  async load(): Promise<void> {
    await this.#load()
  }

  /** Lets the next use of the keys load them, and wait for that. */
  invalidate(): void {
    this.#loadedAtMs = Number.NEGATIVE_INFINITY
    this.#triedAtMs = Number.NEGATIVE_INFINITY
  }

  /** The keys, at most {@link maxAgeMs} old, or older while the database is away. */
  async #getKeys(): Promise<Keys> {
    const keys = this.#keys
    if (!keys) return this.#loadOnce()
    const nowMs = this.options.clock().getTime()
    if (isYounger(this.#triedAtMs, staleAgeMs, nowMs) && !this.#loading) return keys
    const loaded = this.#loadOnce().catch(() => keys)
    return isYounger(this.#loadedAtMs, maxAgeMs, nowMs) ? keys : loaded
  }

  /** Loads the keys once for all concurrent callers. */
  #loadOnce(): Promise<Keys> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined
    })
    return this.#loading
  }

  /**
   * Loads the keys, since one that another instance has just created is unknown too. Within a second after that, all callers share the
   * outcome: while the database is away, nobody hears that a `kid` is unknown.
   */
  #loadForUnknownKids(): Promise<void> {
    const nowMs = performance.now()
    if (!this.#loadForUnknownKid || nowMs - this.#loadForUnknownKidAtMs >= unknownKidIntervalMs) {
      this.#loadForUnknownKidAtMs = nowMs
      this.#loadForUnknownKid = this.load()
    }
    return this.#loadForUnknownKid
  }

  async #load(): Promise<Keys> {
    const { db, repository, wrapper, clock } = this.options
    const load = ++this.#lastLoad
    const now = clock()
    this.#triedAtMs = now.getTime()
    const stored = await repository.list(db, now)
    const inOrder = stored.map((key) => this.#open(key))
    const keys: Keys = {
      inOrder,
      byId: new Map(inOrder.map((key) => [key.id, key])),
      byKid: groupRows(
        inOrder,
        ({ kid }) => kid,
        (key) => key,
      ),
    }
    if (load > this.#loadOfKeys) {
      this.#keys = keys
      this.#loadedAtMs = now.getTime()
      this.#loadOfKeys = load
    }
    // At every load, not only at the start: an instance that is still in the first step of a rotation may create a key later than that.
    if (wrapper.wrappingKeys.isMigrating()) await this.#rewrap(keys)
    return keys
  }

  #open(stored: StoredSigningKey): LoadedKey {
    const known = this.#keys?.byId.get(stored.id)
    if (known?.wrapped.equals(stored.wrapped)) return { ...known, ...stored }
    const unwrapped = this.options.wrapper.unwrap(stored)
    const jwtKey = { kid: stored.kid, algorithm: stored.algorithm as Algorithm, key: unwrapped.key }
    // A key that only verifies may be too short to sign.
    const sign = stored.signsFrom === null ? refuseToSign : jwtSigner(jwtKey)
    return { ...stored, ...unwrapped, sign, verify: jwtVerifier(jwtKey) }
  }

  async #rewrap(keys: Keys): Promise<void> {
    const { db, repository, wrapper } = this.options
    for (const loaded of keys.inOrder) {
      if (!loaded.isUnderPrevious) continue
      // A failed write is tried again at the next load. Until then, `doctor` counts the key.
      await repository.rewrap(db, loaded, wrapper.wrap(loaded, loaded.key)).catch(() => {})
    }
  }
}

function refuseToSign(): never {
  throw new Error('this key only verifies')
}

/** An instant in the future counts as long ago: the clock was put back. */
function isYounger(instantMs: number, ageMs: number, nowMs: number): boolean {
  return instantMs <= nowMs && nowMs - instantMs <= ageMs
}
