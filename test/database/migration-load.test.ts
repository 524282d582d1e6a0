import { setTimeout as delay } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import type { Test } from 'tap'
import { migrateUp } from '../../src/database/migrate.js'
import { migrations } from '../../src/database/migrations/index.js'
import { createIndexConcurrently, type Migration } from '../../src/database/migrations/migration.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import type { Database } from '../../src/database/schema.js'
import { createDatabase, postgresqlUrl, testOn } from '../support/database.js'
import { send } from '../support/http.js'
import { Load } from '../support/load.js'
import { startServer } from '../support/server.js'

/** Longer than a call of the server waits for a lock: a statement that others queue behind for as long fails them. */
const readerMs = 1_200

/** How a migration of a later version changes a large table: the pattern that CONTRIBUTING.md describes. */
const next: Migration = {
  isTransactional: false,
  async up(db) {
    await db.schema
      .alterTable('gateway_tokens')
      .addColumn('region', 'text', (column) => column.ifNotExists())
      .execute()
    const { last } = await db
      .selectFrom('gateway_tokens')
      .select(({ fn }) => fn.max<string>('seq').as('last'))
      .executeTakeFirstOrThrow()
    for (let from = 0; from <= Number(last); from += 20_000) {
      await db
        .updateTable('gateway_tokens')
        .set({ region: 'eu' })
        .where('seq', '>', from)
        .where('seq', '<=', from + 20_000)
        .where('service_external_id', 'is not', null)
        .where('region', 'is', null)
        .execute()
    }
    await sql`
      alter table gateway_tokens drop constraint if exists gateway_tokens_region,
      add constraint gateway_tokens_region check (region in ('eu', 'us')) not valid`.execute(db)
    await sql`alter table gateway_tokens validate constraint gateway_tokens_region`.execute(db)
    const where = 'region is not null'
    await createIndexConcurrently(db, {
      name: 'tokens_by_region',
      table: 'gateway_tokens',
      columns: 'region, seq',
      where,
    })
  },
}

/** What a migration must not do to a table that has rows. */
const careless: Record<string, (db: Kysely<Database>) => Promise<unknown>> = {
  'an index that is not made concurrently': (db) => sql`create index careless on broker_users (created_at)`.execute(db),
  'a constraint that is validated at once': (db) =>
    sql`alter table broker_users add constraint careless check (name <> 'careless')`.execute(db),
  'a column of another type': (db) => sql`alter table broker_users alter name type varchar(100)`.execute(db),
  'several tables in one transaction': (db) =>
    db.transaction().execute(async (trx) => {
      for (const table of ['broker_users', 'access_keys', 'security_users', 'gateway_tokens']) {
        await sql`alter table ${sql.table(table)} add column careless text`.execute(trx)
      }
    }),
}

testOn('postgresql', 'migrations behind an open reader fail no call, and read no table that they lock', async (t) => {
  const url = await createDatabase(t, postgresqlUrl ?? '')
  const migrator = open(t, url, { lockTimeoutMs: 0, statementTimeoutMs: 0 })
  const [first = '', ...later] = Object.keys(migrations)
  await migrateUp(migrator, { to: first })
  await fill(migrator)
  await watchLocks(migrator)

  /** Applies one while a transaction has read every table. Gives what happened to it. */
  const applyBehindReader = async (name: string, all: Readonly<Record<string, Migration>> = migrations) => {
    const reader = await openReader(t, url)
    const events: string[] = []
    await migrator.deleteFrom('known' as never).execute()
    await sql`insert into known select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(
      migrator,
    )
    const applying = migrateUp(migrator, { migrations: all, to: name, onProgress: ({ event }) => events.push(event) })
    // One that only makes new tables waits for nobody.
    await Promise.race([applying, delay(readerMs)])
    await reader.end()
    t.strictSame(await applying, [name])
    t.strictSame(await carelessLocks(migrator), [], name)
    return events
  }

  const calls = open(t, url)
  const load = callTables(calls)
  const events = await applyBehindReader(later[0] ?? '')
  t.ok(events.includes('blocked'), 'it gives way, and tries again')
  for (const name of later.slice(1)) await applyBehindReader(name)
  await load.end()
  t.comment(load.counts)
  t.strictSame(load.failures, [])

  const { baseUrl } = await startServer(t, { db: calls })
  const http = callServer(baseUrl)
  const nextEvents = await applyBehindReader('9999-next', { ...migrations, '9999-next': next })
  t.ok(nextEvents.includes('blocked'), 'so does one with all steps')
  await http.end()
  t.comment(http.counts)
  t.strictSame(http.failures, [])

  for (const [what, change] of Object.entries(careless)) {
    await sql`truncate locks`.execute(migrator)
    await change(migrator)
    t.not((await carelessLocks(migrator)).length, 0, `${what} is found`)
  }
})

function open(t: Test, url: string, timeouts: { lockTimeoutMs?: number; statementTimeoutMs?: number } = {}) {
  const { db, close } = openPostgresql({ url, onIdleError: () => {}, ...timeouts })
  t.teardown(close)
  return db
}

/** Rows as the first version stores them. */
async function fill(db: Kysely<Database>): Promise<void> {
  await sql`
    insert into gateway_tokens (link, digest, master_key, hint, account_id, description, issued_at, service_external_id)
    select gen_random_uuid(), sha256(number::text::bytea), 1, 'abcd', number / 4, 'A token.', now(),
      case when number % 10 = 0 then 'service' end
    from generate_series(1, 200000) as number`.execute(db)
  await sql`
    insert into security_users (username, username_key, customer_id, password_hash, created_at)
    select 'user ' || number, 'user ' || number, gen_random_uuid(), 'none', now() from generate_series(1, 20000) as number`.execute(
    db,
  )
  await sql`
    insert into broker_users (id, name, hash_digest, master_key, hash_hint, created_at)
    select gen_random_uuid(), 'Broker ' || number, sha256(number::text::bytea), 1, 'abcd', now()
    from generate_series(1, 20000) as number`.execute(db)
  await sql`
    insert into refresh_families (id, uid, started_at, expires_at)
    select gen_random_uuid(), uid, now(), now() + interval '1 day' from security_users`.execute(db)
  await sql`
    insert into refresh_tokens (digest, master_key, family_id, issued_at, expires_at, used_at)
    select sha256(id::text::bytea), 1, id, now(), now() + interval '1 day', now() from refresh_families`.execute(db)
  await sql`
    insert into audit_events (id, at, actor_kind, action, result)
    select gen_random_uuid(), now() - interval '1 minute' * (100000 - number), 'frontend', 'gateway-token.revoke', 'succeeded'
    from generate_series(1, 100000) as number`.execute(db)
}

/** Notes, at the end of each statement that changes the schema, which locks its transaction has on known tables, and if it has read them. */
async function watchLocks(db: Kysely<Database>): Promise<void> {
  await sql`create table known (relation oid)`.execute(db)
  await sql`create table locks (transaction bigint, statement text, relation text, reads bigint)`.execute(db)
  await sql`
    create function note_locks() returns event_trigger language plpgsql as $$
    begin
      -- What other transactions of this session have read is not counted.
      perform pg_stat_force_next_flush();
      insert into locks
      select txid_current(), tg_tag, relation::regclass::text, pg_stat_get_xact_numscans(relation)
      from pg_locks join known using (relation)
      where pid = pg_backend_pid()
        and mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock');
    end $$`.execute(db)
  await sql`create event trigger note_locks on ddl_command_end execute function note_locks()`.execute(db)
}

/**
 * What others would have waited for: tables that were read while they were locked, and transactions with more than a table and the one
 * that it refers to.
 */
async function carelessLocks(db: Kysely<Database>): Promise<object[]> {
  const { rows } = await sql<object>`
    select transaction, array_agg(distinct statement || ' ' || relation) as locked from locks
    group by transaction having max(reads) > 0 or count(distinct relation) > 2`.execute(db)
  return rows
}

/** Begins a transaction that has read every table, as a backup does. */
async function openReader(t: Test, url: string): Promise<pg.Client> {
  const client = new pg.Client(url)
  await client.connect()
  t.teardown(() => client.end().catch(() => {}))
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('known', 'locks')`,
  )
  await client.query('begin isolation level repeatable read')
  for (const { name } of rows) await client.query(`select from ${name} limit 1`)
  return client
}

/** Reads and writes the tables of the first version, at a steady pace. */
function callTables(db: Kysely<Database>): Load {
  const load = new Load('')
  const repeat = (name: string, statement: () => { execute(db: Kysely<Database>): Promise<unknown> }) =>
    load.repeat(name, 20, async () => void (await statement().execute(db)))
  repeat('look-up', () => sql`select link from gateway_tokens where digest = sha256('7') and revoked_at is null`)
  repeat(
    'issue',
    () => sql`
      insert into gateway_tokens (link, digest, master_key, hint, account_id, description, issued_at)
      values (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), 1, 'abcd', '7', 'Another token.', now())`,
  )
  repeat('last use', () => sql`update gateway_tokens set last_used_at = now() where digest = sha256('8')`)
  repeat(
    'audit',
    () => sql`
      insert into audit_events (id, at, actor_kind, action, result)
      values (gen_random_uuid(), now(), 'frontend', 'gateway-token.revoke', 'succeeded')`,
  )
  repeat('audit list', () => sql`select * from audit_events order by seq desc limit 50`)
  repeat('broker', () => sql`select id from broker_users where hash_digest = sha256('9') and active`)
  repeat(
    'sign-in',
    () => sql`
      with family as (
        insert into refresh_families (id, uid, started_at, expires_at)
        select gen_random_uuid(), uid, now(), now() + interval '1 day' from security_users where username_key = 'user 9'
        returning id
      )
      insert into refresh_tokens (digest, master_key, family_id, issued_at, expires_at)
      select sha256(id::text::bytea), 1, id, now(), now() + interval '1 hour' from family`,
  )
  return load
}

/** Looks tokens up and issues them. */
function callServer(baseUrl: string): Load {
  const load = new Load(baseUrl)
  const repeat = (name: string, request: Parameters<typeof send>[1]) =>
    load.repeat(name, 20, async () => {
      const { status, text } = await send(baseUrl, request)
      if (status !== 200) throw new Error(`${status} ${text}`)
    })
  repeat('look-up', {
    method: 'GET',
    path: '/v1/api/auth',
    headers: { authorization: 'Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G' },
  })
  repeat('issue', {
    method: 'POST',
    path: '/v1/frontend/auth',
    headers: { 'content-type': 'application/json' },
    body: '{"account_id":"15","description":"one"}',
  })
  return load
}
