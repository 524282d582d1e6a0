import { setImmediate as tick } from 'node:timers/promises'
import { test } from 'tap'
import { Semaphore } from '../../src/concurrency/semaphore.js'
import { Unavailable } from '../../src/errors.js'

test('no more tasks run at a time than the gate is wide, and they start in the order in which they came', async (t) => {
  const gate = new Semaphore({ name: 'work', concurrency: 2, maxQueued: 10 })
  const started: number[] = []
  let running = 0
  let most = 0
  await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      gate.run(async () => {
        started.push(index)
        most = Math.max(most, ++running)
        await tick()
        running--
      }),
    ),
  )
  t.equal(most, 2)
  t.strictSame(started, [0, 1, 2, 3, 4, 5, 6, 7])
  t.ok(gate.isIdle)
})

test('a task that finds every place taken is refused and never starts', async (t) => {
  const gate = new Semaphore({ name: 'work', concurrency: 1, maxQueued: 1 })
  const first = gate.run(() => tick('first'))
  const second = gate.run(() => tick('second'))
  let hasStarted = false
  await t.rejects(
    gate.run(async () => {
      hasStarted = true
    }),
    Unavailable,
  )
  t.notOk(hasStarted)
  t.strictSame(await Promise.all([first, second]), ['first', 'second'])
  t.equal(await gate.run(async () => 'later'), 'later')
})

test('a task that fails gives its place to the next', async (t) => {
  const gate = new Semaphore({ name: 'work', concurrency: 1, maxQueued: 2 })
  const failing = gate.run(async () => {
    throw new Error('failed')
  })
  const next = gate.run(async () => 'next')
  await t.rejects(failing, { message: 'failed' })
  t.equal(await next, 'next')
  t.ok(gate.isIdle)
})

test('whoever comes while a place is handed over does not get in between', async (t) => {
  const gate = new Semaphore({ name: 'work', concurrency: 1, maxQueued: 5 })
  let running = 0
  const task = async (): Promise<void> => {
    t.equal(++running, 1)
    await tick()
    running--
  }
  const first = gate.run(task).then(() => gate.run(task))
  await Promise.all([first, gate.run(task), gate.run(task)])
})

test('groups take turns: one task waits no longer because another group has many', async (t) => {
  const semaphore = new Semaphore({ name: 'work', concurrency: 1, maxQueued: 100 })
  const started: string[] = []
  const task = (group: string) =>
    semaphore.run(async () => {
      started.push(group)
      await tick()
    }, group)
  await Promise.all([...Array.from({ length: 50 }, () => task('flood')), task('a'), task('b'), task('a')])
  t.strictSame(started.slice(0, 6), ['flood', 'flood', 'a', 'b', 'flood', 'a'])
  t.equal(started.length, 53)
  t.strictSame(semaphore.load, { running: 0, waiting: 0 })
})

test('in a full queue a group with fewer tasks takes the last place of the group with most', async (t) => {
  const semaphore = new Semaphore({ name: 'work', concurrency: 1, maxQueued: 4 })
  const started: string[] = []
  const task = (name: string, group: string) =>
    semaphore.run(async () => {
      started.push(name)
      await tick()
    }, group)
  const outcomes = await Promise.allSettled([
    ...['f0', 'f1', 'f2', 'f3', 'f4'].map((name) => task(name, 'flood')),
    task('a1', 'a'),
    task('b1', 'b'),
    task('f5', 'flood'),
    task('a2', 'a'),
  ])
  t.strictSame(
    outcomes.map(({ status }) => status === 'fulfilled'),
    [true, true, true, false, false, true, true, false, false],
    'two of the flood left their places; neither it nor a group with as many as the longest gets one',
  )
  t.strictSame(started, ['f0', 'f1', 'a1', 'b1', 'f2'])
  t.ok(outcomes.every((outcome) => outcome.status === 'fulfilled' || outcome.reason instanceof Unavailable))
  t.strictSame(semaphore.load, { running: 0, waiting: 0 })
})
