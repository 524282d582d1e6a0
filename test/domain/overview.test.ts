import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { test } from 'tap'
import { NearReads } from '../../src/database/near-reads.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import { Diagnosis, type DiagnosisOptions } from '../../src/doctor/diagnosis.js'
import { OverviewRepository } from '../../src/domain/overview/repository.js'
import { Metrics } from '../../src/observability/metrics.js'
import { createServices } from '../../src/services.js'
import { openTestDatabase, testOn } from '../support/database.js'
import { testMasterKey } from '../support/server.js'

const now = new Date('2026-01-15T10:00:00Z')

testOn(
  'postgresql',
  'of a large table a sample is counted: near, marked as an estimate, and the same each time',
  async (t) => {
    const { db } = await openTestDatabase(t)
    const repository = new OverviewRepository()
    const insert = (from: number, to: number) =>
      sql`
    insert into gateway_tokens (link, digest, master_key, hint, account_id, description, issued_at, revoked_at)
    select gen_random_uuid(), sha256(n::text::bytea), 1, 'abcd', 'account ' || n, 'The description of a token', ${now},
      case when n % 10 = 0 then ${now}::timestamptz end
    from generate_series(${from}::integer, ${to}::integer) as n`.execute(db)
    await insert(1, 20_000)
    t.strictSame(await repository.countGatewayTokens(db), {
      counts: { active: 18_000, revoked: 2_000 },
      isEstimate: false,
    })
    for (let from = 20_001; from < 80_000; from += 20_000) await insert(from, from + 19_999)
    const { counts, isEstimate } = await repository.countGatewayTokens(db)
    t.ok(isEstimate)
    t.ok(Math.abs(counts.active - 72_000) < 7_200, `${counts.active} of 72000`)
    t.ok(Math.abs(counts.revoked - 8_000) < 1_600, `${counts.revoked} of 8000`)
    t.strictSame(await repository.countGatewayTokens(db), { counts, isEstimate })
    const { usage, isEstimate: isSample } = await repository.countUnderOtherMasterKey(db, 2, now)
    t.ok(isSample)
    t.equal(usage.gatewayTokens, counts.active)
    t.equal((await repository.countUnderOtherMasterKey(db, 1, now)).usage.gatewayTokens, 0)
  },
)

test('the states of access keys are counted as lists show them', async (t) => {
  const { db } = await openTestDatabase(t)
  const past = new Date(now.getTime() - 1)
  const key = (state: 'pending' | 'active' | 'revoked', expires_at: Date | null) => ({
    id: randomUUID(),
    access_key: randomUUID(),
    name: 'x',
    user_id: randomUUID(),
    account: randomUUID(),
    company: randomUUID(),
    roles: [],
    state,
    expires_at,
    created_at: now,
  })
  await db
    .insertInto('access_keys')
    .values([
      key('pending', null),
      key('active', null),
      key('active', new Date(now.getTime() + 1)),
      key('pending', past),
      key('active', now),
      key('active', past),
      key('revoked', null),
      key('revoked', past),
    ])
    .execute()
  const { counts } = await new OverviewRepository().countAccessKeys(db, now)
  t.strictSame(counts, { pending: 1, active: 2, expired: 3, revoked: 2 })
})

test('diagnosis', async (t) => {
  const { db } = await openTestDatabase(t)
  const keys = { current: testMasterKey(), previous: undefined }
  const services = createServices(db, keys, { metrics: new Metrics(), onDropped: () => {} })
  const failed: string[] = []
  const diagnosisWith = (own: Partial<DiagnosisOptions>) =>
    new Diagnosis({
      connection: { db, kind: 'embedded', nearReads: new NearReads(db) },
      settings: { demo: true, legacyTokenBcryptSalt: undefined, isRotating: false },
      services,
      counts: services.overview,
      clock: () => new Date(),
      onFailed: (check) => failed.push(check),
      checkTimeoutMs: 200,
      ...own,
    })

  await t.test('a check that fails and one that never ends are findings, and the others go on', async (t) => {
    const findings = await diagnosisWith({
      counts: {
        keyUsage: () => Promise.reject(new Error('CANARY')),
        hashedTokens: () => new Promise(() => {}),
      },
    }).run()
    for (const check of ['master key', 'hashed tokens']) {
      t.match(
        findings.find((finding) => finding.check === check),
        { level: 'problem', message: 'the check failed, or took too long' },
      )
    }
    t.match(findings.at(-1), { check: 'demo', level: 'ok' })
    t.strictSame(failed, ['master key', 'hashed tokens'])
    t.notMatch(JSON.stringify(findings), 'CANARY')
  })

  await t.test('of a database that is away nothing else is asked', async (t) => {
    const away = openPostgresql({ url: 'postgres://nobody@127.0.0.1:1/nothing', onIdleError: () => {} })
    t.teardown(() => away.close())
    t.match(await diagnosisWith({ connection: { ...away, nearReads: new NearReads(away.db) } }).run(), [
      { check: 'database', level: 'problem' },
    ])
  })

  await t.test('while the master key rotates a sample never says that nothing is left', async (t) => {
    const usage = { ...(await services.masterKeys.usage()) }
    const rotation = async (isEstimate: boolean) => {
      const diagnosis = diagnosisWith({
        settings: { demo: true, legacyTokenBcryptSalt: undefined, isRotating: true },
        counts: {
          keyUsage: async () => ({ usage, isEstimate }),
          hashedTokens: async () => ({ counts: { hashed: 0 }, isEstimate }),
        },
      })
      return (await diagnosis.run()).find(({ check }) => check === 'rotation')
    }
    t.match(await rotation(false), { message: 'nothing depends on MASTER_KEY_PREVIOUS' })
    t.match(await rotation(true), { message: /sample/, action: /tokenwright doctor/ })
  })

  await t.test('callers at the same time share one run', async (t) => {
    const diagnosis = diagnosisWith({})
    t.equal(diagnosis.run(), diagnosis.run())
    await diagnosis.run()
  })
})
