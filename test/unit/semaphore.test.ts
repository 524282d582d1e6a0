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
