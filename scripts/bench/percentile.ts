/**
 * The value that this share of all values does not exceed (nearest rank).
 * @param sorted ascending
 * @param share from 0 to 1
 * @returns `NaN` of nothing
 */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const rank = Math.max(1, Math.ceil(share * sorted.length))
  return sorted[rank - 1] ?? Number.NaN
}
