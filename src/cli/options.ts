import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import { CliFailure } from './failure.js'

/** Makes a command demand at least one of its own options. */
export function requireOneOption(command: Command): Command {
  return command.hook('preAction', (_, called) => {
    const own = called.options.filter((option) => option.attributeName() !== 'yes')
    if (own.some((option) => called.getOptionValue(option.attributeName()) !== undefined)) return
    throw new CliFailure('usage', `give at least one of ${own.map(({ long }) => long).join(', ')}`)
  })
}

/** Collects an option that can be given several times. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

/** The things that are found by a name or the beginning of their id, too. */
export type IdKind = 'partner' | 'broker user' | 'access key' | 'security user' | 'gateway token'

/** An argument that names a thing. */
export class IdArgument extends Argument {
  /** @param kind where the thing can be named otherwise than by its whole id */
  constructor(
    name: string,
    description: string,
    readonly kind: IdKind | undefined,
  ) {
    super(`<${name}>`, description)
  }
}

/**
 * An id that becomes a segment of the URL's path.
 * @param kind where the thing can be named otherwise than by its whole id
 */
export function idArgument(name: string, description: string, kind?: IdKind): Argument {
  return new IdArgument(name, description, kind).argParser((text: string) => {
    // A URL resolves these to another path.
    if (['', '.', '..'].includes(text)) throw new InvalidArgumentError('It is not an id.')
    return text
  })
}

export interface LimitOption {
  readonly limit?: number
}

/** `--limit` of every list. */
export function limitOption(): Option {
  return new Option('-n, --limit <number>', 'show at most this many, the newest').argParser((text: string) => {
    if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Write a whole number from 1 on.')
    return Number(text)
  })
}

export interface OverlapOption {
  /** In seconds. */
  readonly overlap?: number
}

/**
 * `--overlap` of every rotation.
 * @param fallback describes the default
 */
export function overlapOption(fallback: string): Option {
  return new Option(
    '--overlap <duration>',
    `how long the replaced one stays valid, such as 1h30m; 0 ends it at once (default: ${fallback})`,
  ).argParser(parseDuration)
}

/** Whether the replaced one ends at once, which cannot be undone. */
export function endsAtOnce({ overlap }: OverlapOption): boolean {
  return overlap === 0
}

/** The body of a rotation. */
export function rotationBody({ overlap }: OverlapOption): { body: { overlapSeconds?: number } } {
  return { body: overlap === undefined ? {} : { overlapSeconds: overlap } }
}

const secondsPerUnit = { d: 86_400, h: 3_600, m: 60, s: 1 } as const
const durationPattern = /^(?=\d)(?:(?<d>\d{1,6})d)?(?:(?<h>\d{1,6})h)?(?:(?<m>\d{1,6})m)?(?:(?<s>\d{1,9})s)?$/

/** Reads a duration such as `1h30m`, `90s` or `0` for an option. @returns seconds */
export function parseDuration(text: string): number {
  if (text === '0') return 0
  const groups = durationPattern.exec(text)?.groups
  if (!groups) throw new InvalidArgumentError('Write a duration such as 1h30m, 90s, 7d or 0.')
  return Object.entries(secondsPerUnit).reduce((sum, [unit, worth]) => sum + Number(groups[unit] ?? 0) * worth, 0)
}

const instantPattern = /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|z|[+-]\d{2}:\d{2})?)?$/

/**
 * Reads a time for an option, ISO 8601: a day, or a day and a time. A time without an offset is UTC.
 * @returns the time in UTC, as the operator API expects it
 */
export function parseInstant(text: string): string {
  const [, day = '', time = '00:00', offset = 'Z'] = instantPattern.exec(text) ?? []
  const instant = new Date(`${day}T${time}${offset.toUpperCase()}`)
  // JavaScript reads the 30th of February as the 2nd of March.
  if (Number.isNaN(instant.getTime()) || !new Date(`${day}T00:00Z`).toISOString().startsWith(day)) {
    throw new InvalidArgumentError('Write a time such as 2026-01-31 or 2026-01-31T18:00:00Z.')
  }
  return instant.toISOString()
}

const never = 'never'

/**
 * Reads when something expires, for an option: a time, a duration from now on such as `90d`, or `never`.
 * @returns what {@link expiryOf} takes: Commander makes a `null` into an empty text, so that the word stays
 */
function parseExpiry(text: string): string {
  if (text === never) return never
  if (durationPattern.test(text)) return new Date(Date.now() + parseDuration(text) * 1_000).toISOString()
  if (instantPattern.test(text)) return parseInstant(text)
  throw new InvalidArgumentError('Write a time such as 2026-01-31, a duration such as 90d, or never.')
}

/** @param flags of an option with {@link parseExpiry}, such as `--expires <time>` */
export function expiryOption(flags: string): Option {
  const description = 'when the key expires: a time such as 2027-01-01, a duration such as 90d, or never'
  return new Option(flags, description).argParser(parseExpiry)
}

/** The expiry that an option gives, as the operator API expects it; `null`: never. */
export function expiryOf(parsed: string): string | null {
  return parsed === never ? null : parsed
}

/** Reads the argument of `--port`. */
export function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('Write a number up to 65535.')
  return Number(text)
}
