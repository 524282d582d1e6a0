import { secondsAfter } from '../../clock.js'
import type { Digest } from '../../crypto/digest.js'
import type { CountedAddress } from './counted-address.js'
import type { UsernameKey } from './security-user.js'

/** The limits that slow down guessing of passwords. */
export const signInThrottle = {
  /** Failures in a row of one user from one address, after which the next attempt has to wait. */
  maxFailuresInARow: 5,
  /** The wait after that many failures is 1 second. It doubles with every further failure until it reaches this maximum. */
  maxWaitSeconds: 15,
  /** Failures of one address over all users, within {@link addressWindowSeconds}. */
  maxAddressFailures: 50,
  /** From the first of these failures. */
  addressWindowSeconds: 20,
} as const

/** An attempt to sign in. */
export interface SignInAttempt {
  /** The digest of {@link throttleSubject}. */
  readonly subject: Digest
  readonly address: CountedAddress
  readonly at: Date
}

/** An attempt that counts as a failure until its password is verified. */
export interface CountedAttempt extends SignInAttempt {
  /** Failures in a row of the user from this address, this one included. */
  readonly failures: number
  /** The start of the counts that include this attempt: a count that started later does not. */
  readonly countedSince: Date
  readonly addressCountedSince: Date
}

/** The failures of a user from an address, or of an address over all users. */
export interface FailureCount {
  readonly failures: number
  readonly countedSince: Date
  readonly blockedUntil: Date | null
}

/** Names what the failures of a user name are counted under, whether there is such a user or not. */
export function throttleSubject(username: UsernameKey): string {
  return `sign-in ${username}`
}

/** An address whose failures are counted since this instant, or earlier, is counted anew at `at`. */
export function addressWindowStart(at: Date): Date {
  return secondsAfter(at, -signInThrottle.addressWindowSeconds)
}

/** The instant until which no attempt is allowed; `undefined` where one is allowed at `at`. */
export function blockedUntil(
  ofUser: FailureCount | undefined,
  ofAddress: FailureCount | undefined,
  at: Date,
): Date | undefined {
  if (ofUser?.blockedUntil && ofUser.blockedUntil > at) return ofUser.blockedUntil
  if (!ofAddress || ofAddress.failures < signInThrottle.maxAddressFailures) return undefined
  const windowEnd = secondsAfter(ofAddress.countedSince, signInThrottle.addressWindowSeconds)
  return windowEnd > at ? windowEnd : undefined
}

/** `Retry-After`: whole seconds until an instant, at least one. */
export function retryAfterSeconds(until: Date, now: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
}
