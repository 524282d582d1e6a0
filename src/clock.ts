/** Tells the time. Comes in as an argument everywhere, so that tests can hold it. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** By how many seconds the clocks of two instances may differ. */
export const clockToleranceSeconds = 60

/** The latest instant that an instance can have stored until `now`. What is later comes from a clock that was wrong. */
export function latestStored(now: Date): Date {
  return secondsAfter(now, clockToleranceSeconds)
}

/** A moment some seconds later. */
export function secondsAfter(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000)
}

/** Seconds since 1970, truncated: the NumericDate of RFC 7519. */
export function numericDate(moment: Date): number {
  return Math.floor(moment.getTime() / 1000)
}
