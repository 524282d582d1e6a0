import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Test, test } from 'tap'
import { contracts } from '../../src/apis/index.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import type { AuditEvent } from '../../src/domain/audit/audit-event.js'
import { type FailedSignIn, FailedSignIns } from '../../src/domain/audit/failed-sign-ins.js'
import { AuditRepository } from '../../src/domain/audit/repository.js'
import { Unavailable } from '../../src/errors.js'
import { brokerCredentials } from '../support/broker.js'
import { ContractCaller } from '../support/contract-caller.js'
import { openTestDatabase } from '../support/database.js'
import { startOperatorServer } from '../support/operator.js'
import { TestClock } from '../support/server.js'

const failure: FailedSignIn = {
  api: 'security-management',
  action: 'security-user.sign-in',
  subject: '155',
  source: '198.51.100.1',
}
/** Long enough for a test to write by itself. */
const never = 3_600_000

test('the job that records failed sign-ins', async (t) => {
  const { db } = await openTestDatabase(t)
  const repository = new AuditRepository()
  const append = (events: readonly AuditEvent[]) => repository.appendAll(db, events)
  const clock = new TestClock('2026-01-15T10:00:59.999Z')
  const job = (t: Test, intervalMs = never) =>
    new FailedSignIns({ append, clock: clock.now, onDropped: (_count, error) => t.error(error), intervalMs })
  const stored = () =>
    db.selectFrom('audit_events').select(['action', 'subject', 'source', 'detail', 'at']).orderBy('seq').execute()

  await t.test(
    'failures are one event for each subject, source and minute, with their number, which is written when the minute is over',
    async (t) => {
      clock.set('2026-01-15T10:00:59.990Z')
      const failedSignIns = job(t, 1)
      const others: FailedSignIn[] = [
        { ...failure, subject: undefined },
        { ...failure, source: '198.51.100.2' },
        { ...failure, action: 'access-key.sign-in' },
      ]
      for (let attempt = 0; attempt < 400; attempt++) failedSignIns.record(failure)
      for (const other of others) failedSignIns.record(other)
      await delay(50)
      t.strictSame(await stored(), [], 'the minute goes on')
      clock.advance(0.01)
      failedSignIns.record(failure)
      for (let attempt = 0; attempt < 400 && (await stored()).length === 0; attempt++) await delay(25)
      const at = new Date('2026-01-15T10:00:00Z')
      const row = { action: failure.action, subject: '155', source: failure.source, detail: '1 failure', at }
      t.strictSame(await stored(), [
        { ...row, detail: '400 failures' },
        { ...row, subject: null },
        { ...row, source: '198.51.100.2' },
        { ...row, action: 'access-key.sign-in' },
      ])
      await failedSignIns.flush()
      t.strictSame((await stored()).at(-1), { ...row, at: new Date('2026-01-15T10:01:00Z') })
    },
  )

  await t.test(
    'each of two instances has an event of its own, and a stop writes the minute that goes on',
    async (t) => {
      const [one, other] = [job(t), job(t)]
      const before = (await stored()).length
      for (const instance of [one, other]) for (let attempt = 0; attempt < 3; attempt++) instance.record(failure)
      await Promise.all([one.flush(), other.flush()])
      t.strictSame(
        (await stored()).slice(before).map(({ detail }) => detail),
        ['3 failures', '3 failures'],
      )
    },
  )

  await t.test('an event is anonymous, refused, and names no request', async (t) => {
    const [event] = (await repository.list(db, { subject: '155' }, { limit: 1 })).items
    t.match(event, { actor: { kind: 'anonymous' }, result: 'refused', requestId: undefined })
  })

  await t.test('10,000 different failures are kept at a time; how many are dropped is told', async (t) => {
    const told: [string, number][] = []
    const bounded = new FailedSignIns({
      append,
      clock: clock.now,
      onDropped: (dropped, error) => told.push([String(error), dropped]),
      intervalMs: never,
    })
    const before = (await stored()).length
    for (let index = 0; index < 10_050; index++) bounded.record({ ...failure, source: `source ${index}` })
    for (let index = 0; index < 10; index++) bounded.record({ ...failure, source: 'source 0' })
    await bounded.flush()
    t.strictSame(told, [['Error: too many different failed sign-ins within a minute', 50]])
    t.equal((await stored()).length, before + 10_000)
    bounded.record({ ...failure, source: 'source 10049' })
    await bounded.flush()
    t.equal((await stored()).length, before + 10_001, 'there is room again')
  })

  await t.test('with the database away failures are dropped and told, and nothing is thrown', async (t) => {
    const away = openPostgresql({ url: 'postgres://nobody@127.0.0.1:1/nothing', onIdleError: () => {} })
    t.teardown(() => away.close())
    const told: [unknown, number][] = []
    const failing = new FailedSignIns({
      append: (events) => repository.appendAll(away.db, events),
      clock: clock.now,
      onDropped: (dropped, error) => told.push([error, dropped]),
      intervalMs: never,
    })
    for (let index = 0; index < 1_500; index++) failing.record({ ...failure, source: `source ${index}` })
    await failing.flush()
    t.ok(told.every(([error]) => error instanceof Unavailable))
    const batches = told.map(([, dropped]) => dropped)
    t.strictSame(batches, [1_000, 500])
    await failing.flush()
    t.equal(told.length, 2, 'what was dropped is not tried again')
  })

  await t.test('what was stored before the database went away is not told to be dropped', async (t) => {
    const told: number[] = []
    let batches = 0
    const failing = new FailedSignIns({
      append: async (events) => {
        if (++batches > 1) throw new Unavailable('the database is away')
        await append(events)
      },
      clock: clock.now,
      onDropped: (dropped) => told.push(dropped),
      intervalMs: never,
    })
    clock.advance(60)
    for (let index = 0; index < 2_500; index++) failing.record({ ...failure, source: `source ${index}` })
    await failing.flush()
    t.strictSame(told, [1_000, 500])
  })
})

test('failed sign-ins in the audit', async (t) => {
  const dropped: string[] = []
  const { audit, baseUrl, clock, db, services, restoreDemo } = await startOperatorServer(t, {
    trustedProxies: ['127.0.0.1'],
    onDropped: (what) => dropped.push(what),
  })
  const callers = {
    createSecurityToken: new ContractCaller(contracts['broker-token'], baseUrl),
    loginWithAccessKey: new ContractCaller(contracts['partner-login'], baseUrl),
    createTokenPair: new ContractCaller(contracts['security-management'], baseUrl),
  }
  const call = (operationId: keyof typeof callers, body: unknown, address = '198.51.100.1') =>
    callers[operationId].call(operationId, { body, headers: { 'x-forwarded-for': address } })
  const broker = await db
    .selectFrom('broker_users')
    .select('id')
    .where('hash_digest', '=', services.digest(brokerCredentials.active.hash))
    .executeTakeFirstOrThrow()
  const accessKey = '986d8167a9b9a15e37db4ab4ad50877b01347a94'
  const key = await db
    .selectFrom('access_keys')
    .select('id')
    .where('access_key', '=', accessKey)
    .executeTakeFirstOrThrow()
  const user = { username: 'ethan.buckley@datastoreltd.biz', password: 'S0qUx56pW!' }
  /** The failed sign-ins of this minute. */
  const thisMinute = () => audit({ since: new Date(clock.now().setUTCSeconds(0, 0)).toISOString() })

  const kinds = [
    {
      operationId: 'createSecurityToken',
      action: 'broker-user.sign-in',
      right: brokerCredentials.active,
      wrong: { ...brokerCredentials.active, secret: 'wrong' },
      unknown: { hash: 'unknown', secret: 'wrong' },
      invalid: { hash: 5 },
      subject: broker.id,
    },
    {
      operationId: 'loginWithAccessKey',
      action: 'access-key.sign-in',
      right: { accessKey, secret: '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq' },
      wrong: { accessKey, secret: 'wrong' },
      unknown: { accessKey: 'unknown', secret: 'wrong' },
      invalid: { accessKey: 5 },
      subject: key.id,
    },
    {
      operationId: 'createTokenPair',
      action: 'security-user.sign-in',
      right: user,
      wrong: { ...user, password: 'wrong' },
      unknown: { username: 'unknown', password: 'wrong' },
      invalid: { username: 5 },
      subject: '155',
    },
  ] as const

  t.beforeEach(async () => {
    await restoreDemo()
    clock.advance(60)
  })

  for (const { operationId, action, right, wrong, unknown, invalid, subject } of kinds) {
    await t.test(
      `${operationId}: a refusal names the credential where it exists, and where it came from`,
      async (t) => {
        await call(operationId, right)
        await call(operationId, invalid)
        await services.flush()
        t.strictSame(await thisMinute(), [], 'neither a success nor invalid input is a failed sign-in')
        for (let attempt = 0; attempt < 2; attempt++) await call(operationId, wrong)
        await call(operationId, wrong, '198.51.100.2')
        await call(operationId, unknown)
        await services.flush()
        const refused = { actor: 'anonymous', action, detail: '1 failure', result: 'refused' }
        t.strictSame(await thisMinute(), [
          { ...refused, subject: null },
          { ...refused, subject },
          { ...refused, subject, detail: '2 failures' },
        ])
        const { items } = await services.audit.list({ action }, { limit: 10 })
        t.strictSame(
          items.map(({ source, requestId }) => [source, requestId]),
          [
            ['198.51.100.1', undefined],
            ['198.51.100.2', undefined],
            ['198.51.100.1', undefined],
          ],
        )
      },
    )
  }

  await t.test('a deactivated user is named too', async (t) => {
    await call('createTokenPair', { ...user, username: 'former.colleague@datastoreltd.biz' })
    await services.flush()
    t.match(await thisMinute(), [{ action: 'security-user.sign-in', subject: '156' }])
  })

  await t.test('a sign-in that has to wait is no failed one', async (t) => {
    for (let attempt = 1; attempt <= 5; attempt++) await call('createTokenPair', kinds[2].wrong)
    await services.flush()
    t.equal((await thisMinute()).length, 1)
    clock.set('2026-01-15T12:00:00Z')
    await db
      .updateTable('sign_in_throttles')
      .set({ blocked_until: new Date('2026-01-15T12:00:10Z') })
      .execute()
    t.equal((await call('createTokenPair', user)).status, 429)
    await services.flush()
    t.strictSame(await thisMinute(), [])
  })

  await t.test('where events cannot be stored sign-ins are answered as ever', async (t) => {
    await sql`alter table audit_events add constraint nothing_more check (false) not valid`.execute(db)
    t.strictSame(dropped, [])
    t.equal((await call('createTokenPair', kinds[2].wrong)).status, 401)
    await services.flush()
    t.strictSame(dropped, ['failed sign-ins'])
    t.equal((await call('createTokenPair', user)).status, 200)
    await sql`alter table audit_events drop constraint nothing_more`.execute(db)
  })
})
