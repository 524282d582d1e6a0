import type { Config } from '../config.js'
import type { Connection } from './connection.js'
import { openPostgresql } from './postgresql.js'

/** Opens the configured database: PostgreSQL where `DATABASE_URL` names one, else the embedded one. */
export async function openDatabase(
  { databaseUrl, dataDirectory }: Pick<Config, 'databaseUrl' | 'dataDirectory'>,
  onIdleError: (error: Error) => void,
): Promise<Connection> {
  if (databaseUrl) return openPostgresql({ url: databaseUrl.reveal(), onIdleError })
  // Loaded where it is used: whoever has a PostgreSQL need not wait for another one.
  const { openEmbedded } = await import('./embedded.js')
  return openEmbedded({ directory: dataDirectory })
}
