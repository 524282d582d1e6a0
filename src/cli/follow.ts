import { setTimeout as delay } from 'node:timers/promises'
import { CliFailure } from './failure.js'

/** How long to wait before looking again, in milliseconds. */
const interval = 1_000
/** So many known items in a row mean that the rest is known: what is committed late stands below what came before it. */
const enough = 100
/** How many ids are remembered. */
const memory = 5_000

export interface Followed<Item> {
  /** The list as it is, newest first. */
  readonly look: (limit: number) => AsyncIterable<Item>
  /** How many of the items that are there at the start are given. */
  readonly count: number
  /** Told when the server stops to answer: it is waited for. */
  readonly onAway: (failure: CliFailure) => void
}

/** Gives the last items of a list and then what comes to it, oldest first, without an end. */
export async function* follow<Item extends { readonly id: string }>({
  look,
  count,
  onAway,
}: Followed<Item>): AsyncGenerator<Item, never, void> {
  // More than are shown: what is below them is known as well.
  const there = await unseen(look(Math.max(count, 2 * enough)), new Set())
  yield* there.slice(0, count).toReversed()
  let seen = there.map(({ id }) => id)
  for (let isAway = false; ; ) {
    await delay(interval)
    try {
      const fresh = await unseen(look(Infinity), new Set(seen))
      isAway = false
      yield* fresh.toReversed()
      seen = [...fresh.map(({ id }) => id), ...seen].slice(0, memory)
    } catch (error) {
      if (!(error instanceof CliFailure) || error.exit !== 'unreachable') throw error
      if (!isAway) onAway(error)
      isAway = true
    }
  }
}

async function unseen<Item extends { readonly id: string }>(
  items: AsyncIterable<Item>,
  known: ReadonlySet<string>,
): Promise<Item[]> {
  const fresh: Item[] = []
  let knownInARow = 0
  for await (const item of items) {
    if (!known.has(item.id)) {
      fresh.push(item)
      knownInARow = 0
    } else if (++knownInARow === enough) break
  }
  return fresh
}
