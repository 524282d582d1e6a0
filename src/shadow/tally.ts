import type { ShadowDifference } from './compare-answers.js'

/** What became of a call. The caller has the old server's answer in each case. */
export type CallOutcome =
  /** The new server answers the same. */
  | 'equal'
  | 'different'
  /** The operation may change something, and was not to be sent. */
  | 'notSent'
  /** The new server gave no answer in time. */
  | 'unanswered'
  /** Too many calls waited for the new server. */
  | 'overflow'
  /** Request or answer were too long to be kept. */
  | 'tooLong'

export interface OperationCounts extends Readonly<Record<CallOutcome, number>> {
  readonly operation: string
  readonly calls: number
}

export interface DifferenceCount extends ShadowDifference {
  readonly operation: string
  readonly calls: number
}

/** Of further kinds only the number is kept: a server that is quite another one must not fill the memory. */
const maxKinds = 1000

const none: Readonly<Record<CallOutcome, number>> = {
  equal: 0,
  different: 0,
  notSent: 0,
  unanswered: 0,
  overflow: 0,
  tooLong: 0,
}

/** Counts calls by operation, and differences by operation and place. */
export class Tally {
  readonly #operations = new Map<string, Record<CallOutcome, number>>()
  readonly #differences = new Map<string, { readonly kind: Omit<DifferenceCount, 'calls'>; calls: number }>()
  #outsideContract = 0
  #oldFailures = 0
  #furtherKinds = 0

  /** Calls that are none of the contract's: the old server answers them, and no other one is asked. */
  get outsideContract(): number {
    return this.#outsideContract
  }

  /** Calls without an answer of the old server. */
  get oldFailures(): number {
    return this.#oldFailures
  }

  /** Differences beyond the kinds that are kept. */
  get furtherKinds(): number {
    return this.#furtherKinds
  }

  get operations(): readonly OperationCounts[] {
    return [...this.#operations].map(([operation, counts]) => ({
      operation,
      calls: Object.values(counts).reduce((sum, one) => sum + one, 0),
      ...counts,
    }))
  }

  /** The most frequent first. */
  get differences(): readonly DifferenceCount[] {
    const all = [...this.#differences.values()].map(({ kind, calls }) => ({ ...kind, calls }))
    return all.sort((one, other) => other.calls - one.calls)
  }

  count(operation: string, outcome: CallOutcome): void {
    const counts = this.#operations.get(operation) ?? { ...none }
    counts[outcome]++
    this.#operations.set(operation, counts)
  }

  countOutsideContract(): void {
    this.#outsideContract++
  }

  countOldFailure(): void {
    this.#oldFailures++
  }

  /** @returns whether it is the first of its kind */
  countDifference(operation: string, { at, what }: ShadowDifference): boolean {
    const key = JSON.stringify([operation, at, what])
    const known = this.#differences.get(key)
    if (known) {
      known.calls++
      return false
    }
    if (this.#differences.size >= maxKinds) {
      this.#furtherKinds++
      return false
    }
    this.#differences.set(key, { kind: { operation, at, what }, calls: 1 })
    return true
  }
}
