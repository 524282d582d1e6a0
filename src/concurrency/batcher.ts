import type { Span } from '@opentelemetry/api'
import { Unavailable } from '../errors.js'
import type { Tracer } from '../observability/tracer.js'

export interface BatchingOptions {
  readonly maxBatchSize: number
  /** How many batches run at the same time. Each uses a database connection. */
  readonly maxConcurrentBatches: number
  /** Told the size of each batch, and what is asked. */
  readonly onBatch?: (what: string, size: number) => void
  /** Absent: batches are not traced. */
  readonly tracer?: Tracer | undefined
}

/** Two concurrent batches keep the database busy while the answers of one are sent. More batches are only smaller batches. */
const defaultOptions: BatchingOptions = { maxBatchSize: 500, maxConcurrentBatches: 2 }

interface Question<Item, Answer> {
  readonly item: Item
  readonly signal: AbortSignal | undefined
  /** Of the request that asks. */
  readonly span: Span | undefined
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/**
 * Answers many small questions by few statements. Questions that arrive while earlier batches run form the next batch: there is no
 * timer. Nothing is cached: each answer was read, or written, after its question was asked.
 */
export class Batcher<Item, Answer> {
  readonly options: BatchingOptions
  #queue: Question<Item, Answer>[] = []
  #running = 0
  #isScheduled = false

  /**
   * @param what is asked, such as `gateway tokens`
   * @param answerAll answers a batch with as many answers as items, in the order of the items. Items may be equal. It takes effect for
   *   all items, or throws and takes effect for none.
   */
  constructor(
    readonly what: string,
    readonly answerAll: (items: readonly Item[]) => Promise<readonly Answer[]>,
    options: Partial<BatchingOptions> = {},
  ) {
    this.options = { ...defaultOptions, ...options }
  }

  /**
   * Asks one question. A failed batch is split in halves and asked again, so that only the faulty item gets the error.
   * @param signal checked when the batch starts: an aborted question is not asked
   * @throws the reason of the signal where it is aborted
   * @throws {Unavailable} for every item of a batch: whether the batch took effect is unknown
   */
  ask(item: Item, signal?: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ item, signal, span: this.options.tracer?.active(), resolve, reject })
      if (this.#isScheduled || this.#running >= this.options.maxConcurrentBatches) return
      this.#isScheduled = true
      // After the other requests that the event loop has already received, so that they share the batch.
      setImmediate(() => {
        this.#isScheduled = false
        this.#startBatches()
      })
    })
  }

  #startBatches(): void {
    while (this.#running < this.options.maxConcurrentBatches && this.#queue.length > 0) {
      const batch = this.#queue.splice(0, this.options.maxBatchSize).filter(({ signal, reject }) => {
        if (!signal?.aborted) return true
        reject(signal.reason)
        return false
      })
      if (batch.length === 0) continue
      this.#running++
      this.options.onBatch?.(this.what, batch.length)
      void this.#run(batch, () => {
        this.#running--
        this.#startBatches()
      })
    }
  }

  #answerAll(batch: readonly Question<Item, Answer>[]): Promise<readonly Answer[]> {
    const answerAll = () => this.answerAll(batch.map(({ item }) => item))
    const { tracer } = this.options
    if (!tracer) return answerAll()
    return tracer.batch(
      this.what,
      batch.map(({ span }) => span),
      answerAll,
    )
  }

  /** @param onAnswered starts the next batch before this one resolves, so that the database is never idle */
  async #run(batch: readonly Question<Item, Answer>[], onAnswered: () => void): Promise<void> {
    try {
      const answers = await this.#answerAll(batch)
      onAnswered()
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer)
    } catch (error) {
      if (batch.length === 1 || error instanceof Unavailable) {
        onAnswered()
        for (const { reject } of batch) reject(error)
        return
      }
      const middle = Math.ceil(batch.length / 2)
      await this.#run(batch.slice(0, middle), () => {})
      await this.#run(batch.slice(middle), onAnswered)
    }
  }
}
