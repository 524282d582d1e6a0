import type { Worker } from 'node:cluster'
import { EventEmitter, once } from 'node:events'
import { test } from 'tap'
import type { MetricsSnapshot } from '../../src/observability/metrics.js'
import type { ToPrimary } from '../../src/workers/messages.js'
import { SummedMetrics } from '../../src/workers/summed-metrics.js'
import { WorkerLink } from '../../src/workers/worker-link.js'

/** Both ends of the link between a worker and its primary. */
class FakeWorker extends EventEmitter {
  isConnected(): boolean {
    return true
  }

  send(message: ToPrimary, sent: () => void): void {
    this.emit('sent', message)
    sent()
  }
}

test('what a worker counted until seconds before it is killed stays in the sum', async (t) => {
  const fake = new FakeWorker()
  const worker = fake as unknown as Worker
  const sums = new SummedMetrics(() => 1)
  let count = 0
  new WorkerLink(worker).attach({
    shutDown: () => {},
    onPrimaryLost: () => {},
    metrics: async () => [counterAt(count)],
    reportEveryMs: 10,
  })
  t.teardown(() => fake.emit('disconnect'))

  count = 7
  const [message] = (await once(fake, 'sent', { signal: AbortSignal.timeout(10_000) })) as [ToPrimary]
  t.match(message, { kind: 'metrics', id: undefined }, 'it tells its metrics unasked')
  if (message.kind === 'metrics') sums.take(worker, message)
  // Killed: it can tell no more.
  sums.keep(worker)
  const samples = async () => (await sums.page(new Set())).split('\n').filter((line) => line.startsWith('calls_total'))
  t.strictSame(await samples(), ['calls_total 7'])
  t.strictSame(await samples(), ['calls_total 7'], 'and is counted once')
})

function counterAt(value: number): MetricsSnapshot[number] {
  return {
    name: 'calls_total',
    help: 'Calls.',
    type: 'counter',
    aggregator: 'sum',
    values: [{ value, labels: {} }],
  } as never
}
