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
 * Ten failures a second, whatever fails. Secrets are random, so that no limit is needed against guessing: the limit bounds the work that failures
 * cost the database. It leaves room for a company behind one address one of whose programs has an old secret, and for the contract tests of a
 * partner. The figures stand in `docs/security.md` too.
 */
const tenASecond: FailureLimit = { maxFailures: 600, windowSeconds: 60 }

/** The failures that an address has. */
export const failureLimits: Readonly<Record<FailureBudget, FailureLimit>> = {
  'broker-token': tenASecond,
  'partner-login': tenASecond,
  'session-refresh': tenASecond,
  'operator-key': tenASecond,
  'gateway-token-link': tenASecond,
}
