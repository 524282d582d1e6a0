/** What a leaked secret is. */
export type LeakedKind =
  | 'gateway-token'
  | 'broker-hash'
  | 'broker-secret'
  | 'access-key-secret'
  | 'operator-key'
  | 'refresh-token'
  | 'access-token'

/** What was done about a leaked secret. */
export type LeakMeasure =
  | 'token-revoked'
  /** The secret ended, and another one of its owner is valid. */
  | 'secret-ended'
  | 'user-deactivated'
  | 'access-key-revoked'
  | 'operator-deleted'
  | 'sessions-ended'

/** Whose secret leaked, and what was done. */
export interface RevokedSecret {
  readonly kind: LeakedKind
  /** The id of the owner. */
  readonly subject: string
  readonly name: string
  readonly done: LeakMeasure
}

/** Why a secret that was found is left as it is. */
export type LeakRefusal =
  /** It has ended before. */
  | { readonly reason: 'ended'; readonly kind: LeakedKind; readonly subject: string }
  /** The operator key of the configuration. */
  | { readonly reason: 'environment'; readonly subject: string }
  | { readonly reason: 'last-admin'; readonly subject: string }
  /** A JWT without a session. It ends by itself, or with its owner. */
  | { readonly reason: 'expires'; readonly api: string; readonly subject: string; readonly expiresAt: Date }

/** What came of a leaked secret; both are empty where nothing has it. */
export interface LeakOutcome {
  /** One for each owner. */
  readonly revoked: readonly RevokedSecret[]
  readonly refused: readonly LeakRefusal[]
}

export const nothing: LeakOutcome = { revoked: [], refused: [] }
