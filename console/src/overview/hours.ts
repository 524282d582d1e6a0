/** The sign-ins of an hour, over all APIs. */
export interface Hour {
  /** When it began. */
  readonly at: string
  readonly succeeded: number
  readonly refused: number
}

interface SignIns {
  readonly hour: string
  readonly succeeded: number
  readonly refused: number
}

const hourMs = 3_600_000
const shownHours = 24

/** Sums the sign-ins of each of the last 24 hours; an hour without any has zeros. The last one goes on. */
export function lastHours(signIns: readonly SignIns[], now: string): Hour[] {
  const current = Math.floor(Date.parse(now) / hourMs) * hourMs
  return Array.from({ length: shownHours }, (_, index) => {
    const start = current - (shownHours - 1 - index) * hourMs
    const own = signIns.filter(({ hour }) => Date.parse(hour) === start)
    return {
      at: new Date(start).toISOString(),
      succeeded: own.reduce((sum, { succeeded }) => sum + succeeded, 0),
      refused: own.reduce((sum, { refused }) => sum + refused, 0),
    }
  })
}
