import { test } from 'tap'
import { untilRefusalIsDue } from '../../src/concurrency/refusal-time.js'

/** Works for a while without letting timers fire. */
function work(ms: number): void {
  const endsAt = performance.now() + ms
  while (performance.now() < endsAt);
}

test('a refusal is answered 10 ms after its start, however little work it was', async (t) => {
  for (const ms of [0, 2, 4]) {
    const startedAtMs = performance.now()
    work(ms)
    await untilRefusalIsDue(startedAtMs)
    // Timers may fire up to a millisecond early.
    t.ok(performance.now() - startedAtMs >= 9, `after ${ms} ms of work`)
  }
})

test('a refusal that took longer waits no more', async (t) => {
  let hasOtherRun = false
  const startedAtMs = performance.now()
  work(15)
  setImmediate(() => (hasOtherRun = true))
  await untilRefusalIsDue(startedAtMs)
  t.notOk(hasOtherRun, 'not even for a turn of the event loop')
})
