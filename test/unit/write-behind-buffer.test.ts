import { setTimeout as delay } from 'node:timers/promises'
import { type Test, test } from 'tap'
import { LastUses } from '../../src/concurrency/write-behind-buffer.js'

const at = (milliseconds: number): Date => new Date(Date.UTC(2026, 0, 2) + milliseconds)

function collect(t: Test, write: (uses: ReadonlyMap<number, Date>) => Promise<void> = async () => {}) {
  const batches: ReadonlyMap<number, Date>[] = []
  let [written, dropped] = [0, 0]
  const uses = new LastUses<number>(
    async (batch) => {
      batches.push(batch)
      await write(batch)
    },
    {
      written: (count) => {
        written += count
      },
      dropped: (count) => {
        dropped += count
      },
    },
    5,
  )
  t.teardown(() => uses.flush())
  return { uses, batches, counts: () => ({ written, dropped }) }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await delay(5)
}

test('the newest use of each token is written, once, in the background', async (t) => {
  const { uses, batches, counts } = collect(t)
  for (const [id, when] of [
    [1, 0],
    [2, 1],
    [1, 2],
  ] as const)
    uses.record(id, at(when))
  t.strictSame(batches, [])
  await until(() => counts().written === 2)
  t.strictSame(batches, [
    new Map([
      [1, at(2)],
      [2, at(1)],
    ]),
  ])
})

test('of very many a part is written at a time, what waits longest first, and all in the end', async (t) => {
  const { uses, batches, counts } = collect(t)
  for (let id = 0; id < 20_000; id++) uses.record(id, at(id))
  await until(() => batches.length === 1)
  uses.record(0, at(30_000))
  uses.record(19_999, at(30_001))
  await until(() => counts().written === 20_001)
  t.equal(batches[0]?.size, 4_000)
  t.strictSame(batches[0]?.get(3_999), at(3_999))
  const seen = batches.flatMap((batch) => [...batch.keys()])
  t.equal(seen.length, 20_001, 'none is written twice but the one that was used again')
  t.strictSame(batches.find((batch) => batch.has(19_999))?.get(19_999), at(30_001), 'with its newest time')
  t.strictSame(batches.at(-1)?.get(0), at(30_000))
})

test('the end writes everything that waits', async (t) => {
  const { uses, batches } = collect(t)
  for (let id = 0; id < 5_000; id++) uses.record(id, at(id))
  await uses.flush()
  t.strictSame(
    batches.map(({ size }) => size),
    [5_000],
  )
})

test('what cannot be written is dropped and counted, and holds nothing up', async (t) => {
  let isAway = true
  const { uses, counts } = collect(t, async () => {
    if (isAway) throw new Error('away')
  })
  uses.record(1, at(0))
  await until(() => counts().dropped === 1)
  isAway = false
  uses.record(2, at(1))
  await until(() => counts().written === 1)
  t.strictSame(counts(), { written: 1, dropped: 1 })
})
