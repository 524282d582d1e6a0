import type { Kysely } from 'kysely'
import type { Clock } from '../../clock.js'
import { KeyedSemaphore } from '../../concurrency/keyed-semaphore.js'
import { Semaphore } from '../../concurrency/semaphore.js'
import type { Digester } from '../../crypto/digest.js'
import type { PasswordHasher } from '../../crypto/password-hashing.js'
import type { Secret } from '../../crypto/secret.js'
import type { Database } from '../../database/schema.js'
import type { AuditService } from '../audit/service.js'
import type { SignInCaller } from '../audit/sign-in-caller.js'
import type { UsageService } from '../usage/service.js'
import { type CountedAddress, countedAddress } from './counted-address.js'
import { KnownPairs } from './known-pairs.js'
import type { SecurityUserRepository } from './repository.js'
import { type SecurityUserCredentials, type UsernameKey, usernameKey } from './security-user.js'
import type { SessionService, TokenPair } from './session-service.js'
import { type CountedAttempt, retryAfterSeconds, type SignInAttempt, throttleSubject } from './sign-in-throttle.js'
import type { ThrottleRepository } from './throttle-repository.js'

/** The client that signs in. */
/** Tokens; the time to wait; or `undefined` where user name and password do not belong to an active user. */
export type SignInResult = TokenPair | { readonly retryAfterSeconds: number } | undefined

export interface SignInServiceOptions {
  readonly db: Kysely<Database>
  readonly users: SecurityUserRepository
  readonly throttles: ThrottleRepository
  readonly sessions: SessionService
  readonly passwords: PasswordHasher
  readonly audit: Pick<AuditService, 'recordFailedSignIn'>
  readonly usage: Pick<UsageService, 'recordSignIn'>
  readonly digest: Digester
  readonly clock: Clock
  /** How many cores the process may use for passwords. */
  readonly cores: number
}

/** The slots of sign-ins. */
interface SignInSlots {
  /**
   * Sign-ins that run at the same time: for each core one whose password is hashed and one that waits for the database, and few enough that
   * half of the pool of connections stays free.
   */
  readonly concurrency: number
  /** About two seconds of work. */
  readonly maxQueued: number
  /** One slot is left to those who have signed in before. */
  readonly maxStrangers: number
  /** The hashes of one user, which may be expensive ones of another software, do not take all slots. */
  readonly maxStrangersPerUser: number
}

function slotsOf(cores: number): SignInSlots {
  const concurrency = Math.min(2 * cores, 5)
  return {
    concurrency,
    maxQueued: concurrency * 50,
    maxStrangers: Math.max(1, concurrency - 1),
    maxStrangersPerUser: Math.max(1, Math.floor(concurrency / 2)),
  }
}

/** Signs users in with their passwords, and slows down guessing. */
export class SignInService {
  /** Sign-ins beyond its queue are refused before the database is asked: a flood leaves connections to look-ups. Addresses take turns. */
  readonly #slots: Semaphore

  /** Sign-ins of users from addresses from which this process has not seen them sign in: all attacks are among them. */
  readonly #strangers: Semaphore
  readonly #strangersOfUser: KeyedSemaphore
  readonly #known = new KnownPairs()

  /**
   * An attempt counts as a failure until its password is verified. A client that signs in several times at once with the right password
   * would be taken for one that guesses, if its attempts did not follow one another.
   */
  readonly #turns = new KeyedSemaphore({
    name: 'sign-ins of one user from one address',
    concurrencyPerKey: 1,
    maxQueuedPerKey: 100,
  })

  constructor(readonly options: SignInServiceOptions) {
    const { concurrency, maxQueued, maxStrangers, maxStrangersPerUser } = slotsOf(options.cores)
    this.#slots = new Semaphore({ name: 'sign-ins', concurrency, maxQueued })
    this.#strangers = new Semaphore({ name: 'sign-ins from new addresses', concurrency: maxStrangers, maxQueued })
    this.#strangersOfUser = new KeyedSemaphore({
      name: 'sign-ins of one user from new addresses',
      concurrencyPerKey: maxStrangersPerUser,
      maxQueuedPerKey: 100,
    })
  }

  /** How many sign-ins run, and how many wait. */
  get load(): Semaphore['load'] {
    const { running, waiting } = this.#slots.load
    return { running, waiting: waiting + this.#strangers.load.waiting }
  }

  /** How many sign-ins from new addresses may run and wait together. */
  get maxStrangers(): number {
    const { concurrency, maxQueued } = this.#strangers.options
    return concurrency + maxQueued
  }

  /**
   * Signs a user in.
   * @throws {Unavailable} where too many sign-ins wait, or the database is away; the attempt does not count
   * @throws the reason of the client's signal where the client disconnects before its password is hashed; the attempt does not count
   */
  signIn(name: string, password: Secret, client: SignInCaller): Promise<SignInResult> {
    const username = usernameKey(name)
    const address = countedAddress(client.clientAddress)
    const attempt = () => {
      client.signal.throwIfAborted()
      // Under the current master key alone. While instances with two current keys run together each key has its own count.
      const subject = this.options.digest(throttleSubject(username))
      return this.#attempt({ subject, address, at: this.options.clock() }, username, password, client)
    }
    return this.#turns.run(`${address} ${username}`, async () => {
      const result = await this.#whenSlotIsFree(username, address, attempt)
      if (result && 'user' in result) this.#known.add(username, address)
      return result
    })
  }

  #whenSlotIsFree<T>(username: UsernameKey, address: CountedAddress, attempt: () => Promise<T>): Promise<T> {
    const inSlot = () => this.#slots.run(attempt, address)
    if (this.#known.has(username, address)) return inSlot()
    return this.#strangersOfUser.run(username, () => this.#strangers.run(inSlot, address), address)
  }

  async #attempt(
    attempt: SignInAttempt,
    username: UsernameKey,
    password: Secret,
    client: SignInCaller,
  ): Promise<SignInResult> {
    const { db, throttles, clock } = this.options
    const counted = await throttles.count(db, attempt)
    if (!counted) {
      const blockedUntil = await throttles.findBlock(db, attempt)
      return { retryAfterSeconds: retryAfterSeconds(blockedUntil ?? attempt.at, clock()) }
    }
    try {
      return await this.#verify(counted, username, password, client)
    } catch (error) {
      // The password was not verified, so nothing was guessed.
      await throttles.uncount(db, counted)
      throw error
    }
  }

  /** Unknown and inactive users take the same steps as others, so that the answer takes the same time. */
  async #verify(
    counted: CountedAttempt,
    username: UsernameKey,
    password: Secret,
    { api, clientAddress, signal }: SignInCaller,
  ): Promise<TokenPair | undefined> {
    const { audit, db, passwords, sessions, throttles, usage, users } = this.options
    const user = await users.findCredentials(db, username)
    const isMatch = await passwords.verify(password, user?.passwordHash, signal)
    if (isMatch && user?.isActive) {
      const pair = await sessions.start(await this.#withOwnHash(user, username, password), counted.at)
      if (pair) {
        await throttles.reset(db, counted)
        usage.recordSignIn({ api, kind: 'security-user', subject: String(user.uid), at: counted.at })
        return pair
      }
    }
    audit.recordFailedSignIn({
      api,
      action: 'security-user.sign-in',
      subject: user && String(user.uid),
      source: clientAddress,
    })
    return undefined
  }

  /** Replaces an imported hash of the verified password by one of ours. @returns the user with the stored hash */
  async #withOwnHash(
    user: SecurityUserCredentials,
    username: UsernameKey,
    password: Secret,
  ): Promise<SecurityUserCredentials> {
    const { db, passwords, users } = this.options
    if (passwords.isOwnHash(user.passwordHash)) return user
    try {
      const passwordHash = await passwords.hash(password)
      if (await users.replacePasswordHash(db, user, passwordHash)) return { ...user, passwordHash }
      // Another sign-in replaced it first, or the password is another one by now.
      const current = await users.findCredentials(db, username)
      return current && (await passwords.verify(password, current.passwordHash)) ? current : user
    } catch {
      // The imported hash still works. The next sign-in tries again.
      return user
    }
  }
}
