import { CliFailure } from './failure.js'
import { printable } from './field.js'

interface Candidate {
  readonly id: string
  readonly name?: string
}

/**
 * Finds in a list that is short the one with an id, with the beginning of an id as tables show it, or with a name.
 * @throws {CliFailure} where several have it
 */
export async function findOne<Item extends Candidate>(
  items: AsyncIterable<Item>,
  text: string,
): Promise<Item | undefined> {
  const begun: Item[] = []
  for await (const item of items) {
    if (item.id === text || item.name === text) return item
    if (item.id.startsWith(text.toLowerCase())) begun.push(item)
  }
  const [found, ...others] = begun
  if (others.length === 0) return found
  const lines = begun.map(({ id, name = '' }) => `${id}  ${name}`.trimEnd())
  const message = `"${printable(text)}" is the beginning of several ids: write more of it`
  throw new CliFailure('usage', message, undefined, lines)
}
