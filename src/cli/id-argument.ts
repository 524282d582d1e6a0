import { Argument, InvalidArgumentError } from 'commander'

/** An argument that becomes a segment of a path. */
export function idArgument(name: string, description: string): Argument {
  return new Argument(`<${name}>`, description).argParser((text: string) => {
    // A URL takes these for another path.
    if (['', '.', '..'].includes(text)) throw new InvalidArgumentError('It is no id.')
    return text
  })
}
