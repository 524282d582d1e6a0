import type { Kysely } from 'kysely'
import { defaultRefusalMs } from '../../concurrency/refusal-time.js'
import { Semaphore } from '../../concurrency/semaphore.js'
import type { Digest, Digester } from '../../crypto/digest.js'
import type { PasswordHash, PasswordHasher } from '../../crypto/password-hashing.js'
import { Secret, storedSecret } from '../../crypto/secret.js'
import type { Database } from '../../database/schema.js'
import type { SecretRepository } from './repository.js'

/** A valid secret of which only the hash of another installation is known. */
export interface HashedSecret {
  /** Names the row of its owner. */
  readonly digest: Digest
  readonly hash: PasswordHash
}

/** The owner of a presented secret, where it may sign in. */
export interface HashedSecretOwner {
  readonly id: string
  readonly secretHashes: readonly HashedSecret[]
}

/** Whether a secret is the one that was hashed, and after how many milliseconds a refusal is due. */
export interface HashedSecretResult {
  readonly isMatch: boolean
  readonly refusalMs: number
}

/** While hashes are stored every refusal takes so long: more than any hash that is accepted at an import. */
const refusalMsWithHashes = 500

/** For how long it is remembered whether there are hashes. A flood of refusals asks the database once in this time. */
const rememberedMs = 1_000

/** One core at most, since nothing slows down the guessing of secrets. Addresses take turns. */
const gate = { concurrency: 1, maxQueued: 100 }

/**
 * Secrets of broker users, or of access keys, that were imported as hashes. The first use of one costs its hash, in the queue of passwords, and
 * its own digest replaces it.
 *
 * While there are any, the time of a refusal must not tell whose secret is such a one: a refused sign-in whose owner has none, or is unknown,
 * verifies the hash of somebody else, and all refusals end at one time.
 */
export class HashedSecrets {
  readonly #gate: Semaphore
  #decoy: { readonly hash: Promise<PasswordHash | undefined>; readonly atMs: number } | undefined

  constructor(
    readonly options: {
      readonly db: Kysely<Database>
      readonly secrets: SecretRepository
      readonly passwords: Pick<PasswordHasher, 'verify'>
      readonly digest: Digester
    },
  ) {
    this.#gate = new Semaphore({ name: 'hashed secrets', ...gate })
  }

  /**
   * Verifies a secret whose digest is not known. Nothing is hashed where no hash is stored.
   * @param owner absent where it is unknown, or may not sign in
   * @throws {Unavailable} where too many secrets wait
   * @throws the reason of the signal where it is aborted before the secret is hashed
   */
  async verify(
    presented: string,
    owner: HashedSecretOwner | undefined,
    { address, signal }: { readonly address: string; readonly signal: AbortSignal },
  ): Promise<HashedSecretResult> {
    const hashed = owner?.secretHashes ?? []
    const decoy = hashed.length > 0 ? undefined : await this.#findDecoy()
    if (hashed.length === 0 && decoy === undefined) return { isMatch: false, refusalMs: defaultRefusalMs }
    const secret = new Secret(presented)
    const matching = await this.#gate.run(async () => {
      const { passwords } = this.options
      if (decoy !== undefined) await passwords.verify(secret, decoy, signal)
      for (const one of hashed) if (await passwords.verify(secret, one.hash, signal)) return one
      return undefined
    }, address)
    if (owner && matching) await this.#replace(owner.id, matching, secret)
    return { isMatch: matching !== undefined, refusalMs: refusalMsWithHashes }
  }

  /** Counts the valid secrets of which only a hash is known: they were not used since they were imported. */
  countUnused(now: Date): Promise<number> {
    return this.options.secrets.countHashed(this.options.db, now)
  }

  /** Where the database cannot be written to, the next use does it. */
  async #replace(ownerId: string, { digest: hashDigest }: HashedSecret, secret: Secret): Promise<void> {
    const { db, secrets, digest } = this.options
    await secrets.replaceHash(db, ownerId, hashDigest, storedSecret(secret, digest)).catch(() => {})
  }

  #findDecoy(): Promise<PasswordHash | undefined> {
    const nowMs = performance.now()
    if (!this.#decoy || nowMs - this.#decoy.atMs >= rememberedMs) {
      this.#decoy = { hash: this.options.secrets.findAnyHash(this.options.db), atMs: nowMs }
    }
    return this.#decoy.hash
  }
}
