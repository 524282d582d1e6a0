import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Test } from 'tap'
import { templateDatabase } from '../../scripts/test/postgresql-cluster.js'
import { MasterKey } from '../../src/crypto/master-key.js'
import { Secret } from '../../src/crypto/secret.js'
import { openEmbedded } from '../../src/database/embedded.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import type { Database } from '../../src/database/schema.js'
import { Metrics } from '../../src/observability/metrics.js'
import { createServices } from '../../src/services.js'
import { createDatabase, postgresqlUrl } from './database.js'
import { embeddedDirectory } from './embedded-directory.js'

export interface DemoEnvironment {
  /** What server processes need for demo data on a database of this test, of whichever kind the suite runs on. */
  readonly env: Readonly<Record<string, string>>
  /** Looks into the database. The embedded one must be closed by its process. */
  look<T>(query: (db: Kysely<Database>) => Promise<T>): Promise<T>
}

export async function demoEnvironment(t: Test): Promise<DemoEnvironment> {
  if (postgresqlUrl === undefined) {
    const directory = await embeddedDirectory(t)
    return {
      env: { DATA_DIR: directory },
      look: async (query) => {
        const { db, close } = await openEmbedded({ directory })
        return query(db).finally(close)
      },
    }
  }
  const url = await createDatabase(t, postgresqlUrl, templateDatabase)
  const masterKey = randomBytes(32).toString('hex')
  const { db, close } = openPostgresql({ url, onIdleError: () => {} })
  t.teardown(close)
  const current = new MasterKey(new Secret(masterKey))
  const { demo } = createServices(db, { current, previous: undefined }, { metrics: new Metrics(), onDropped: () => {} })
  await demo.restore()
  return { env: { DATABASE_URL: url, MASTER_KEY: masterKey, DEMO: '1' }, look: (query) => query(db) }
}
