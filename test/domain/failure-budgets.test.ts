import { type Test, test } from 'tap'
import { openPostgresql } from '../../src/database/postgresql.js'
import { type FailureLimit, failureLimits } from '../../src/domain/failure-budgets/failure-limits.js'
import { FailureCountRepository } from '../../src/domain/failure-budgets/repository.js'
import { FailureBudgetService, type FailureBudgetServiceOptions } from '../../src/domain/failure-budgets/service.js'
import { TooManyFailures } from '../../src/errors.js'
import { openTestDatabase } from '../support/database.js'
import { TestClock } from '../support/server.js'

const limit: FailureLimit = { maxFailures: 10, windowSeconds: 60 }
const address = '198.51.100.1'

test('budgets of failures', async (t) => {
  const { db } = await openTestDatabase(t)
  const clock = new TestClock('2026-01-02T03:04:10Z')
  const repository = new FailureCountRepository()
  const service = (t: Test, options: Partial<FailureBudgetServiceOptions> = {}) => {
    const budgets = new FailureBudgetService({
      db,
      repository,
      limits: { ...failureLimits, 'broker-token': limit },
      trustedProxies: [],
      clock: clock.now,
      onDropped: (_counts, error) => t.error(error),
      ...options,
    })
    t.teardown(() => budgets.flush())
    return budgets
  }
  const fail = (budgets: FailureBudgetService, from = address) =>
    budgets.run('broker-token', from, async () => undefined)
  const succeed = (budgets: FailureBudgetService, from = address) =>
    budgets.run('broker-token', from, async () => 'token')
  async function failTimes(budgets: FailureBudgetService, times: number, from = address): Promise<void> {
    for (let failure = 0; failure < times; failure++) await fail(budgets, from)
  }
  const stored = () => db.selectFrom('failure_counts').select(['address', 'failures']).orderBy('address').execute()

  t.beforeEach(async () => {
    clock.set('2026-01-02T03:04:10Z')
    await db.deleteFrom('failure_counts').execute()
  })

  await t.test(
    'an address that used up its failures is refused, right or wrong, until the minute is over',
    async (t) => {
      const budgets = service(t)
      await failTimes(budgets, 10)
      let isMade = false
      const attempt = async () => {
        isMade = true
      }
      await t.rejects(budgets.run('broker-token', address, attempt), new TooManyFailures(50))
      t.notOk(isMade)
      clock.advance(49.999)
      await t.rejects(succeed(budgets), new TooManyFailures(1))
      clock.advance(0.001)
      t.equal(await succeed(budgets), 'token')
    },
  )

  await t.test('other addresses and other budgets are not affected; the addresses of a /64 are one', async (t) => {
    const budgets = service(t)
    await failTimes(budgets, 10)
    t.equal(await succeed(budgets, '198.51.100.2'), 'token')
    t.equal(await budgets.run('partner-login', address, async () => 'token'), 'token')
    await failTimes(budgets, 10, '2001:db8:1:2::1')
    await t.rejects(succeed(budgets, '2001:db8:1:2:ffff::2'), TooManyFailures)
  })

  await t.test('successes and errors count nothing, and a success writes nothing', async (t) => {
    const budgets = service(t)
    for (let call = 0; call < 30; call++) {
      await succeed(budgets)
      await t.rejects(
        budgets.run('broker-token', address, () => Promise.reject(new Error('away'))),
        { message: 'away' },
      )
    }
    await budgets.flush()
    t.strictSame(await stored(), [])
    await failTimes(budgets, 9)
    t.equal(await succeed(budgets), 'token')
  })

  await t.test('instances share what they counted, and 400 failures are one write', async (t) => {
    const writes: number[] = []
    const counting = new FailureCountRepository()
    const add = counting.add.bind(counting)
    counting.add = (db, counts) => {
      writes.push(counts.length)
      return add(db, counts)
    }
    const high = { ...failureLimits, 'broker-token': { maxFailures: 1_000, windowSeconds: 60 } }
    const flooded = service(t, { repository: counting, limits: high })
    await failTimes(flooded, 400)
    await flooded.flush()
    t.strictSame(writes, [1])
    t.strictSame(await stored(), [{ address, failures: 400 }])
    const other = service(t)
    await fail(other)
    await other.flush()
    await t.rejects(succeed(other), TooManyFailures)
  })

  await t.test('while the database is away an instance goes on with its own counts', async (t) => {
    const away = openPostgresql({ url: 'postgres://nobody@127.0.0.1:1/nothing', onIdleError: () => {} })
    t.teardown(() => away.close())
    const dropped: number[] = []
    const budgets = service(t, { db: away.db, onDropped: (counts) => dropped.push(counts) })
    await failTimes(budgets, 10)
    await budgets.flush()
    t.strictSame(dropped, [1])
    await t.rejects(succeed(budgets), TooManyFailures)
    t.equal(await succeed(budgets, '198.51.100.2'), 'token')
  })

  await t.test('a client whose address a trusted proxy does not tell has no limit, and any other has', async (t) => {
    const budgets = service(t, { trustedProxies: ['10.0.0.0/8', '2001:db8::7', '192.0.2.1'] })
    for (const unknown of ['10.1.2.3', '2001:db8::7', '192.0.2.1', 'no address']) await failTimes(budgets, 20, unknown)
    await budgets.flush()
    t.strictSame(await stored(), [])
    await failTimes(budgets, 10, '192.0.2.2')
    await t.rejects(fail(budgets, '192.0.2.2'), TooManyFailures)
  })

  await t.test('counts from two instances at once do not deadlock, and none is lost', async (t) => {
    const instances = [service(t), service(t)]
    const addresses = Array.from({ length: 200 }, (_, index) => `198.51.100.${index}`)
    for (const [index, budgets] of instances.entries()) {
      for (const from of index === 0 ? addresses : addresses.toReversed()) await fail(budgets, from)
    }
    await Promise.all(instances.map((budgets) => budgets.flush()))
    t.strictSame(new Set((await stored()).map(({ failures }) => failures)), new Set([2]))
  })
})
