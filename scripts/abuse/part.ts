import type { Workbench } from '../bench/workbench.js'

/** What a part of the run has found about one promise. */
export interface Finding {
  readonly promise: string
  readonly attempts: number
  /** A figure or two beside the number of attempts. */
  readonly seen?: string
  /** What broke the promise, a line each; empty where it is kept. */
  readonly broken: readonly string[]
}

/** What every part gets. */
export interface Run {
  readonly workbench: Workbench
  /** Fewer attempts, for CI. */
  readonly isShort: boolean
  readonly update: (done: number, all: number, what: string) => void
}

export type Part = (run: Run) => Promise<Finding[]>

/** Works on all items, a few at a time. */
export async function forEachConcurrently<Item>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++
      await work(items[index] as Item, index)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
}
