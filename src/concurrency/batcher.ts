import { Unavailable } from '../errors.js'
import type { Caller } from './caller.js'
import { Cancelled } from './cancelled.js'

/** How questions are brought together. */
export interface BatchingOptions {
  /** The most questions that one batch asks. */
  readonly largest: number
  /** How many batches are asked at the same time. Each takes a connection to the database. */
  readonly inFlight: number
}

/** Two in flight keep the database busy while the answers of one are sent; more of them are only smaller. */
const defaultBatching: BatchingOptions = { largest: 500, inFlight: 2 }

interface Question<Item, Answer> {
  readonly item: Item
  readonly caller: Caller | undefined
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/**
 * Answers many small questions by few statements: whatever is asked while the batches before are under way goes into the next one. Nobody
 * waits for others to come, and nothing is kept: each answer was read, or written, after its question was asked.
 */
export class Batcher<Item, Answer> {
  #waiting: Question<Item, Answer>[] = []
  #underWay = 0
  #isScheduled = false

  /**
   * @param answer answers a batch: as many answers as items, in the order of the items, of which some may be equal. All of it happens, or
   *   nothing where it throws.
   */
  constructor(
    readonly answer: (items: readonly Item[]) => Promise<readonly Answer[]>,
    readonly options: BatchingOptions = defaultBatching,
  ) {}

  /**
   * Asks for one item. Where a batch fails, its items are asked again in halves, so that only the one at fault gets the error.
   * @param caller looked at when the batch begins: what nobody waits for any more is not asked
   * @throws {Cancelled}
   * @throws {Unavailable} to the whole batch, since nobody knows what became of it
   */
  ask(item: Item, caller?: Caller): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, caller, resolve, reject })
      if (this.#isScheduled || this.#underWay >= this.options.inFlight) return
      this.#isScheduled = true
      // Whatever has arrived with it is asked with it.
      setImmediate(() => {
        this.#isScheduled = false
        this.#begin()
      })
    })
  }

  /** Begins as many batches as may be under way. */
  #begin(): void {
    while (this.#underWay < this.options.inFlight && this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.options.largest).filter((question) => {
        if (!question.caller?.isGone) return true
        question.reject(new Cancelled())
        return false
      })
      if (batch.length === 0) continue
      this.#underWay++
      void this.#settle(batch, () => {
        this.#underWay--
        this.#begin()
      })
    }
  }

  /** @param onAnswered called before anybody is told, so that the database has the next batch while these answers are sent */
  async #settle(batch: readonly Question<Item, Answer>[], onAnswered: () => void): Promise<void> {
    try {
      const answers = await this.answer(batch.map(({ item }) => item))
      onAnswered()
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer)
    } catch (error) {
      if (batch.length === 1 || error instanceof Unavailable) {
        onAnswered()
        for (const { reject } of batch) reject(error)
        return
      }
      const middle = Math.ceil(batch.length / 2)
      await this.#settle(batch.slice(0, middle), () => {})
      await this.#settle(batch.slice(middle), onAnswered)
    }
  }
}
