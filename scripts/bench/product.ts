import packageJson from '../../package.json' with { type: 'json' }
import { masterKeyText } from './fixture.js'
import type { RunningServer, Workbench } from './workbench.js'

/** The environment of an instance on PostgreSQL. `DEMO=1`, so that it prints where it listens; there are no demo rows. */
export function productEnvironment(databaseUrl: string): Record<string, string> {
  return { DATABASE_URL: databaseUrl, MASTER_KEY: masterKeyText, PORT: '0', LOG_LEVEL: 'warn', DEMO: '1' }
}

/** The arguments of Node with which `npm start` starts the built server. */
export const serve: readonly string[] = packageJson.scripts.start.split(' ').slice(1)

/** Starts the built server on a database that is migrated. @param changed settings, instead of those of {@link productEnvironment} */
export function startProduct(
  workbench: Workbench,
  databaseUrl: string,
  changed: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  return workbench.startServer(serve, { ...productEnvironment(databaseUrl), ...changed })
}
