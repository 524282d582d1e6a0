import { setTimeout as delay } from 'node:timers/promises'
import { type Test, test } from 'tap'
import { WriteBehindBuffer, type WriteBehindOptions } from '../../src/concurrency/write-behind-buffer.js'
import { Unavailable } from '../../src/errors.js'

const at = (milliseconds: number): Date => new Date(Date.UTC(2026, 0, 2) + milliseconds)

function collect(t: Test, options: Partial<WriteBehindOptions<number, Date>> = {}) {
  const batches: ReadonlyMap<number, Date>[] = []
  let [written, dropped] = [0, 0]
  const buffer = new WriteBehindBuffer<number, Date>({
    intervalMs: 5,
    onWritten: (count) => {
      written += count
    },
    onDropped: (count) => {
      dropped += count
    },
    ...options,
    write: async (batch) => {
      batches.push(batch)
      await options.write?.(batch)
    },
  })
  t.teardown(() => buffer.flush())
  return { buffer, batches, counts: () => ({ written, dropped }) }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await delay(5)
}

test('the newest value of each key is written, once, in the background', async (t) => {
  const { buffer, batches, counts } = collect(t)
  for (const [id, when] of [
    [1, 0],
    [2, 1],
    [1, 2],
  ] as const)
    buffer.set(id, at(when))
  t.strictSame(batches, [])
  await until(() => counts().written === 2)
  t.strictSame(batches, [
    new Map([
      [1, at(2)],
      [2, at(1)],
    ]),
  ])
})

test('a flush waits for a write that has begun', async (t) => {
  let [isBegun, isDone] = [false, false]
  const { buffer } = collect(t, {
    write: async () => {
      isBegun = true
      await delay(20)
      isDone = true
    },
  })
  buffer.set(1, at(0))
  await until(() => isBegun)
  await buffer.flush()
  t.ok(isDone)
})

test('a write takes a bounded number of entries, the one that waits longest first, until all are written', async (t) => {
  const { buffer, batches, counts } = collect(t, { maxBatchSize: 4_000 })
  for (let id = 0; id < 20_000; id++) buffer.set(id, at(id))
  await until(() => batches.length === 1)
  buffer.set(0, at(30_000))
  buffer.set(19_999, at(30_001))
  await until(() => counts().written === 20_001)
  t.equal(batches[0]?.size, 4_000)
  t.strictSame(batches[0]?.get(3_999), at(3_999))
  const seen = batches.flatMap((batch) => [...batch.keys()])
  t.equal(seen.length, 20_001, 'none is written twice but the one that was set again')
  t.strictSame(batches.find((batch) => batch.has(19_999))?.get(19_999), at(30_001), 'with its newest value')
  t.strictSame(batches.at(-1)?.get(0), at(30_000))
})

test('a full buffer drops new keys, counts them, and still takes newer values of the keys that it has', async (t) => {
  const { buffer, batches, counts } = collect(t, { maxPending: 2, intervalMs: 60_000 })
  for (const id of [1, 2, 3, 4, 1]) buffer.set(id, at(id))
  buffer.set(2, at(9))
  await buffer.flush()
  t.strictSame(batches, [
    new Map([
      [1, at(1)],
      [2, at(9)],
    ]),
  ])
  t.strictSame(counts(), { written: 2, dropped: 2 })
})

test('a flush writes everything that is pending', async (t) => {
  const { buffer, batches } = collect(t)
  for (let id = 0; id < 5_000; id++) buffer.set(id, at(id))
  await buffer.flush()
  t.strictSame(
    batches.map(({ size }) => size),
    [5_000],
  )
})

test('while the database is away everything waits, and is combined with what comes later', async (t) => {
  let isAway = true
  let tries = 0
  const written: [string, number][][] = []
  const buffer = new WriteBehindBuffer<string, number>({
    intervalMs: 5,
    combine: (earlier, later) => earlier + later,
    onDropped: (count) => t.fail(`${count} dropped`),
    write: async (batch) => {
      tries++
      if (isAway) throw new Unavailable('away')
      written.push([...batch])
    },
  })
  buffer.set('one', 1)
  buffer.set('two', 1)
  await until(() => tries === 2)
  buffer.set('three', 1)
  t.equal(buffer.get('two'), 1, 'what waits is known')
  buffer.set('two', 4)
  await until(() => tries === 4)
  isAway = false
  await until(() => written.length > 0)
  t.strictSame(
    written,
    [
      [
        ['one', 1],
        ['two', 5],
        ['three', 1],
      ],
    ],
    'the key that waits longest comes first',
  )
})

test('a value that is set while its key is being written is combined where that fails', async (t) => {
  const written: number[] = []
  let fail: (error: Error) => void = () => {}
  let tries = 0
  const buffer = new WriteBehindBuffer<string, number>({
    intervalMs: 5,
    combine: (earlier, later) => earlier + later,
    onDropped: (count) => t.fail(`${count} dropped`),
    write: (batch) => {
      if (tries++ > 0) return Promise.resolve(written.push(...batch.values())).then(() => {})
      return new Promise((_resolve, reject) => {
        fail = reject
      })
    },
  })
  buffer.set('one', 2)
  await until(() => tries === 1)
  buffer.set('one', 3)
  fail(new Unavailable('away'))
  await until(() => written.length > 0)
  t.strictSame(written, [5])
})

test('the last write, at a stop, waits for nothing', async (t) => {
  const { buffer, counts } = collect(t, {
    write: async () => {
      throw new Unavailable('away')
    },
  })
  buffer.set(1, at(0))
  await buffer.flush()
  t.strictSame(counts(), { written: 0, dropped: 1 })
})

test('what cannot be written for good is dropped and counted, and holds nothing up', async (t) => {
  let isAway = true
  const { buffer, counts } = collect(t, {
    write: async () => {
      if (isAway) throw new Error('away')
    },
  })
  buffer.set(1, at(0))
  await until(() => counts().dropped === 1)
  isAway = false
  buffer.set(2, at(1))
  await until(() => counts().written === 1)
  t.strictSame(counts(), { written: 1, dropped: 1 })
})
