/** A secret as lists show it. */
export interface SecretSpan {
  readonly hint: string
  readonly createdAt: string
  readonly expiresAt: string | null
}

/** A bar of the time line; `from` and `to` are shares of its width. */
export interface Bar {
  readonly hint: string
  readonly from: number
  readonly to: number
  readonly isNewest: boolean
  /** It began before what is shown. */
  readonly isCut: boolean
}

export interface TimeLineLayout {
  readonly bars: readonly Bar[]
  readonly now: number
  /** The end of the earlier secret, where it is still to come. */
  readonly end: number | undefined
}

const dayMs = 86_400_000

/** Lays secrets out along a time that has the end of the overlap in it, and as much before now as after it. */
export function layOut(secrets: readonly SecretSpan[], now: number): TimeLineLayout {
  const ends = secrets.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [Date.parse(expiresAt)]))
  const lastEnd = Math.max(now, ...ends)
  const span = Math.max((lastEnd - now) * 1.4, dayMs / 24)
  const [start, end] = [now - span, now + span]
  const share = (at: number): number => Math.min(1, Math.max(0, (at - start) / (end - start)))
  const newest = Math.max(...secrets.map(({ createdAt }) => Date.parse(createdAt)))
  const bars = secrets.map(({ hint, createdAt, expiresAt }) => ({
    hint,
    from: share(Date.parse(createdAt)),
    to: expiresAt === null ? 1 : share(Date.parse(expiresAt)),
    isNewest: Date.parse(createdAt) === newest,
    isCut: Date.parse(createdAt) < start,
  }))
  return { bars, now: share(now), end: lastEnd > now ? share(lastEnd) : undefined }
}
