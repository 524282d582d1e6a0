import type { Config } from '../config.js'
import type { Connection } from './connection.js'
import type { OnDatabaseFailure } from './failure-watch.js'
import { openPostgresql, type PostgresqlOptions } from './postgresql.js'

export interface OpenDatabaseOptions
  extends Pick<PostgresqlOptions, 'statementTimeoutMs' | 'lockTimeoutMs' | 'tracer'> {
  /** Called when an unused connection to PostgreSQL is lost. The pool replaces it. */
  readonly onIdleError?: (error: Error) => void
  /** Called for each statement, and each attempt to connect, that fails. */
  readonly onFailure?: OnDatabaseFailure
  /** Called when the embedded database is created, which takes some seconds. */
  readonly onCreate?: () => void
}

/** Opens the configured database: PostgreSQL where `DATABASE_URL` is set, else the embedded one. */
export async function openDatabase(
  { databaseUrl, dataDirectory, databasePool }: Pick<Config, 'databaseUrl' | 'dataDirectory' | 'databasePool'>,
  { onIdleError = () => {}, onFailure, onCreate, tracer, ...timeouts }: OpenDatabaseOptions = {},
): Promise<Connection> {
  // Whatever a process with a database creates is for its user only.
  process.umask(0o077)
  if (databaseUrl) {
    return openPostgresql({ url: databaseUrl.reveal(), onIdleError, onFailure, tracer, ...databasePool, ...timeouts })
  }
  // Imported on demand: PGlite takes long to load.
  const { openEmbedded } = await import('./embedded.js')
  return openEmbedded({ directory: dataDirectory, onFailure, tracer, ...(onCreate && { onCreate }) })
}
