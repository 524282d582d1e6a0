import { type Kysely, sql } from 'kysely'
import type { Clock } from '../clock.js'
import type { Config } from '../config.js'
import type { Connection } from '../database/connection.js'
import { NewerDatabase } from '../database/errors.js'
import { causeOf } from '../database/failure-cause.js'
import { migrationStates } from '../database/migrate.js'
import type { OpenedDatabase } from '../database/open.js'
import { checkPrivileges } from '../database/privileges.js'
import { isReadOnly } from '../database/readiness.js'
import type { Database } from '../database/schema.js'
import { dryRun } from '../database/transaction.js'
import { type Check, type Finding, ok, problem, warning } from './finding.js'
import { standbyChecks } from './standbys.js'

/** The oldest PostgreSQL version that is tested. */
const minVersion = 15
/** A larger difference makes the lifetimes of tokens noticeably shorter or longer. */
const maxSkewSeconds = 2

/**
 * The checks of an open database, whatever its rows. Where one finds a problem with the database or its migrations, later ones are of no use.
 * @param config of the server; absent in a mock
 */
export function databaseChecks(
  connection: Pick<OpenedDatabase, 'kind' | 'db' | 'nearReads'>,
  clock: Clock,
  config?: Pick<Config, 'workers' | 'databasePool' | 'databaseReads'>,
): readonly Check[] {
  const { kind, db } = connection
  return [
    { name: 'database', isNeeded: true, run: async () => [await checkVersion(db, kind)] },
    { name: 'encoding', run: async () => [await checkEncoding(db)] },
    ...(kind === 'postgresql' && config
      ? [{ name: 'connections', run: async () => [await checkConnections(db, config)] }]
      : []),
    { name: 'clock', run: async () => [await checkClock(db, clock)] },
    { name: 'writes', run: async () => [await checkWrites(db)] },
    ...standbyChecks(connection),
    // Before what needs them: a role without privileges cannot read the migrations either.
    ...(kind === 'postgresql' ? [{ name: 'privileges', run: () => checkRole(db) }] : []),
    { name: 'migrations', isNeeded: true, run: async () => [await checkMigrations(db, kind)] },
  ]
}

async function checkVersion(db: Kysely<Database>, kind: Connection['kind']): Promise<Finding> {
  const version = await versionOf(db)
  return version >= minVersion
    ? ok('database', `PostgreSQL ${version}${kind === 'embedded' ? ', embedded' : ''}`)
    : problem('database', `PostgreSQL ${version} is too old`, `upgrade it to ${minVersion} or newer`)
}

async function versionOf(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ server_version_num: string }>`show server_version_num`.execute(db)
  return Math.floor(Number(rows[0]?.server_version_num) / 10_000)
}

async function checkEncoding(db: Kysely<Database>): Promise<Finding> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db)
  const encoding = rows[0]?.server_encoding
  return encoding === 'UTF8'
    ? ok('encoding', 'UTF8')
    : problem('encoding', `the database is encoded in ${encoding}`, 'create it anew with: encoding UTF8')
}

async function checkConnections(
  db: Kysely<Database>,
  { workers, databasePool, databaseReads }: Pick<Config, 'workers' | 'databasePool' | 'databaseReads'>,
): Promise<Finding> {
  const { rows } = await sql<{ allowed: number }>`
    select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
      - coalesce(current_setting('reserved_connections', true)::int, 0) as allowed`.execute(db)
  const allowed = rows[0]?.allowed ?? 0
  // Reads that no standby answers have a pool of their own.
  const wanted = workers * databasePool.maxConnections * (databaseReads ? 2 : 1)
  return wanted <= allowed
    ? ok('connections', `this server takes ${wanted} at most, and PostgreSQL allows ${allowed}`)
    : warning(
        'connections',
        `this server may take ${wanted} (WORKERS × DATABASE_POOL_SIZE${databaseReads ? ', twice with DATABASE_READ_URL' : ''}), and PostgreSQL allows ${allowed}`,
        'lower WORKERS or DATABASE_POOL_SIZE, or raise max_connections; behind a pooler its limits count instead',
      )
}

async function checkClock(db: Kysely<Database>, clock: Clock): Promise<Finding> {
  const before = clock().getTime()
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
  const after = clock().getTime()
  const skewSeconds = ((rows[0]?.now.getTime() ?? Number.NaN) - (before + after) / 2) / 1000
  return Math.abs(skewSeconds) <= maxSkewSeconds
    ? ok('clock', 'this machine and the database agree on the time')
    : problem(
        'clock',
        `the clock of the database is ${Math.abs(skewSeconds).toFixed(1)} s ${skewSeconds > 0 ? 'ahead of' : 'behind'} this machine's`,
        'synchronise both (NTP): tokens and rotations go by the time',
      )
}

/** Whether the database takes writes and its disk has room: seen by a table of this connection alone, in a transaction that is rolled back. */
async function checkWrites(db: Kysely<Database>): Promise<Finding> {
  if (await isReadOnly(db)) {
    const { problem: message, action } = causeOf('read-only')
    return problem('writes', message, action)
  }
  if (!(await mayMakeTemporaryTables(db))) {
    return ok('writes', 'the database is not read-only; without the privilege TEMPORARY its disk is not tried')
  }
  await dryRun(db, async (trx) => {
    await sql`create temporary table tokenwright_doctor on commit drop as
      select repeat(md5(line::text), 60) as filler from generate_series(1, 100) as line`.execute(trx)
  })
  return ok('writes', 'the database takes writes')
}

async function mayMakeTemporaryTables(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select has_database_privilege(current_database(), 'temporary') as may`.execute(db)
  return rows[0]?.may === true
}

async function checkMigrations(db: Kysely<Database>, kind: Connection['kind']): Promise<Finding> {
  const states = await migrationStates(db).catch((error: unknown) => {
    if (error instanceof NewerDatabase) return error
    throw error
  })
  if (states instanceof NewerDatabase) return problem('migrations', states.message, 'start a newer version')
  const pending = states.filter(({ appliedAt }) => !appliedAt)
  if (pending.length === 0) return ok('migrations', `all ${states.length} are applied`)
  const names = pending.map(({ name }) => name).join(', ')
  return kind === 'embedded'
    ? warning('migrations', `not applied: ${names}`, 'start the server: it migrates the embedded database')
    : problem('migrations', `not applied: ${names}`, 'run: tokenwright migrate up')
}

async function checkRole(db: Kysely<Database>): Promise<Finding[]> {
  const { role, isEmpty, missing, excessive } = await checkPrivileges(db)
  if (isEmpty) return []
  const findings: Finding[] = []
  if (missing.length > 0) {
    findings.push(
      problem(
        'privileges',
        `${role} lacks: ${missing.join(', ')}`,
        `run as the owner: tokenwright migrate up --grant-to ${role}`,
      ),
    )
  }
  if (excessive.length > 0) {
    findings.push(
      warning(
        'privileges',
        `${role} may change the audit (${excessive.join(', ')})`,
        'let the server connect as a role that owns nothing: tokenwright migrate up --grant-to ROLE',
      ),
    )
  }
  return findings.length > 0 ? findings : [ok('privileges', `${role} may do what is needed, and no more`)]
}
