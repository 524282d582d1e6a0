import { Counter, Gauge, type Registry } from 'prom-client'
import type { NearReads, ReadOutcome } from '../database/near-reads.js'

export interface NearReadsMetrics {
  /** Shows the standbys, read when the page is requested, and counts from zero. Without standbys there is nothing to show. */
  watch(reads: Pick<NearReads, 'standbys'>): void
  readonly count: (outcome: ReadOutcome) => void
}

const outcomes: readonly ReadOutcome[] = [
  { target: 'standby' },
  { target: 'primary', reason: 'unused' },
  { target: 'primary', reason: 'failed' },
  { target: 'primary', reason: 'unanswered' },
]

/** The metrics of reads that a standby may answer. They have values where one is configured. */
export function nearReadsMetrics(registry: Registry): NearReadsMetrics {
  const registers = [registry]
  let standbys: NearReads['standbys'] = []
  const reads = new Counter({
    name: 'tokenwright_near_reads_total',
    help: 'Reads that a standby may answer, by who has answered, and why it was the primary.',
    labelNames: ['target', 'reason'],
    registers,
  })
  new Gauge({
    name: 'tokenwright_standby_used',
    help: 'Whether reads may go to a standby: 1 or 0. Standbys have numbers in the order of DATABASE_READ_URL.',
    labelNames: ['standby'],
    aggregator: 'min',
    registers,
    collect() {
      for (const [index, { isUsable }] of standbys.entries()) this.set({ standby: index + 1 }, isUsable ? 1 : 0)
    },
  })
  new Gauge({
    name: 'tokenwright_standby_lag_seconds',
    help: 'How old at most what a standby shows is; absent before that was first known.',
    labelNames: ['standby'],
    aggregator: 'max',
    registers,
    collect() {
      for (const [index, { lagSeconds }] of standbys.entries()) {
        if (Number.isFinite(lagSeconds)) this.set({ standby: index + 1 }, lagSeconds)
      }
    },
  })
  const count = (outcome: ReadOutcome, by = 1): void =>
    reads.inc({ target: outcome.target, reason: outcome.target === 'primary' ? outcome.reason : '' }, by)
  return {
    count: (outcome) => count(outcome),
    watch(watched) {
      standbys = watched.standbys
      if (standbys.length > 0) for (const outcome of outcomes) count(outcome, 0)
    },
  }
}
