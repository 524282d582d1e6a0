import { Option } from 'commander'
import { parseDuration } from './parse-duration.js'

export interface OverlapOption {
  /** In seconds. */
  readonly overlap?: number
}

/**
 * `--overlap`, of every rotation.
 * @param otherwise how long it is where nothing is said
 */
export function overlapOption(otherwise: string): Option {
  return new Option(
    '--overlap <duration>',
    `how long what is replaced stays valid, such as 1h30m; 0 ends it at once (default: ${otherwise})`,
  ).argParser(parseDuration)
}

/** The body of a rotation. */
export function rotationOf({ overlap }: OverlapOption): { body: { overlapSeconds?: number } } {
  return { body: overlap === undefined ? {} : { overlapSeconds: overlap } }
}
