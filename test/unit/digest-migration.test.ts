import { test } from 'tap'
import { acceptingDigester, digester } from '../../src/crypto/digest.js'
import { Rekeyings } from '../../src/domain/master-keys/digest-migration.js'
import type { RekeyedSecret, Rekeying } from '../../src/domain/master-keys/rekeying.js'

const current = digester(Buffer.alloc(32, 1))
const older = digester(Buffer.alloc(32, 2))
const accepted = acceptingDigester(current, older)

/** A job, and what it has written. */
function job({ movesOn = true, fails = false, interval = 60_000 } = {}) {
  const written: [RekeyedSecret, readonly Rekeying[]][] = []
  const dropped: number[] = []
  const rekeyings = new Rekeyings(
    () => movesOn,
    async (kind, batch) => {
      if (fails) throw new Error('away')
      written.push([kind, batch])
    },
    (_error, count) => dropped.push(count),
    interval,
  )
  return { rekeyings, written, dropped }
}

test('what was found under the older key is written once, in one batch for each kind', async (t) => {
  const { rekeyings, written } = job()
  rekeyings.record('gateway token', accepted('a'), [older('a')])
  rekeyings.record('gateway token', accepted('a'), [older('a')])
  rekeyings.record('gateway token', accepted('b'), [older('b')])
  rekeyings.record('broker secret', accepted('c'), [current('other'), older('c')])
  await rekeyings.flush()
  await rekeyings.flush()
  t.strictSame(written, [
    [
      'gateway token',
      [
        { from: older('a'), to: current('a') },
        { from: older('b'), to: current('b') },
      ],
    ],
    ['broker secret', [{ from: older('c'), to: current('c') }]],
  ])
})

test('what was found under the current key is left alone, and so is everything where there is one key', async (t) => {
  const { rekeyings, written } = job()
  rekeyings.record('gateway token', accepted('a'), [current('a')])
  rekeyings.record('gateway token', [current('a')], [current('a')])
  await rekeyings.flush()
  t.strictSame(written, [])
})

test('nothing moves while the previous key is the coming one', async (t) => {
  const { rekeyings, written } = job({ movesOn: false })
  rekeyings.record('gateway token', accepted('a'), [older('a')])
  await rekeyings.flush()
  t.strictSame(written, [])
})

test('a batch that cannot be written is told and dropped', async (t) => {
  const { rekeyings, dropped } = job({ fails: true })
  rekeyings.record('gateway token', accepted('a'), [older('a')])
  rekeyings.record('gateway token', accepted('b'), [older('b')])
  await t.resolves(rekeyings.flush())
  await rekeyings.flush()
  t.strictSame(dropped, [2])
})

test('it is written without being asked for', async (t) => {
  let resolve: (batch: readonly Rekeying[]) => void = () => {}
  const promise = new Promise<readonly Rekeying[]>((done) => {
    resolve = done
  })
  const rekeyings = new Rekeyings(
    () => true,
    async (_kind, batch) => resolve(batch),
    (error) => t.error(error),
    1,
  )
  // The job's own timer does not keep the process alive.
  const alive = setInterval(() => {}, 1_000)
  t.teardown(() => clearInterval(alive))
  rekeyings.record('gateway token', accepted('a'), [older('a')])
  t.strictSame(await promise, [{ from: older('a'), to: current('a') }])
})
