import { InvalidArgumentError } from 'commander'

const seconds = { d: 86_400, h: 3_600, m: 60, s: 1 } as const
const form = /^(?=\d)(?:(?<d>\d{1,6})d)?(?:(?<h>\d{1,6})h)?(?:(?<m>\d{1,6})m)?(?:(?<s>\d{1,9})s)?$/

/** Reads a duration such as `1h30m`, `90s` or `0` for an option. @returns seconds */
export function parseDuration(text: string): number {
  if (text === '0') return 0
  const groups = form.exec(text)?.groups
  if (!groups) throw new InvalidArgumentError('Write a duration such as 1h30m, 90s, 7d or 0.')
  return Object.entries(seconds).reduce((sum, [unit, worth]) => sum + Number(groups[unit] ?? 0) * worth, 0)
}
