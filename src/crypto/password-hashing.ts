import { availableParallelism } from 'node:os'
import { hash, type Options, verify as verifyArgon2 } from '@node-rs/argon2'
import type { Caller } from '../concurrency/caller.js'
import { Cancelled } from '../concurrency/cancelled.js'
import { Gate } from '../concurrency/semaphore.js'
import { passwordVerifier } from './password-verifier.js'
import { type Random, randomBase62 } from './random.js'
import { Secret } from './secret.js'

declare const brand: unique symbol

/**
 * A password as it is stored, with its salt and costs: Argon2id in the PHC string format or, until the first sign-in, whatever
 * {@link passwordVerifier} can verify.
 */
export type PasswordHash = string & { readonly [brand]: 'PasswordHash' }

/** What OWASP asks for: 19 MiB, 2 iterations, 1 lane. Argon2id is the package's default. */
const costs: Options = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }
const ownPrefix = '$argon2id$v=19$m=19456,t=2,p=1$'

/** Of a password that nobody knows. Stands in for the hash of users who do not exist, with the same costs. */
const nobodysHash = `${ownPrefix}DPTPlrUX0jAOFSumt6BS4A$tblNpK/DA5lcAA7+jcC4ZuUWVYITpef6/t/XRhoGYi8`

/** 20 characters of base62 carry 119 bits. */
const generatedLength = 20

/** How many hashes may wait for each that is computed: about two seconds of work. */
const placesPerCore = 50

/** Makes a password for somebody who has none. */
export function generatePassword(random: Random): Secret {
  return new Secret(randomBase62(random, generatedLength))
}

/** Reads a hash that was made elsewhere; `undefined` where it cannot be verified here, or not at a bearable cost. */
export function importedPasswordHash(text: string): PasswordHash | undefined {
  return passwordVerifier(text) && (text as PasswordHash)
}

/** Whether a hash is one of ours, at the costs of today. */
export function isOwnPasswordHash(stored: PasswordHash): boolean {
  return stored.startsWith(ownPrefix)
}

/**
 * Hashes and verifies passwords of people. The work is done outside the JavaScript thread, a hash per core at a time: more would
 * only take memory from one another.
 */
export class Passwords {
  readonly #gate: Gate

  constructor(cores = availableParallelism()) {
    this.#gate = new Gate('password hashing', cores, cores * placesPerCore)
  }

  /** How many hashes are computed and wait at most. */
  get places(): number {
    return this.#gate.width + this.#gate.places
  }

  /** How many hashes are computed and how many wait. */
  get load(): Gate['load'] {
    return this.#gate.load
  }

  /** @throws {Unavailable} where too many wait already */
  hash(password: Secret): Promise<PasswordHash> {
    return this.#gate.run(async () => (await hash(password.reveal(), costs)) as PasswordHash)
  }

  /**
   * Whether a password has a hash. Without a hash, or with one that cannot be read, the answer is no, after the time that a hash of
   * ours takes. A hash that was made elsewhere takes its own time, until it is replaced at the first sign-in.
   * @param caller looked at when the work begins: what nobody waits for any more is not done
   * @throws {Unavailable} where too many wait already
   * @throws {Cancelled}
   */
  async matches(password: Secret, stored: PasswordHash | undefined, caller?: Caller): Promise<boolean> {
    const verifier = stored === undefined ? undefined : passwordVerifier(stored)
    const verify = verifier ?? ((text: string) => verifyArgon2(nobodysHash, text))
    const isMatch = await this.#gate.run(async () => {
      if (caller?.isGone) throw new Cancelled()
      // A library that cannot read a hash throws, and may quote it.
      return verify(password.reveal()).catch(() => false)
    })
    return isMatch && verifier !== undefined
  }
}
