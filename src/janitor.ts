import { setTimeout as delay } from 'node:timers/promises'
import { type Clock, secondsAfter } from './clock.js'

/** What the janitor works with: a part of the repositories. */
export interface JanitorRepositories {
  readonly housekeeping: {
    lock(): Promise<boolean>
  } & Record<Exclude<Chore, 'auditEvents'>, Removal>
  readonly auditEvents: { removeBefore: Removal }
  transaction<Result>(work: (repositories: JanitorRepositories) => Promise<Result>): Promise<Result>
}

type Removal = (before: Date, limit: number) => Promise<number>
type Chore =
  | 'removeSessions'
  | 'removeThrottles'
  | 'removeBrokerSecrets'
  | 'removeAccessKeySecrets'
  | 'removeSigningKeys'
  | 'auditEvents'

const hour = 3_600
const day = 24 * hour

/** Seconds for which each thing is kept after it is of no use: somebody may want to see that it was there. */
const kept = {
  removeSessions: hour,
  removeThrottles: day,
  removeBrokerSecrets: hour,
  removeAccessKeySecrets: hour,
  removeSigningKeys: day,
} as const satisfies Partial<Record<Chore, number>>

export interface JanitorOptions {
  readonly clock: Clock
  readonly auditRetentionDays: number
  /** Told what was removed, and what could not be. */
  readonly onRemoved: (chore: string, rows: number) => void
  readonly onError: (error: unknown) => void
  /** Seconds from one round to the next. */
  readonly interval?: number
  /** The most rows of one transaction. */
  readonly batch?: number
}

/** Removes in the background what nobody needs any more: in small batches, by one instance at a time. */
export class Janitor {
  #timer: NodeJS.Timeout | undefined
  #round: Promise<void> = Promise.resolve()
  readonly #stopping = new AbortController()

  constructor(
    readonly repositories: JanitorRepositories,
    readonly options: JanitorOptions,
  ) {}

  /** Begins to keep house, a first time after one interval. */
  start(): void {
    const { interval = 300 } = this.options
    // Instances that were started together spread out.
    this.#timer = setTimeout(
      () => {
        this.#round = this.run()
          .catch(this.options.onError)
          .finally(() => this.#stopping.signal.aborted || this.start())
      },
      interval * 1_000 * (0.75 + Math.random() / 2),
    ).unref()
  }

  /** Stops after the batch under way. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    this.#stopping.abort()
    await this.#round
  }

  /** One round over everything. */
  async run(): Promise<void> {
    const now = this.options.clock()
    for (const [chore, seconds] of Object.entries(kept) as [keyof typeof kept, number][]) {
      await this.#repeat(chore, ({ housekeeping }, limit) => housekeeping[chore](secondsAfter(now, -seconds), limit))
    }
    const oldest = secondsAfter(now, -this.options.auditRetentionDays * day)
    await this.#repeat('auditEvents', ({ auditEvents }, limit) => auditEvents.removeBefore(oldest, limit))
  }

  /** Removes batch after batch until there is nothing left, or another instance is at it. */
  async #repeat(
    chore: Chore,
    remove: (repositories: JanitorRepositories, limit: number) => Promise<number>,
  ): Promise<void> {
    const { batch = 500 } = this.options
    let total = 0
    while (!this.#stopping.signal.aborted) {
      const removed = await this.repositories.transaction(async (repositories) =>
        (await repositories.housekeeping.lock()) ? remove(repositories, batch) : 0,
      )
      total += removed
      if (removed < batch) break
      // Others get their turn in between.
      await delay(20)
    }
    if (total > 0) this.options.onRemoved(chore, total)
  }
}
