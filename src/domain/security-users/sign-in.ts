import { randomUUID } from 'node:crypto'
import type { CallContext } from '../../../generated/runtime/operation.js'
import { KeyedMutex } from '../../concurrency/keyed-mutex.js'
import { Semaphore } from '../../concurrency/semaphore.js'
import type { Digest } from '../../crypto/digest.js'
import type { Secret } from '../../crypto/secret.js'
import type { Dependencies } from '../../services.js'
import { type CountedAddress, countedAddress } from './counted-address.js'
import { familyExpiry, generateRefreshToken, refreshTokenExpiry } from './refresh-family.js'
import { type SecurityUser, type SecurityUserCredentials, type UsernameKey, usernameKey } from './security-user.js'
import { retryAfter, throttleSubject } from './sign-in-throttle.js'
import type { SignIn as BegunSignIn } from './throttle-repository.js'

/** A user and the refresh token with which the session goes on. */
export interface Session {
  readonly user: SecurityUser
  readonly refreshToken: Secret
  /** As it is stored. */
  readonly refreshTokenDigest: Digest
}

/** A session; seconds to wait; or `undefined` where user name and password do not belong to an active user. */
type SignInOutcome = Session | { readonly retryAfter: number } | undefined

export type SignIn = (username: string, password: Secret, caller: CallContext) => Promise<SignInOutcome>

/** How many sign-ins of one user from one address may wait for the one before. */
const waitingSignIns = 100

/** Signs users in, and slows guessing down. */
export function signIn({
  repositories: { securityUsers, signIns },
  passwords,
  digest,
  clock,
  random,
  failedSignIns,
}: Dependencies): SignIn {
  // An attempt counts as a failure until its password is verified. Without turns a client that signs in several times at once,
  // always with the right password, would be taken for one that guesses.
  const turns = new KeyedMutex({ name: 'sign-ins of one user', maxQueuedPerKey: waitingSignIns })

  // Whoever finds no place to be hashed is told so before the database is asked.
  const places = new Semaphore({ name: 'sign-ins', concurrency: passwords.maxTasks, maxQueued: 0 })

  async function startSession(begun: BegunSignIn, user: SecurityUserCredentials): Promise<Session | undefined> {
    const now = begun.at
    const refreshToken = generateRefreshToken(random)
    const refreshTokenDigest = digest(refreshToken.reveal())
    const isStarted = await signIns.succeed(begun, user, {
      id: randomUUID(),
      digest: refreshTokenDigest,
      startedAt: now,
      familyExpiresAt: familyExpiry(now),
      tokenExpiresAt: refreshTokenExpiry(now),
    })
    return isStarted ? { user, refreshToken, refreshTokenDigest } : undefined
  }

  /** The user with a hash of ours, where the password that was just verified has one from elsewhere. */
  async function withOwnHash(
    user: SecurityUserCredentials,
    key: UsernameKey,
    password: Secret,
  ): Promise<SecurityUserCredentials> {
    if (passwords.isOwnHash(user.passwordHash)) return user
    try {
      const passwordHash = await passwords.hash(password)
      if (await securityUsers.replacePasswordHash(user, passwordHash)) return { ...user, passwordHash }
      // Another sign-in was faster, or the password is another one by now.
      const current = await securityUsers.find(key)
      return current && (await passwords.verify(password, current.passwordHash)) ? current : user
    } catch {
      // The hash from elsewhere still does. The next sign-in tries again.
      return user
    }
  }

  async function judge(
    username: UsernameKey,
    password: Secret,
    address: CountedAddress,
    caller: CallContext,
  ): Promise<SignInOutcome> {
    const begun = await signIns.begin(
      {
        username,
        // Under the current master key alone: while instances with two current keys run together, each key counts for itself, which is
        // not worth a second row for every attempt.
        subject: digest(throttleSubject(username)),
        address,
        at: clock(),
      },
      caller.signal,
    )
    if ('blockedUntil' in begun) return { retryAfter: retryAfter(begun.blockedUntil, clock()) }
    const { user } = begun
    try {
      // Verified for everybody, users who are unknown or not active included, so that all take the same time.
      const isMatch = await passwords.verify(password, user?.passwordHash, caller.signal)
      const session =
        isMatch && user?.isActive ? await startSession(begun, await withOwnHash(user, username, password)) : undefined
      if (!session) {
        failedSignIns.record({
          action: 'security-user.sign-in',
          subject: user && String(user.uid),
          source: caller.clientAddress,
        })
      }
      return session
    } catch (error) {
      // The password was not judged, so nothing was guessed.
      await signIns.giveBack(begun)
      throw error
    }
  }

  return (name, password, caller) => {
    const username = usernameKey(name)
    const address = countedAddress(caller.clientAddress)
    return turns.run(`${address} ${username}`, () => places.run(() => judge(username, password, address, caller)))
  }
}
