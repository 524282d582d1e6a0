import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { hash, type Options, verify as verifyArgon2 } from '@node-rs/argon2'
import { Semaphore } from '../concurrency/semaphore.js'
import { passwordVerifier } from './password-verifier.js'
import { type Random, randomBase62, systemRandom } from './random.js'
import { Secret } from './secret.js'

declare const brand: unique symbol

/**
 * A password as it is stored, with its salt and costs: Argon2id in the PHC string format or, until the first sign-in, whatever
 * {@link passwordVerifier} can verify.
 */
export type PasswordHash = string & { readonly [brand]: 'PasswordHash' }

/** What OWASP recommends: 19 MiB, 2 iterations, 1 lane. Argon2id is the package's default. */
const recommendedCosts: PasswordCosts = { memoryKib: 19 * 1024, iterations: 2 }

/** The costs of an Argon2id hash with one lane. */
export interface PasswordCosts {
  readonly memoryKib: number
  readonly iterations: number
}

/** 20 characters of base62 carry 119 bits. */
const generatedLength = 20

/** How many hashes may wait for each that is computed: about two seconds of work. */
const maxQueuedPerCore = 50

/** Makes a password for somebody who has none. */
export function generatePassword(random: Random): Secret {
  return new Secret(randomBase62(random, generatedLength))
}

/** Accepts a hash that was made elsewhere; `undefined` where it cannot be verified here, or costs too much. */
export function importedPasswordHash(text: string): PasswordHash | undefined {
  return passwordVerifier(text) && (text as PasswordHash)
}

/** A digest (SHA-256) by which an imported hash is known again after a use has replaced it. */
export function passwordHashDigest(passwordHash: PasswordHash): Buffer {
  return createHash('sha256').update(passwordHash).digest()
}

export interface PasswordHasherOptions {
  /** How many hashes are computed at the same time. One per core: more only take memory from one another. */
  readonly concurrency?: number
  readonly costs?: PasswordCosts
}

/** Hashes and verifies passwords of people with Argon2id (RFC 9106), outside the JavaScript thread. */
export class PasswordHasher {
  readonly #semaphore: Semaphore
  readonly #options: Options
  /** Begins every hash of ours. */
  readonly #ownPrefix: string
  /** The hash of a random password: verified where a user is unknown, so that it takes the same time. */
  readonly #decoyHash: Promise<string>

  constructor({ concurrency = availableParallelism(), costs = recommendedCosts }: PasswordHasherOptions = {}) {
    const { memoryKib, iterations } = costs
    this.#semaphore = new Semaphore({
      name: 'password hashing',
      concurrency,
      maxQueued: concurrency * maxQueuedPerCore,
    })
    this.#options = { memoryCost: memoryKib, timeCost: iterations, parallelism: 1 }
    this.#ownPrefix = `$argon2id$v=19$m=${memoryKib},t=${iterations},p=1$`
    this.#decoyHash = hash(systemRandom(32), this.#options)
  }

  /** How many hashes may be computed and queued together. */
  get maxTasks(): number {
    const { concurrency, maxQueued } = this.#semaphore.options
    return concurrency + maxQueued
  }

  /** How many hashes are computed, and how many wait. */
  get load(): Semaphore['load'] {
    return this.#semaphore.load
  }

  /** Whether a hash has the form and the costs of those that are made here. */
  isOwnHash(stored: PasswordHash): boolean {
    return stored.startsWith(this.#ownPrefix)
  }

  /**
   * Runs other work that is as expensive, in the same queue.
   * @throws {Unavailable} where the queue is full
   */
  queue<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#semaphore.run(work)
  }

  /** @throws {Unavailable} where the queue is full */
  hash(password: Secret): Promise<PasswordHash> {
    return this.#semaphore.run(async () => (await hash(password.reveal(), this.#options)) as PasswordHash)
  }

  /**
   * Whether a password has this hash. Without a hash, or with an unreadable one, the answer is no after the time that a hash of ours takes. A
   * hash that was made elsewhere takes its own time, until the first sign-in replaces it.
   * @param signal checked when the work starts: nothing is hashed for a client that has disconnected
   * @throws {Unavailable} where the queue is full
   * @throws the reason of the signal where it is aborted
   */
  async verify(password: Secret, stored: PasswordHash | undefined, signal?: AbortSignal): Promise<boolean> {
    const verifier = stored === undefined ? undefined : passwordVerifier(stored)
    const decoyHash = await this.#decoyHash
    const verify = verifier ?? ((text: string) => verifyArgon2(decoyHash, text))
    const isMatch = await this.#semaphore.run(async () => {
      signal?.throwIfAborted()
      // The library throws where it cannot read a hash, and its message may quote the hash.
      return verify(password.reveal()).catch(() => false)
    })
    return isMatch && verifier !== undefined
  }
}
