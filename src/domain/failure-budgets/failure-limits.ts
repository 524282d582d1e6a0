/** What the failures of an address are counted for. */
export type FailureBudget =
  /** `POST /api/token`: unknown hash, wrong secret, deactivated user. */
  | 'broker-token'
  /** `POST /login`: unknown access key, wrong secret, key that is not active. */
  | 'partner-login'
  /** `PUT /api/v2/auth/token`: a pair that is not valid. */
  | 'session-refresh'
  /** `/operator/v1/*`: an unknown operator key. */
  | 'operator-key'
  /** `PUT` and `DELETE /v1/frontend/auth`: a token link that leads nowhere. */
  | 'gateway-token-link'

/** Failures that one address has within one window. Windows begin at multiples of their length, so that instances agree on them. */
export interface FailureLimit {
  readonly maxFailures: number
  readonly windowSeconds: number
}

/**
 * The failures that an address has. Secrets are random, so that no limit is needed against guessing: the limits bound the work that failures cost
 * the database, and leave room for a whole company behind one address one of whose programs has an old secret. The figures stand in
 * `docs/security.md` too.
 */
export const failureLimits: Readonly<Record<FailureBudget, FailureLimit>> = {
  'broker-token': { maxFailures: 100, windowSeconds: 60 },
  'partner-login': { maxFailures: 100, windowSeconds: 60 },
  'session-refresh': { maxFailures: 100, windowSeconds: 60 },
  // Few programs have operator keys, and each key opens everything.
  'operator-key': { maxFailures: 30, windowSeconds: 60 },
  // The address is that of a frontend, which acts for many people.
  'gateway-token-link': { maxFailures: 600, windowSeconds: 60 },
}
