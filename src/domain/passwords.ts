import { availableParallelism } from 'node:os'
import { hash, type Options, verify } from '@node-rs/argon2'
import { Gate } from './gate.js'
import type { Secret } from './secret.js'

declare const brand: unique symbol

/** A password as it is stored: Argon2id in the PHC string format, with its salt and costs. */
export type PasswordHash = string & { readonly [brand]: 'PasswordHash' }

/** What OWASP asks for: 19 MiB, 2 iterations, 1 lane. Argon2id is the package's default. */
const costs: Options = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }

/** Of a password that nobody knows. Stands in for the hash of users who do not exist, with the same costs. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$DPTPlrUX0jAOFSumt6BS4A$tblNpK/DA5lcAA7+jcC4ZuUWVYITpef6/t/XRhoGYi8' as PasswordHash

/** How many hashes may wait for each that is computed: about two seconds of work. */
const placesPerCore = 50

/**
 * Hashes and verifies passwords of people. The work is done outside the JavaScript thread, a hash per core at a time: more would
 * only take memory from one another.
 */
export class Passwords {
  readonly #gate: Gate

  constructor(cores = availableParallelism()) {
    this.#gate = new Gate('password hashing', cores, cores * placesPerCore)
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
   * Whether a password has a hash. Without a hash the answer is no, after the same time.
   * @throws {Unavailable} where too many wait already
   */
  async matches(password: Secret, stored: PasswordHash | undefined): Promise<boolean> {
    const isMatch = await this.#gate.run(() => verify(stored ?? nobodysHash, password.reveal()))
    return isMatch && stored !== undefined
  }
}
