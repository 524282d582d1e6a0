import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { test } from 'tap'
import { Batcher } from '../../src/concurrency/batcher.js'
import { Unavailable } from '../../src/errors.js'

const options = fc.record({
  maxBatchSize: fc.integer({ min: 1, max: 100 }),
  maxConcurrentBatches: fc.integer({ min: 1, max: 4 }),
})
/** Items of which many are equal, each asked some turns of the event loop after the one before. */
const questions = fc.array(fc.record({ item: fc.nat(50), pause: fc.constantFrom(0, 0, 0, 0, 1, 2) }), {
  maxLength: 2_000,
})

async function askAll<Answer>(
  batcher: Batcher<number, Answer>,
  asked: readonly { item: number; pause: number }[],
): Promise<PromiseSettledResult<Answer>[]> {
  const answers: Promise<Answer>[] = []
  for (const { item, pause } of asked) {
    for (let turns = 0; turns < pause; turns++) await turn()
    const answer = batcher.ask(item)
    answer.catch(() => {})
    answers.push(answer)
  }
  return Promise.allSettled(answers)
}

test('thousands of interleaved questions, many of them equal, get each their own answer', async () => {
  await fc.assert(
    fc.asyncProperty(questions, options, fc.infiniteStream(fc.nat(3)), async (asked, options, pauses) => {
      let underWay = 0
      const batcher = new Batcher<number, string>(
        'numbers',
        async (items) => {
          underWay++
          if (items.length > options.maxBatchSize || underWay > options.maxConcurrentBatches)
            throw new Error('too many')
          for (let pause = pauses.next().value; pause > 0; pause--) await turn()
          underWay--
          return items.map((item) => `answer to ${item}`)
        },
        options,
      )
      const answers = await askAll(batcher, asked)
      return answers.every(
        (answer, index) => answer.status === 'fulfilled' && answer.value === `answer to ${asked[index]?.item}`,
      )
    }),
    { numRuns: 60 },
  )
})

test('no answer is older than its question', async () => {
  await fc.assert(
    fc.asyncProperty(questions, options, async (asked, options) => {
      let version = 0
      const batcher = new Batcher<number, number>(
        'numbers',
        async (items) => {
          const read = version
          await turn()
          return items.map(() => read)
        },
        options,
      )
      const ages: Promise<boolean>[] = []
      for (const { item, pause } of asked) {
        for (let turns = 0; turns < pause; turns++) await turn()
        const askedAt = ++version
        ages.push(batcher.ask(item).then((read) => read >= askedAt))
      }
      return (await Promise.all(ages)).every(Boolean)
    }),
    { numRuns: 60 },
  )
})

test('an item that cannot be answered fails those who asked for it, and nobody else', async () => {
  await fc.assert(
    fc.asyncProperty(questions, options, fc.uniqueArray(fc.nat(50), { maxLength: 3 }), async (asked, options, bad) => {
      const batcher = new Batcher<number, number>(
        'numbers',
        async (items) => {
          await turn()
          const found = items.find((item) => bad.includes(item))
          if (found !== undefined) throw new Error(`bad: ${found}`)
          return items
        },
        options,
      )
      const answers = await askAll(batcher, asked)
      return answers.every((answer, index) => {
        const item = asked[index]?.item ?? -1
        return answer.status === 'fulfilled'
          ? answer.value === item && !bad.includes(item)
          : (answer.reason as Error).message === `bad: ${item}`
      })
    }),
    { numRuns: 60 },
  )
})

test('a database that is away fails the batch that met it, once, and no later one', async (t) => {
  let calls = 0
  const batcher = new Batcher<number, number>('numbers', async (items) => {
    if (++calls === 1) throw new Unavailable('the database is away')
    return items
  })
  const first = await Promise.allSettled([1, 2, 3].map((item) => batcher.ask(item)))
  t.ok(first.every(({ status }) => status === 'rejected'))
  t.equal(calls, 1, 'nobody knows what became of the batch, so it is not asked again')
  t.strictSame(await Promise.all([4, 5].map((item) => batcher.ask(item))), [4, 5])
})

test('an aborted question is not asked, and gets the reason of its signal', async (t) => {
  const batches: (readonly number[])[] = []
  const batcher = new Batcher<number, number>(
    'numbers',
    async (items) => {
      batches.push(items)
      await turn()
      return items
    },
    { maxBatchSize: 10, maxConcurrentBatches: 1 },
  )
  const client = new AbortController()
  const { signal } = client
  const first = batcher.ask(1, signal)
  await turn()
  const others = [batcher.ask(2, signal), batcher.ask(3, new AbortController().signal), batcher.ask(4, signal)]
  client.abort()
  t.equal(await first, 1, 'what is under way is answered')
  const [two, three, four] = await Promise.allSettled(others)
  t.match(two, { status: 'rejected', reason: { name: 'AbortError' } })
  t.match(three, { status: 'fulfilled', value: 3 })
  t.match(four, { status: 'rejected', reason: { name: 'AbortError' } })
  t.strictSame(batches, [[1], [3]])

  await t.rejects(batcher.ask(5, signal), { name: 'AbortError' })
  t.equal(await batcher.ask(6), 6, 'a batch of nothing but such questions holds nobody up')
  t.strictSame(batches, [[1], [3], [6]])
})

test('what is asked in one turn of the event loop is one batch, and nothing is kept of it', async (t) => {
  const batches: (readonly number[])[] = []
  const told: unknown[] = []
  const answerAll = async (items: readonly number[]) => {
    batches.push(items)
    return items
  }
  const onBatch = (what: string, size: number) => told.push([what, size])
  const batcher = new Batcher('numbers', answerAll, { onBatch })
  await Promise.all([batcher.ask(7), batcher.ask(8), batcher.ask(7)])
  await batcher.ask(7)
  t.strictSame(batches, [[7, 8, 7], [7]])
  t.strictSame(told, [
    ['numbers', 3],
    ['numbers', 1],
  ])
})
