import { setTimeout } from 'node:timers/promises'

/** After how many milliseconds a refused sign-in is answered. Ten times what its work takes on an idle server. */
export const defaultRefusalMs = 10

/**
 * Waits until a refused sign-in may be answered. To find a record takes some 75 µs longer than to find none: answered at once, the time
 * would tell which credentials exist. A server so busy that the work takes longer than the wait hides the difference by its load alone.
 * @param startedAtMs when the sign-in began, of `performance.now()`
 * @param refusalMs after how many milliseconds it is answered
 */
export async function untilRefusalIsDue(startedAtMs: number, refusalMs = defaultRefusalMs): Promise<void> {
  // Timers fire at whole milliseconds. Counted from the one after the start, the wait ends at the same one however long the work took.
  const waitMs = Math.ceil(startedAtMs) + refusalMs - Math.floor(performance.now())
  if (waitMs > 0) await setTimeout(waitMs)
}
