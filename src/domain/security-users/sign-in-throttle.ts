import { latestStored, secondsAfter } from '../../clock.js'
import type { Digest } from '../../crypto/digest.js'
import type { CountedAddress } from './counted-address.js'
import type { UsernameKey } from './security-user.js'

/** Failures that are allowed within a window, which begins with the first of them. */
export interface FailureWindow {
  readonly maxFailures: number
  readonly windowSeconds: number
}

/** The limits that slow down guessing of passwords. */
export const signInThrottle = {
  /** Failures in a row of one user from one address, after which the next attempt has to wait. */
  maxFailuresInARow: 5,
  /** The wait after that many failures is 1 second. It doubles with every further failure until it reaches this maximum. */
  maxWaitSeconds: 15,
  /** Failures of one address over all users. */
  ofAddress: { maxFailures: 50, windowSeconds: 20 } satisfies FailureWindow,
  /** Failures of one user over all addresses. Two windows may meet, so that 80 passwords are tried within one minute at most. */
  ofUser: { maxFailures: 40, windowSeconds: 60 } satisfies FailureWindow,
  /**
   * For how long an address is known from which a user has signed in. Only its failures in a row limit it: neither attackers elsewhere nor those
   * who guess other users behind the same address keep the user out.
   */
  knownForSeconds: 30 * 24 * 3_600,
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
  /** Absent where the address is known: the attempt counts neither for the address nor for the user over all addresses. */
  readonly addressCountedSince?: Date
  readonly userCountedSince?: Date
}

/** The failures of a user from an address, of an address over all users, or of a user over all addresses. */
export interface FailureCount {
  readonly failures: number
  readonly countedSince: Date
  readonly blockedUntil: Date | null
  readonly succeededAt: Date | null
}

/** What is counted for an attempt. */
export interface FailureCounts {
  /** Of the user from the address. */
  readonly ofPair?: FailureCount | undefined
  readonly ofAddress?: FailureCount | undefined
  readonly ofUser?: FailureCount | undefined
}

/** Names what the failures of a user name are counted under, whether there is such a user or not. */
export function throttleSubject(username: UsernameKey): string {
  return `sign-in ${username}`
}

/** What is counted since this instant, or earlier, is counted anew at `at`. */
export function windowStart({ windowSeconds }: FailureWindow, at: Date): Date {
  return secondsAfter(at, -windowSeconds)
}

/** The latest end of a wait that can be true at `at`: a later one was set by a clock that was wrong, and would last until that time has come. */
export function latestEndOfWait(at: Date): Date {
  return secondsAfter(latestStored(at), signInThrottle.maxWaitSeconds)
}

/** An address is known at `at` where the user has signed in from it after this instant. */
export function knownSince(at: Date): Date {
  return secondsAfter(at, -signInThrottle.knownForSeconds)
}

/** The instant until which no attempt is allowed; `undefined` where one is allowed at `at`. */
export function blockedUntil({ ofPair, ofAddress, ofUser }: FailureCounts, at: Date): Date | undefined {
  const endOfWait = ofPair?.blockedUntil
  if (endOfWait && endOfWait > at && endOfWait <= latestEndOfWait(at)) return endOfWait
  if (ofPair?.succeededAt && ofPair.succeededAt > knownSince(at)) return undefined
  const ends = [
    spentUntil(ofAddress, signInThrottle.ofAddress, at),
    spentUntil(ofUser, signInThrottle.ofUser, at),
  ].flatMap((end) => end?.getTime() ?? [])
  return ends.length > 0 ? new Date(Math.max(...ends)) : undefined
}

function spentUntil(count: FailureCount | undefined, window: FailureWindow, at: Date): Date | undefined {
  if (!count || count.failures < window.maxFailures || count.countedSince > latestStored(at)) return undefined
  const end = secondsAfter(count.countedSince, window.windowSeconds)
  return end > at ? end : undefined
}

/** `Retry-After`: whole seconds until an instant, at least one. */
export function retryAfterSeconds(until: Date, now: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
}
