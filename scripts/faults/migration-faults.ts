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

/** Each step of the migration takes a moment, so that the kill comes between the first and the last. */
const slowDown = `
  create function slow() returns event_trigger language plpgsql as $$ begin perform pg_sleep(0.1); end $$;
  create event trigger slow on ddl_command_end when tag in ('CREATE TABLE', 'CREATE INDEX') execute function slow()`

const killedMigration: Fault = {
  name: 'migration killed (kill -9)',
  promise: 'nothing of it is left, and the next one applies it',
  async run(environment): Promise<Outcome> {
    const rounds = environment.isShort ? 2 : 10
    const url = await environment.createDatabase(false)
    await environment.query(url, slowDown)
    const wrong: string[] = []
    for (let round = 0; round < rounds; round++) {
      const migration = environment.spawn(['migrate', 'up'], { DATABASE_URL: url })
      const ended = new Promise((resolve) => migration.on('exit', resolve))
      await until(async () => (await activity(environment, url, `wait_event = 'PgSleep'`)) > 0)
      await delay(round * 50)
      migration.kill('SIGKILL')
      await ended
      await until(async () => (await activity(environment, url, 'pid <> pg_backend_pid()')) === 0)
      if ((await tables(environment, url)) > 0) wrong.push('tables are left')
    }
    await environment.query(url, 'drop event trigger slow')
    if (!(await migrate(environment, url)).includes('applied')) wrong.push('not applied afterwards')
    const instance = await environment.startInstance({ DATABASE_URL: url })
    if ((await (await instance.ready()).issue()).status !== 200) wrong.push('no service afterwards')
    return { isKept: wrong.length === 0, note: [`${rounds} kills`, ...wrong].join(', ') }
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

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = performance.now() + 30_000; !(await condition()); await delay(20)) {
    if (performance.now() > deadline) throw new Error('a migration does not begin or end')
  }
}

/** Migrations at the same time, and one that is killed. */
export const migrationFaults: readonly Fault[] = [fourServers, killedMigration]
