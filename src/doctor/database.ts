import { type Kysely, sql } from 'kysely'
import type { Clock } from '../clock.js'
import type { Config } from '../config.js'
import type { Connection } from '../database/connection.js'
import { holdsDatabase } from '../database/embedded-directory.js'
import { DirectoryInUse, NewerDatabase, UnusableDirectory } from '../database/errors.js'
import { migrationStates } from '../database/migrate.js'
import { openDatabase } from '../database/open.js'
import { checkPrivileges } from '../database/privileges.js'
import type { Database } from '../database/schema.js'
import type { Demo } from '../demo.js'
import type { GatewayTokenService } from '../domain/gateway-tokens/service.js'
import type { OperatorService } from '../domain/operators/service.js'
import type { Services } from '../services.js'
import { type Finding, ok, problem, warning } from './finding.js'
import { checkImportedKeys, checkKeys, openServices } from './keys.js'

/** The oldest PostgreSQL version that is tested. */
const minVersion = 15
/** A larger difference makes the lifetimes of tokens noticeably shorter or longer. */
const maxSkewSeconds = 2

/** Checks the database and its rows. Checks that depend on a failed one are left out. */
export async function* checkDatabase(config: Config, clock: Clock): AsyncGenerator<Finding> {
  if (!config.databaseUrl && !holdsDatabase(config.dataDirectory)) {
    yield warning('database', `${config.dataDirectory} has no database yet`, 'start the server: it creates one')
    return
  }
  let connection: Connection
  try {
    connection = await openDatabase(config)
  } catch (error) {
    if (error instanceof DirectoryInUse)
      yield warning('database', error.message, 'stop the server to have the data checked')
    else if (error instanceof UnusableDirectory) yield problem('database', error.problem, error.action)
    else throw error
    return
  }
  try {
    yield* checkConnection(connection, config, clock)
  } finally {
    await connection.close()
  }
}

async function* checkConnection({ kind, db }: Connection, config: Config, clock: Clock): AsyncGenerator<Finding> {
  const version = await versionOf(db).catch(() => undefined)
  if (version === undefined) {
    yield problem('database', 'the database does not answer', 'check DATABASE_URL, the network and the database')
    return
  }
  yield version >= minVersion
    ? ok('database', `PostgreSQL ${version}${kind === 'embedded' ? ', embedded' : ''}`)
    : problem('database', `PostgreSQL ${version} is too old`, `upgrade it to ${minVersion} or newer`)
  yield await checkEncoding(db)
  yield await checkClock(db, clock)

  const migrations = await checkMigrations(db, kind)
  yield migrations
  if (migrations.level !== 'ok') return
  if (kind === 'postgresql') yield* await checkRole(db)
  const services = await openServices(db, config, clock)
  const { masterKeys, operators, gatewayTokens, demo } = services
  yield* checkKeys(masterKeys, config.previousMasterKey !== undefined)
  yield* await checkImportedKeys(services.signingKeys)
  yield await checkOperators(operators)
  yield* await checkHashedTokens(gatewayTokens, config)
  yield* await checkHashedSecrets(services)
  yield await checkDemo(demo, kind, config)
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
  const { role, missing, excessive } = await checkPrivileges(db)
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

async function checkOperators(operators: OperatorService): Promise<Finding> {
  return (await operators.hasAdmin())
    ? ok('operators', 'there is an admin')
    : warning('operators', 'nobody can call the operator API', 'set OPERATOR_KEY and restart')
}

async function checkHashedTokens(
  gatewayTokens: GatewayTokenService,
  { legacyTokenBcryptSalt }: Config,
): Promise<Finding[]> {
  const count = await gatewayTokens.hashedTokens.countUnused()
  if (count === 0) return []
  return [
    legacyTokenBcryptSalt
      ? ok('hashed tokens', `${count} imported tokens were not used since`)
      : problem(
          'hashed tokens',
          `${count} imported tokens are refused`,
          'set LEGACY_TOKEN_BCRYPT_SALT, or revoke them',
        ),
  ]
}

async function checkHashedSecrets({
  brokerUsers,
  accessKeys,
}: Pick<Services, 'brokerUsers' | 'accessKeys'>): Promise<Finding[]> {
  const [ofUsers, ofKeys] = [await brokerUsers.countHashedSecrets(), await accessKeys.countHashedSecrets()]
  if (ofUsers + ofKeys === 0) return []
  const counts = `${ofUsers} of broker users and ${ofKeys} of access keys`
  return [ok('hashed secrets', `not used since their import: ${counts}; refused sign-ins take longer until they are`)]
}

async function checkDemo(rows: Demo, kind: Connection['kind'], { demo }: Config): Promise<Finding> {
  if (!(await rows.isPresent())) return ok('demo', 'no demo credentials')
  if (kind === 'embedded') return ok('demo', 'demo credentials, which everybody knows; DEMO=0 leaves them out')
  const action = 'take them out: tokenwright demo --remove'
  return demo
    ? warning('demo', 'the database has the demo credentials, which everybody knows', action)
    : problem('demo', 'the database has the demo credentials, and the server refuses to start', action)
}
