import type { Config, DatabaseReads } from '../config.js'
import type { Connection, ConnectionCounts } from './connection.js'
import { parseStandbyUrl } from './database-url.js'
import type { OnDatabaseFailure } from './failure-watch.js'
import { NearReads, type ReadOutcome } from './near-reads.js'
import { openPostgresql, type PostgresqlOptions } from './postgresql.js'
import { Standby } from './standby.js'
import type { StandbyFailure } from './standby-failure.js'

export interface OpenDatabaseOptions
  extends Pick<PostgresqlOptions, 'statementTimeoutMs' | 'lockTimeoutMs' | 'tracer'> {
  /** Called when an unused connection to PostgreSQL is lost. The pool replaces it. */
  readonly onIdleError?: (error: Error) => void
  /** Called for each statement, and each attempt to connect, that fails. Those to a standby are not told. */
  readonly onFailure?: OnDatabaseFailure
  /** Called when the embedded database is created, which takes some seconds. */
  readonly onCreate?: () => void
  /** Called for each read that a standby may answer. */
  readonly onRead?: (outcome: ReadOutcome) => void
  /** Called when reads begin to go to a standby, and when they cease to. */
  readonly onStandbyChange?: (failure: StandbyFailure | undefined) => void
}

/** The configured database, and the standbys that reads may go to. */
export interface OpenedDatabase extends Connection {
  readonly nearReads: NearReads
}

/** A standby answers at once, or the primary is asked. */
const standbyTimeouts = { connectTimeoutMs: 500, statementTimeoutMs: 500, lockTimeoutMs: 250 }

/** For how long a synchronous standby is read from after it was last known to be one. */
const synchronousLagMs = 2_000

/** Opens the configured database: PostgreSQL where `DATABASE_URL` is set, else the embedded one. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDirectory' | 'databasePool'> & Partial<Pick<Config, 'databaseReads'>>,
  {
    onIdleError = () => {},
    onFailure,
    onCreate,
    onRead = () => {},
    onStandbyChange = () => {},
    tracer,
    ...timeouts
  }: OpenDatabaseOptions = {},
): Promise<OpenedDatabase> {
  // Whatever a process with a database creates is for its user only.
  process.umask(0o077)
  const { databaseUrl, dataDirectory, databasePool, databaseReads } = config
  if (databaseUrl) {
    const options = { onIdleError, tracer, ...databasePool, ...timeouts }
    const primary = { ...options, url: databaseUrl.reveal(), onFailure, awaitsStandbys: databaseReads !== undefined }
    const connection = openPostgresql(primary)
    if (!databaseReads) return { ...connection, nearReads: new NearReads(connection.db) }
    return withStandbys(connection, openPostgresql(primary), { ...databaseReads, options, onRead, onStandbyChange })
  }
  // Imported on demand: PGlite takes long to load.
  const { openEmbedded } = await import('./embedded.js')
  const options = { directory: dataDirectory, onFailure, tracer, ...(onCreate && { onCreate }) }
  const connection = await openEmbedded(options)
  return { ...connection, nearReads: new NearReads(connection.db) }
}

/** @param ofReads other connections to the primary, for the reads that no standby answers */
function withStandbys(
  connection: Connection,
  ofReads: Connection,
  {
    url,
    maxLagMs,
    options,
    onRead,
    onStandbyChange,
  }: DatabaseReads &
    Required<Pick<OpenDatabaseOptions, 'onRead' | 'onStandbyChange'>> & {
      readonly options: Omit<PostgresqlOptions, 'url'>
    },
): OpenedDatabase {
  const standbys = parseStandbyUrl(url.reveal()).map(
    (host) =>
      new Standby({
        connection: openPostgresql({ ...options, ...standbyTimeouts, url: host, mayBeStandby: true }),
        primary: ofReads.db,
        maxLagMs: maxLagMs ?? synchronousLagMs,
        mayBeAsynchronous: maxLagMs !== undefined,
        onChange: onStandbyChange,
      }),
  )
  return {
    ...connection,
    nearReads: new NearReads(ofReads.db, standbys, onRead),
    counts: () => sumOf(connection.counts(), ofReads.counts()),
    async close() {
      await Promise.all(standbys.map((standby) => standby.close()))
      await Promise.all([ofReads.close(), connection.close()])
    },
  }
}

function sumOf(one: ConnectionCounts, other: ConnectionCounts): ConnectionCounts {
  return {
    total: one.total + other.total,
    idle: one.idle + other.idle,
    waiting: one.waiting + other.waiting,
  }
}
