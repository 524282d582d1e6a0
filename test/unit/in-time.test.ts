import { setTimeout as delay } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { test } from 'tap'
import { inTime } from '../../src/concurrency/in-time.js'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Work that ends with its signal alone, and is reached from nowhere else. */
const endless = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))

test('work without an end is ended when the time is over, whatever was collected meanwhile', async (t) => {
  const ended = t.rejects(inTime(new AbortController().signal, 300, endless), { name: 'TimeoutError' })
  await delay(20)
  collectGarbage()
  await ended
})

test('work ends with the signal of its caller, and with its own answer', async (t) => {
  const caller = new AbortController()
  const ended = t.rejects(inTime(caller.signal, 60_000, endless), { name: 'AbortError' })
  caller.abort()
  await ended
  await t.rejects(
    inTime(caller.signal, 60_000, async () => t.fail('not begun')),
    { name: 'AbortError' },
  )
  t.equal(await inTime(new AbortController().signal, 60_000, async () => 7), 7)
})
