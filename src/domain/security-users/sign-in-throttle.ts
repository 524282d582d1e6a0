import type { UsernameKey } from './security-user.js'

/** How guessing of passwords is slowed. */
export const signInThrottle = {
  /** Failures in a row of one user from one address, after which the next try has to wait. */
  failuresInARow: 5,
  /** Seconds to wait after that many failures, after one more, and so on; the last one stays. */
  waits: [1, 2, 4, 8, 15],
  /** Failures of one address, over all users, within {@link addressWindow}. */
  addressFailures: 50,
  /** Seconds, from the first of these failures. */
  addressWindow: 20,
} as const

/** Under the digest of what the failures of a user name are counted, whether there is such a user or not. */
export function throttleSubject(username: UsernameKey): string {
  return `sign-in ${username}`
}

/** `Retry-After`: whole seconds until a moment, at least one. */
export function retryAfter(until: Date, now: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
}
