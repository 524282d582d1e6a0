import { setImmediate as tick } from 'node:timers/promises'
import { test } from 'tap'
import { KeyedSemaphore } from '../../src/concurrency/keyed-semaphore.js'
import { Unavailable } from '../../src/errors.js'

test('tasks of one key run one after the other, those of another key beside them', async (t) => {
  const turns = new KeyedSemaphore({ name: 'work', concurrencyPerKey: 1, maxQueuedPerKey: 10 })
  const log: string[] = []
  const task = (key: string, name: string): Promise<void> =>
    turns.run(key, async () => {
      log.push(`${name} starts`)
      await tick()
      log.push(`${name} ends`)
    })
  await Promise.all([task('a', 'a1'), task('a', 'a2'), task('b', 'b1')])
  t.strictSame(log.slice(0, 2), ['a1 starts', 'b1 starts'])
  t.strictSame(
    log.filter((line) => line.startsWith('a')),
    ['a1 starts', 'a1 ends', 'a2 starts', 'a2 ends'],
  )
})

test('nothing is kept of a key whose tasks are done, also where one failed', async (t) => {
  const turns = new KeyedSemaphore({ name: 'work', concurrencyPerKey: 1, maxQueuedPerKey: 10 })
  await Promise.allSettled([
    turns.run('a', () => tick()),
    turns.run('a', () => Promise.reject(new Error('failed'))),
    turns.run('b', () => Promise.reject(new Error('failed'))),
  ])
  t.equal(turns.size, 0)
})

test('one key takes no more waiting tasks than it has places', async (t) => {
  const turns = new KeyedSemaphore({ name: 'work', concurrencyPerKey: 1, maxQueuedPerKey: 1 })
  const taken = [turns.run('a', () => tick()), turns.run('a', () => tick())]
  await t.rejects(
    turns.run('a', () => tick()),
    Unavailable,
  )
  await t.resolves(turns.run('b', () => tick()))
  await Promise.all(taken)
})

test('a key has as many running tasks as its concurrency, and its groups take turns', async (t) => {
  const semaphore = new KeyedSemaphore({ name: 'work', concurrencyPerKey: 2, maxQueuedPerKey: 10 })
  const started: string[] = []
  let running = 0
  let max = 0
  const task = (group: string) =>
    semaphore.run(
      'a',
      async () => {
        started.push(group)
        max = Math.max(max, ++running)
        await tick()
        running--
      },
      group,
    )
  await Promise.all(['x', 'x', 'x', 'x', 'y'].map(task))
  t.equal(max, 2)
  t.strictSame(started, ['x', 'x', 'x', 'y', 'x'])
})
