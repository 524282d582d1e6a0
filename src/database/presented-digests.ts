import type { AcceptedDigests, Digest } from '../crypto/digest.js'
import { answersByPosition } from './answers-by-position.js'

interface Place<Item> {
  readonly item: Item
  /** Which item of the batch it is. */
  readonly index: number
  readonly digest: Digest
}

/** The digests that a batch asks for: of each item those under which its secret may be stored. */
export class PresentedDigests<Item> {
  readonly #places: readonly Place<Item>[]

  constructor(
    readonly items: readonly Item[],
    digestsOf: (item: Item) => AcceptedDigests,
  ) {
    this.#places = items.flatMap((item, index) => digestsOf(item).map((digest) => ({ item, index, digest })))
  }

  /** All of them in one list. Rows are to name their place in it, counted from 1. */
  get list(): readonly Digest[] {
    return this.#places.map(({ digest }) => digest)
  }

  /**
   * One answer for each item, in their order.
   * @param toAnswer makes the answer for an item of its rows and of the digest under which they are stored
   */
  answers<Row extends { readonly position: number }, Answer>(
    rows: readonly Row[],
    toAnswer: (rows: readonly [Row, ...Row[]], digest: Digest, item: Item) => Answer,
  ): (Answer | undefined)[] {
    const answers = this.items.map((): Answer | undefined => undefined)
    const found = answersByPosition(this.#places, rows, (own, { digest, item }) => toAnswer(own, digest, item))
    for (const [place, { index }] of this.#places.entries()) answers[index] ??= found[place]
    return answers
  }
}
