import { type BlockList, isIPv6 } from 'node:net'
import type { Kysely } from 'kysely'
import { blockListOf } from '../../address-ranges.js'
import type { Clock } from '../../clock.js'
import { WriteBehindBuffer } from '../../concurrency/write-behind-buffer.js'
import type { Database } from '../../database/schema.js'
import { TooManyFailures } from '../../errors.js'
import { type CountedAddress, countedAddress, unknownAddress } from '../security-users/counted-address.js'
import type { FailureBudget, FailureLimit } from './failure-limits.js'
import type { AddressFailures, FailureCountRepository } from './repository.js'

/** A flood from many addresses must not fill the memory: the addresses that failed first are forgotten. */
const maxAddresses = 50_000

/** From a failure to its write: as much as an instance may lag behind the others. */
const writeIntervalMs = 500

/** Far below the number of parameters that a statement may have. */
const maxBatchSize = 1_000

export interface FailureBudgetServiceOptions {
  readonly db: Kysely<Database>
  readonly repository: FailureCountRepository
  readonly limits: Readonly<Record<FailureBudget, FailureLimit>>
  /** Addresses and ranges of the proxies in front. */
  readonly trustedProxies: readonly string[]
  readonly clock: Clock
  /** Told how many counts could not be written. */
  readonly onDropped: (counts: number, error: unknown) => void
}

/**
 * Refuses addresses that fail too often. Each instance decides by its memory, so that a call that succeeds asks no database. It adds its failures to
 * those of the other instances in the background, and then knows those too. While the database is away it goes on with its own.
 */
export class FailureBudgetService {
  /** By budget, address and window. Those that failed first come first. */
  readonly #failures = new Map<string, number>()
  readonly #unwritten: WriteBehindBuffer<string, AddressFailures>
  readonly #proxies: BlockList

  constructor(readonly options: FailureBudgetServiceOptions) {
    this.#proxies = blockListOf(options.trustedProxies)
    this.#unwritten = new WriteBehindBuffer({
      write: (batch) => this.#write([...batch.values()]),
      combine: (earlier, later) => ({ ...later, failures: earlier.failures + later.failures }),
      onDropped: options.onDropped,
      intervalMs: writeIntervalMs,
      maxBatchSize,
      maxPending: maxAddresses,
    })
  }

  /**
   * Makes an attempt, which counts as a failure of the address where its result is `undefined` or false.
   * An address that is not known, because a proxy does not tell it, has no budget: all clients would share it.
   * @throws {TooManyFailures} where the address has failed too often; the attempt is not made
   */
  async run<T>(budget: FailureBudget, clientAddress: string, attempt: () => Promise<T>): Promise<T> {
    const address = countedAddress(clientAddress)
    if (address === unknownAddress || this.#isProxy(clientAddress)) return attempt()
    const { maxFailures, windowSeconds } = this.options.limits[budget]
    const nowMs = this.options.clock().getTime()
    const windowStartMs = nowMs - (nowMs % (windowSeconds * 1_000))
    const key = keyOf(budget, address, windowStartMs)
    if ((this.#failures.get(key) ?? 0) >= maxFailures) {
      throw new TooManyFailures(Math.ceil((windowStartMs - nowMs) / 1_000) + windowSeconds)
    }
    const result = await attempt()
    if (result === undefined || result === false)
      this.#count({ budget, address, windowStart: new Date(windowStartMs), failures: 1 })
    return result
  }

  /** Writes everything that is pending. */
  flush(): Promise<void> {
    return this.#unwritten.flush()
  }

  #isProxy(address: string): boolean {
    return this.options.trustedProxies.length > 0 && this.#proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
  }

  #count(failure: AddressFailures): void {
    const key = keyOf(failure.budget, failure.address, failure.windowStart.getTime())
    this.#remember(key, (this.#failures.get(key) ?? 0) + 1)
    this.#unwritten.set(key, failure)
  }

  async #write(counts: readonly AddressFailures[]): Promise<void> {
    const { db, repository } = this.options
    for (const { budget, address, windowStart, failures } of await repository.add(db, counts)) {
      const key = keyOf(budget, address, windowStart.getTime())
      this.#remember(key, failures + (this.#unwritten.get(key)?.failures ?? 0))
    }
  }

  #remember(key: string, failures: number): void {
    this.#failures.set(key, failures)
    if (this.#failures.size <= maxAddresses) return
    const [first] = this.#failures.keys()
    if (first !== undefined) this.#failures.delete(first)
  }
}

function keyOf(budget: FailureBudget, address: CountedAddress, windowStartMs: number): string {
  return `${budget} ${address} ${windowStartMs}`
}
