import type { Kysely } from 'kysely'
import { test } from 'tap'
import { BatchedReads } from '../../src/database/batched-reads.js'
import { NearReads, type ReadOutcome } from '../../src/database/near-reads.js'
import type { Database } from '../../src/database/schema.js'
import type { Standby } from '../../src/database/standby.js'

const primary = { name: 'primary' } as unknown as Kysely<Database>

class FakeStandby {
  readonly db: Kysely<Database>
  isUsable = true

  constructor(readonly name: string) {
    this.db = { name } as unknown as Kysely<Database>
  }

  suspend(): void {
    this.isUsable = false
  }
}

function nearReads(...standbys: FakeStandby[]): { readonly reads: NearReads; readonly outcomes: string[] } {
  const outcomes: string[] = []
  const onRead = (outcome: ReadOutcome) =>
    outcomes.push(outcome.target === 'standby' ? 'standby' : `primary: ${outcome.reason}`)
  return { reads: new NearReads(primary, standbys as unknown as readonly Standby[], onRead), outcomes }
}

const nameOf = (db: Kysely<Database>): string => (db as unknown as { name: string }).name

test('a read goes to the first standby that can be used, else to the primary', async (t) => {
  const standbys = [new FakeStandby('one'), new FakeStandby('two')] as const
  const { reads, outcomes } = nearReads(...standbys)
  const ask = () => reads.ask(async (db) => nameOf(db))
  t.equal(await ask(), 'one')
  standbys[0].isUsable = false
  t.equal(await ask(), 'two')
  standbys[1].isUsable = false
  t.equal(await ask(), 'primary')
  t.strictSame(outcomes, ['standby', 'standby', 'primary: unused'])
})

test('what a standby does not know is asked of the primary once', async (t) => {
  const { reads, outcomes } = nearReads(new FakeStandby('one'))
  const asked: string[] = []
  const answer = await reads.ask(async (db) => {
    asked.push(nameOf(db))
    return undefined
  })
  t.equal(answer, undefined)
  t.strictSame(asked, ['one', 'primary'])
  t.strictSame(outcomes, ['primary: unanswered'])
})

test('a read that fails at a standby goes to the primary, and later ones do not try', async (t) => {
  const { reads, outcomes } = nearReads(new FakeStandby('one'))
  const ask = () =>
    reads.ask(async (db) => {
      if (nameOf(db) === 'one') throw new Error('canceling statement due to conflict with recovery')
      return nameOf(db)
    })
  t.equal(await ask(), 'primary')
  t.equal(await ask(), 'primary')
  t.strictSame(outcomes, ['primary: failed', 'primary: unused'])
})

test('a caller who is gone is no failure of the standby', async (t) => {
  const standby = new FakeStandby('one')
  const { reads, outcomes } = nearReads(standby)
  const gone = AbortSignal.abort(new Error('gone'))
  await t.rejects(
    reads.ask(() => Promise.reject(gone.reason), gone),
    { message: 'gone' },
  )
  t.ok(standby.isUsable)
  t.strictSame(outcomes, [])
})

test('without a standby nothing is counted', async (t) => {
  const { reads, outcomes } = nearReads()
  t.equal(await reads.ask(async (db) => nameOf(db)), 'primary')
  t.strictSame(outcomes, [])
})

test('reads share a statement at each server for itself: an unknown one keeps no known one waiting', async (t) => {
  const { reads } = nearReads(new FakeStandby('one'))
  const statements: string[] = []
  let answerPrimary = () => {}
  const waits = new Promise<void>((resolve) => {
    answerPrimary = resolve
  })
  const batched = new BatchedReads<string, string>(
    reads,
    'names',
    async (db, items) => {
      statements.push(`${nameOf(db)}: ${items.join(' ')}`)
      if (db === primary) await waits
      return items.map((item) => (db === primary || item === 'known' ? item : undefined))
    },
    undefined,
  )
  const fresh = batched.ask('fresh')
  t.equal(await batched.ask('known'), 'known', 'while the primary has not answered')
  answerPrimary()
  t.equal(await fresh, 'fresh')
  t.strictSame(statements, ['one: fresh known', 'primary: fresh'])
})
