import { readConfig } from '../config.js'
import { openMasterKeys } from '../crypto/master-key.js'
import { assertMigrated, migrateUp } from '../database/migrate.js'
import { openDatabase } from '../database/open.js'
import { Metrics } from '../observability/metrics.js'
import { createServices } from '../services.js'
import type { CliProcess } from './program-root.js'

/**
 * Inserts the demo rows into the configured database, or deletes them.
 * @returns a sentence about what was done and what to do next
 */
export async function demo(env: CliProcess['env'], action: 'restore' | 'remove'): Promise<string> {
  const config = readConfig(env)
  const connection = await openDatabase(config)
  const isEmbedded = connection.kind === 'embedded'
  try {
    // No command migrates the embedded database: whoever opens it does.
    if (isEmbedded) await migrateUp(connection.db)
    else await assertMigrated(connection.db)
    const { demo } = createServices(connection.db, await openMasterKeys(config), {
      metrics: new Metrics(),
      onDropped: () => {},
    })
    if (action === 'remove') {
      await demo.remove()
      return `the demo data is out${isEmbedded ? '; start the server with DEMO=0, or it puts it in again' : ''}`
    }
    await demo.restore()
    return `the demo data is in${config.demo ? '' : '; start the server with DEMO=1'}`
  } finally {
    await connection.close()
  }
}
