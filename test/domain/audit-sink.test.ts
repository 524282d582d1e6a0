import { PassThrough } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Kysely } from 'kysely'
import { type Test, test } from 'tap'
import { showAuditEvent } from '../../src/apis/operator/audit-events.js'
import { Secret } from '../../src/crypto/secret.js'
import type { Database } from '../../src/database/schema.js'
import type { AuditSink } from '../../src/domain/audit/audit-sink.js'
import { AuditSinkJob } from '../../src/domain/audit/audit-sink-job.js'
import { AuditNotSent, AuditRepository } from '../../src/domain/audit/repository.js'
import { AuditSinkRepository } from '../../src/domain/audit/sink-repository.js'
import { StdoutSink } from '../../src/domain/audit/stdout-sink.js'
import { WebhookSink } from '../../src/domain/audit/webhook-sink.js'
import { Metrics } from '../../src/observability/metrics.js'
import { AuditReceiver, accept, hang, redirect, refuse } from '../support/audit-receiver.js'
import { openTestDatabase, testOn } from '../support/database.js'
import { until } from '../support/until.js'

const repository = new AuditSinkRepository()
const audit = new AuditRepository()

async function append(db: Kysely<Database>, subjects: readonly string[], at = new Date()): Promise<void> {
  const event = { actor: { kind: 'frontend' }, action: 'gateway-token.revoke', source: '10.0.0.7' } as const
  await audit.appendAll(
    db,
    subjects.map((subject) => ({
      ...event,
      at,
      subject,
      detail: undefined,
      requestId: undefined,
      result: 'succeeded',
    })),
  )
}

const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => String(from + at))

interface Job {
  readonly job: AuditSinkJob
  readonly warnings: { readonly err?: unknown }[]
  metric(name: string): Promise<number>
}

/** A job that looks and tries again quickly. */
function startJob(t: Test, db: Kysely<Database>, sink: AuditSink): Job {
  const metrics = new Metrics()
  const warnings: { err?: unknown }[] = []
  const job = new AuditSinkJob({
    db,
    repository,
    sink,
    show: showAuditEvent,
    clock: () => new Date(),
    log: { info: () => {}, warn: (fields) => void warnings.push(fields) },
    metrics: metrics.auditSink,
    pollMs: 20,
    retryMs: 10,
    leaseMs: 60_000,
  })
  job.start()
  t.teardown(() => job.stop())
  return {
    job,
    warnings,
    metric: async (name) =>
      Number(new RegExp(`^tokenwright_audit_sink_${name}\\{.*\\} (\\S+)$`, 'm').exec(await metrics.page())?.[1]),
  }
}

function webhook({ url, secret }: AuditReceiver, timeoutMs = 10_000): WebhookSink {
  return new WebhookSink({ url: new Secret(url), secret, clock: () => new Date(), timeoutMs })
}

const subjectsOf = ({ events }: AuditReceiver) => events.map(({ subject }) => subject)

test('every event is sent in order, signed, in batches, and those from before too', async (t) => {
  const { db } = await openTestDatabase(t)
  const receiver = await AuditReceiver.start(t)
  await append(db, numbered(1, 1_203))
  const { job, metric } = startJob(t, db, webhook(receiver))
  await until('all are sent', () => receiver.events.length === 1_203)
  t.strictSame(subjectsOf(receiver), numbered(1, 1_203))
  t.ok(receiver.deliveries.every(({ length }) => length <= 500))
  t.strictSame(receiver.wrong, [])
  t.match(receiver.events[0], {
    type: 'audit',
    id: /^[0-9a-f-]{36}$/,
    actor: { kind: 'frontend', id: null, name: null },
    action: 'gateway-token.revoke',
    subject: '1',
    detail: null,
    result: 'succeeded',
  })
  await until('it is not behind', async () => (await metric('lag_rows')) === 0 && (await metric('lag_seconds')) === 0)
  t.equal(await metric('events_total'), 1_203)
  t.equal(await metric('failures_total'), 0)

  await job.stop()
  await append(db, ['later'])
  startJob(t, db, webhook(receiver))
  await until('the next one is sent', () => receiver.events.length === 1_204)
  t.equal(receiver.deliveries.flat().length, 1_204, 'nothing that was accepted is sent again')
})

test('a receiver that refuses, redirects, hangs, dies and comes back gets every event, in order', async (t) => {
  const { db } = await openTestDatabase(t)
  const receiver = await AuditReceiver.start(t)
  const { metric, warnings } = startJob(t, db, webhook(receiver, 500))
  setFlagsFromString('--expose-gc')
  const collectGarbage: () => void = runInNewContext('gc')
  const troubles = [
    ['HTTP_503', refuse],
    ['HTTP_307', redirect],
    ['TimeoutError', hang],
    ['ECONNREFUSED', 'die'],
  ] as const
  for (const [code, trouble] of troubles) {
    if (trouble === 'die') await receiver.die()
    else receiver.answer = trouble
    const failed = (await metric('failures_total')) + 2
    const delivered = receiver.deliveries.length
    await append(db, [code])
    if (trouble === hang) {
      await until('it hangs', () => receiver.deliveries.length > delivered)
      // What ends a delivery must not be garbage.
      collectGarbage()
    }
    await until(`${code} twice`, async () => (await metric('failures_total')) >= failed)
    t.ok(
      warnings.some(({ err }) => (err as { code?: string }).code === code),
      code,
    )
    t.ok((await metric('lag_rows')) >= 1)
    receiver.answer = accept
    if (trouble === 'die') await receiver.comeBack()
    await until(`after ${code}`, async () => (await metric('lag_rows')) === 0)
  }
  t.strictSame(
    subjectsOf(receiver),
    troubles.map(([code]) => code),
  )
  t.strictSame(receiver.wrong, [])
})

testOn('postgresql', 'an event that is committed after one with a larger number is not lost', async (t) => {
  const { db } = await openTestDatabase(t)
  const receiver = await AuditReceiver.start(t)
  await append(db, ['first'])
  startJob(t, db, webhook(receiver))
  await until('the first one is sent', () => receiver.events.length === 1)
  for (const end of ['commit', 'rollback'] as const) {
    const slow = await db.startTransaction().execute()
    await append(slow, [`slow, ${end}`])
    await append(db, [`quick, before the ${end}`])
    await delay(300)
    t.notOk(subjectsOf(receiver).includes(`quick, before the ${end}`), 'the larger number waits for the smaller one')
    await slow[end]().execute()
    await until('what is committed is sent', () => subjectsOf(receiver).includes(`quick, before the ${end}`))
  }
  t.strictSame(subjectsOf(receiver), [
    'first',
    'slow, commit',
    'quick, before the commit',
    'quick, before the rollback',
  ])
})

testOn('postgresql', 'of several instances one sends, and another goes on at once when it stops', async (t) => {
  const { db } = await openTestDatabase(t)
  const receiver = await AuditReceiver.start(t)
  const jobs = [1, 2, 3].map(() => startJob(t, db, webhook(receiver)))
  for (const from of [1, 101, 201]) {
    await append(db, numbered(from, from + 99))
    await until('they are sent', () => receiver.events.length === from + 99)
    let sender = -1
    await until('one has counted them', async () => {
      const counts = await Promise.all(jobs.map(({ metric }) => metric('events_total')))
      sender = counts.indexOf(100)
      return sender >= 0
    })
    await jobs.splice(sender, 1)[0]?.job.stop()
  }
  t.strictSame(
    receiver.deliveries.flat().map(({ subject }) => subject),
    numbered(1, 300),
  )
})

test('the retention deletes nothing that the sink has not had', async (t) => {
  const { db } = await openTestDatabase(t)
  const receiver = await AuditReceiver.start(t)
  const day = 86_400_000
  const before = new Date(Date.now() - 40 * day)
  await append(db, ['old'], new Date(before.getTime() - day))
  const batch = { before, limit: 10, from: {} }
  await t.rejects(audit.deleteExpired(db, batch, 'webhook'), AuditNotSent)
  const { job, metric } = startJob(t, db, webhook(receiver))
  await until('it is sent', async () => (await metric('events_total')) === 1)
  await job.stop()
  t.equal((await audit.deleteExpired(db, batch, 'webhook')).rows, 1)
})

test('the standard output gets a line of JSON for each event', async (t) => {
  const { db } = await openTestDatabase(t)
  const stream = new PassThrough()
  await append(db, ['one', 'two'])
  const { metric } = startJob(t, db, new StdoutSink(stream))
  await until('they are written', async () => (await metric('events_total')) === 2)
  const lines = String(stream.read()).trimEnd().split('\n')
  t.match(
    lines.map((line) => JSON.parse(line)),
    [
      { type: 'audit', subject: 'one' },
      { type: 'audit', subject: 'two' },
    ],
  )
})
