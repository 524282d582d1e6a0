/** What signs in. */
export const signInKinds = ['broker-user', 'access-key', 'security-user'] as const

export type SignInKind = (typeof signInKinds)[number]

/** A credential that signs in. */
export interface SignInSubject {
  readonly kind: SignInKind
  /** Its id. */
  readonly subject: string
}

/** The sign-ins of a subject within a day. */
export interface SignInDay extends SignInSubject {
  /** Its beginning, in UTC. */
  readonly day: Date
  readonly signIns: number
}

/** The sign-ins at an API within an hour. */
export interface SignInHour {
  /** By the name of its contract. */
  readonly api: string
  /** Its beginning. */
  readonly hour: Date
  readonly succeeded: number
  readonly refused: number
}

/** The APIs with a sign-in, by the names of their contracts. */
export const signInApis = ['broker-token', 'partner-login', 'security-management'] as const

/** Days with both ends, each by its beginning. */
export interface DayRange {
  readonly from: Date
  readonly to: Date
}

/** For how many days it is known how often a subject signed in. */
export const signInDaysKept = 400

export const hourMs = 3_600_000
export const dayMs = 24 * hourMs

/** The beginning of the hour of an instant. */
export function hourOf(instant: Date): Date {
  return new Date(instant.getTime() - (instant.getTime() % hourMs))
}

/** The beginning of the day of an instant, in UTC. */
export function dayOf(instant: Date): Date {
  return new Date(instant.getTime() - (instant.getTime() % dayMs))
}
