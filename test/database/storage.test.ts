import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Test } from 'tap'
import type { AcceptedDigests, Digest } from '../../src/crypto/digest.js'
import { systemRandom } from '../../src/crypto/random.js'
import { NearReads } from '../../src/database/near-reads.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import type { Database } from '../../src/database/schema.js'
import { GatewayTokenDirectoryRepository } from '../../src/domain/gateway-tokens/directory-repository.js'
import { newTokenLink } from '../../src/domain/gateway-tokens/gateway-token.js'
import { GatewayTokenRepository } from '../../src/domain/gateway-tokens/repository.js'
import { createDatabase, openTestDatabase, postgresqlUrl, testOn } from '../support/database.js'

const epoch = Date.parse('2026-01-01T00:00:00Z')
const masterKey = 123_456_789
const text = (name: string, length: number) => createHash('sha256').update(name).digest('hex').slice(0, length)

/** The digest of a token by its number: those of numbers in a row are in no order. */
function digestOf(number: number): Digest {
  return createHash('sha256').update(`token ${number}`).digest() as Digest
}

/** Tokens as an installation has them: one each half minute, about three an account, most of them used. */
function tokensFrom(first: number, count: number, accounts: number) {
  return Array.from({ length: count }, (_, index) => {
    const number = first + index
    const issuedAt = new Date(epoch + number * 30_000)
    const account = createHash('sha256').update(`account of ${number}`).digest().readUInt32BE() % accounts
    return {
      link: newTokenLink(issuedAt, systemRandom),
      digest: digestOf(number),
      hint: text(`hint ${number}`, 4),
      account_id: String((account * 7_919) % 9_999_991),
      description: text(`description ${number}`, 20),
      created_by: `${text(`person ${number}`, 8)}@example.co.uk`,
      issued_at: issuedAt,
      last_used_at: number % 10 === 0 ? null : new Date(issuedAt.getTime() + 86_400_000),
      revoked_at: number % 20 === 0 ? new Date(issuedAt.getTime() + 172_800_000) : null,
      master_key: masterKey,
    }
  })
}

async function fill(db: Kysely<Database>, from: number, to: number): Promise<void> {
  for (let first = from; first < to; first += 1_000) {
    const count = Math.min(1_000, to - first)
    await db
      .insertInto('gateway_tokens')
      .values(tokensFrom(first, count, Math.ceil(to / 3)))
      .execute()
  }
}

testOn('postgresql', 'a gateway token takes at most 400 bytes with its indexes', async (t) => {
  const { db } = await openTestDatabase(t)
  for (const tokens of [20_000, 30_000]) {
    await fill(db, tokens === 20_000 ? 0 : 20_000, tokens)
    await sql`vacuum gateway_tokens`.execute(db)
    const { rows } = await sql<{ bytes: number }>`
      select (pg_total_relation_size('gateway_tokens')::numeric / count(*))::float8 as bytes
      from gateway_tokens`.execute(db)
    t.ok((rows[0]?.bytes ?? Number.NaN) <= 400, `${rows[0]?.bytes} bytes a token of ${tokens}`)
  }
})

/** A database over one connection that keeps generic plans, as connections do after some uses, and what was read of the table of tokens so far. */
async function openForPlans(t: Test) {
  const url = await createDatabase(t, postgresqlUrl ?? '', 'tokenwright_template')
  const { db, close } = openPostgresql({ url, onIdleError: () => {}, maxConnections: 1 })
  t.teardown(close)
  await sql`set plan_cache_mode = force_generic_plan`.execute(db)
  // Statistics change when the test says so.
  await sql`alter table gateway_tokens set (autovacuum_enabled = false)`.execute(db)
  return {
    db,
    async fullReads(): Promise<number> {
      await sql`select pg_stat_force_next_flush()`.execute(db)
      const { rows } = await sql<{ reads: string }>`
        select seq_scan as reads from pg_stat_user_tables where relname = 'gateway_tokens'`.execute(db)
      return Number(rows[0]?.reads)
    },
  }
}

type LookUps = Readonly<Record<string, (numbers: readonly number[]) => Promise<unknown>>>

/** What finds tokens by their digests for a caller who waits. */
function lookUps(db: Kysely<Database>): LookUps {
  const repository = new GatewayTokenRepository({ db, reads: new NearReads(db), masterKey: masterKey as never })
  const accepted = (number: number): AcceptedDigests => [digestOf(number)]
  return {
    'look-up': async (numbers) => {
      const found = await Promise.all(numbers.map((number) => repository.find(accepted(number))))
      if (found.includes(undefined)) throw new Error('a token was not found')
    },
  }
}

/** What finds tokens by their digests at an operator's wish or in the background. */
function rareLookUps(db: Kysely<Database>): LookUps {
  const repository = new GatewayTokenRepository({ db, reads: new NearReads(db), masterKey: masterKey as never })
  return {
    import: (numbers) => {
      const links = numbers.map(() => newTokenLink(new Date(), systemRandom))
      return repository.findAnyOf(db, numbers.map(digestOf), links)
    },
    'move to another master key': (numbers) =>
      repository.migrateDigests(
        db,
        numbers.map((number) => ({ from: digestOf(-1 - number), to: digestOf(number) })),
      ),
  }
}

testOn(
  'postgresql',
  'a look-up by digest does not read the whole table, whatever statistics its plan is from',
  async (t) => {
    const { db, fullReads } = await openForPlans(t)
    const repeat = async (title: string, tokens: number, all: LookUps = lookUps(db)) => {
      for (const [name, lookUp] of Object.entries(all)) {
        for (const count of [1, 500]) {
          const before = await fullReads()
          // From the fifth time on the statement is prepared, and keeps its plan.
          for (let time = 0; time < 7; time++) {
            await lookUp(Array.from({ length: Math.min(count, tokens) }, (_, index) => index))
          }
          t.equal((await fullReads()) - before, 0, `${title}: ${name}, ${count}`)
        }
      }
    }
    await fill(db, 0, 20)
    await repeat('never analyzed', 20)
    await sql`analyze gateway_tokens`.execute(db)
    await repeat('small', 20)
    await fill(db, 20, 20_000)
    await repeat('plans from when it was small', 20_000)
    await sql`discard plans`.execute(db)
    await repeat('statistics from when it was small', 20_000, { ...lookUps(db), ...rareLookUps(db) })
    await sql`analyze gateway_tokens`.execute(db)
    await repeat('fresh statistics', 20_000, { ...lookUps(db), ...rareLookUps(db) })
  },
)

testOn('postgresql', "the operators' list reads a page, not the table", async (t) => {
  const { db, fullReads } = await openForPlans(t)
  await fill(db, 0, 20_000)
  await sql`analyze gateway_tokens`.execute(db)
  const before = await fullReads()
  const repository = new GatewayTokenDirectoryRepository()
  const newestFirst = { limit: 50, sort: 'createdAt', isDescending: true } as const
  const first = await repository.search(db, {}, newestFirst)
  const second = await repository.search(db, {}, { ...newestFirst, after: first.next })
  t.equal((await fullReads()) - before, 0)
  const newest = Array.from({ length: 100 }, (_, index) => epoch + (19_999 - index) * 30_000)
  t.strictSame(
    [...first.items, ...second.items].map(({ issuedAt }) => issuedAt.getTime()),
    newest,
  )
})

testOn('postgresql', 'a search that finds nothing reads as many rows as it may, in every order', async (t) => {
  const { db } = await openForPlans(t)
  await fill(db, 0, 20_000)
  await sql`analyze gateway_tokens`.execute(db)
  const repository = new GatewayTokenDirectoryRepository()
  const rowsRead = async (): Promise<number> => {
    await sql`select pg_stat_force_next_flush()`.execute(db)
    const { rows } = await sql<{ read: string }>`
      select seq_tup_read + coalesce(idx_tup_fetch, 0) as read from pg_stat_user_tables
      where relname = 'gateway_tokens'`.execute(db)
    return Number(rows[0]?.read)
  }
  for (const sort of ['createdAt', 'accountId'] as const) {
    for (const isDescending of [true, false]) {
      const page = { limit: 50, sort, isDescending, maxSearched: 500 }
      const before = await rowsRead()
      const first = await repository.search(db, { search: 'nobody has this' }, page)
      const second = await repository.search(db, { search: 'nobody has this' }, { ...page, after: first.next })
      const read = (await rowsRead()) - before
      t.strictSame([...first.items, ...second.items], [])
      t.ok(second.next, 'the search goes on')
      // Each page reads its rows once to find its end, and once to search them.
      t.ok(read <= 2 * 2 * 500 + 100, `${sort}, descending: ${isDescending}: ${read} rows`)
    }
  }
  const [sample] = (await repository.search(db, {}, { limit: 1, sort: 'createdAt', isDescending: false })).items
  const before = await rowsRead()
  const page = { limit: 50, sort: 'createdAt', isDescending: true, maxSearched: 500 } as const
  const found = await repository.search(db, { search: sample?.link.slice(0, 13) ?? '' }, page)
  t.ok(
    found.items.some(({ link }) => link === sample?.link),
    'the oldest token is found by the beginning of its link',
  )
  t.ok((await rowsRead()) - before <= 50, `${(await rowsRead()) - before} rows for a link`)
})
