import { InvalidArgumentError, Option } from 'commander'

export interface LimitOption {
  readonly limit?: number
}

/** `--limit`, of every list. */
export function limitOption(): Option {
  return new Option('-n, --limit <number>', 'show so many at most, the newest').argParser((text: string) => {
    if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Write a whole number from 1 on.')
    return Number(text)
  })
}
