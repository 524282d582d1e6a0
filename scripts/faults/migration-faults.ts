import { setTimeout as delay } from 'node:timers/promises'
import type { Environment } from './environment.js'
import type { Fault, Outcome } from './fault.js'

const fourServers: Fault = {
  name: '4 migrations and 4 servers at once, empty database',
  promise: 'each migration once, all four serve',
  async run(environment): Promise<Outcome> {
    const url = await environment.createDatabase(false)
    const outputs = await Promise.all([1, 2, 3, 4].map(() => migrate(environment, url)))
    const applied = outputs.flatMap((output) => output.match(/applied \S+/g) ?? [])
    const rows = await environment.query<{ name: string }>(url, 'select name from kysely_migration')
    const isOnce = applied.length === rows.length && new Set(applied).size === rows.length
    const instances = await Promise.all([1, 2, 3, 4].map(() => environment.startInstance({ DATABASE_URL: url })))
    await Promise.all(instances.map((instance) => instance.ready()))
    const answers = await Promise.all(instances.map((instance) => instance.issue()))
    const serving = answers.filter(({ status }) => status === 200).length
    const note = `${applied.length} applied, ${rows.length} in the database, ${serving} serve`
    return { isKept: isOnce && serving === 4, note }
  },
}

/** Each statement of a migration takes a moment, so that kills come between the first and the last. */
const slowDown = `
  create function slow() returns event_trigger language plpgsql as $$ begin perform pg_sleep(0.05); end $$;
  create event trigger slow on ddl_command_end when tag in ('CREATE TABLE', 'ALTER TABLE', 'CREATE INDEX')
    execute function slow()`

const killedMigration: Fault = {
  name: 'migrations killed (kill -9)',
  promise: 'what was applied stays, the next run goes on',
  async run(environment): Promise<Outcome> {
    // The first migration, which is one transaction, takes more than a second; the later ones as long together.
    const delaysMs = environment.isShort ? [200, 2_000] : Array.from({ length: 10 }, (_, round) => 200 * (round + 1))
    const url = await environment.createDatabase(false)
    await environment.query(url, slowDown)
    const wrong: string[] = []
    for (const delayMs of delaysMs) {
      const migration = environment.spawn(['migrate', 'up'], { DATABASE_URL: url })
      const ended = new Promise((resolve) => migration.on('exit', resolve))
      await until(
        async () => migration.exitCode !== null || (await activity(environment, url, `wait_event = 'PgSleep'`)) > 0,
      )
      await delay(delayMs)
      migration.kill('SIGKILL')
      await ended
      await until(async () => (await activity(environment, url, 'pid <> pg_backend_pid()')) === 0)
      if ((await applied(environment, url)) === 0 && (await tables(environment, url)) > 0) wrong.push('tables are left')
    }
    const before = await applied(environment, url)
    await environment.query(url, 'drop event trigger slow; drop function slow')
    await migrate(environment, url)
    if ((await schema(environment, url)) !== (await schema(environment, await environment.createDatabase()))) {
      wrong.push('another schema than without kills')
    }
    const instance = await environment.startInstance({ DATABASE_URL: url })
    if ((await (await instance.ready()).issue()).status !== 200) wrong.push('no service afterwards')
    const note = [`${delaysMs.length} kills, ${before} applied until then`, ...wrong].join(', ')
    return { isKept: wrong.length === 0, note }
  },
}

function migrate(environment: Environment, url: string): Promise<string> {
  return environment.runCommand(['migrate', 'up'], { DATABASE_URL: url })
}

async function activity(environment: Environment, url: string, condition: string): Promise<number> {
  const statement = `select count(*)::int as count from pg_stat_activity where datname = current_database() and ${condition}`
  const [row] = await environment.query<{ count: number }>(url, statement)
  return row?.count ?? 0
}

/** How many tables there are, besides those of the migrator. */
async function tables(environment: Environment, url: string): Promise<number> {
  const statement = `select count(*)::int as count from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`
  const [row] = await environment.query<{ count: number }>(url, statement)
  return row?.count ?? 0
}

/** How many migrations are applied. */
async function applied(environment: Environment, url: string): Promise<number> {
  const [table] = await environment.query<{ found: boolean }>(
    url,
    `select to_regclass('kysely_migration') is not null as found`,
  )
  if (!table?.found) return 0
  const [row] = await environment.query<{ count: number }>(url, 'select count(*)::int as count from kysely_migration')
  return row?.count ?? 0
}

/** A text that differs where columns, constraints or indexes do, or where an index is unfinished. */
async function schema(environment: Environment, url: string): Promise<string> {
  const [row] = await environment.query<{ text: string }>(
    url,
    `select concat_ws(E'\\n',
      (select string_agg(concat_ws(' ', attrelid::regclass, attname, atttypid::regtype, attnotnull), ',' order by attrelid::regclass::text, attname)
        from pg_attribute join pg_class on pg_class.oid = attrelid where relnamespace = 'public'::regnamespace and attnum > 0),
      (select string_agg(conrelid::regclass || pg_get_constraintdef(oid), ',' order by conrelid::regclass::text, conname)
        from pg_constraint where connamespace = 'public'::regnamespace),
      (select string_agg(pg_get_indexdef(indexrelid) || indisvalid, ',' order by indexrelid::regclass::text)
        from pg_index join pg_class on pg_class.oid = indexrelid where relnamespace = 'public'::regnamespace)) as text`,
  )
  return row?.text ?? ''
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = performance.now() + 30_000; !(await condition()); await delay(20)) {
    if (performance.now() > deadline) throw new Error('a migration does not begin or end')
  }
}

/** Migrations at the same time, and some that are killed. */
export const migrationFaults: readonly Fault[] = [fourServers, killedMigration]
