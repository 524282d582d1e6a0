/** `npm run demo [-- --remove]`: puts the demo rows into the configured database, or takes them out. */
import { readConfig } from '../config.js'
import { demandMigrated } from '../db/migrate.js'
import { openDatabase } from '../db/open.js'
import { removeDemo, restoreDemo } from '../demo/demo.js'
import { createDependencies } from '../dependencies.js'
import { openMasterKeys } from '../keys/master-key.js'
import { Metrics } from '../observability/metrics.js'
import { runMain } from './report.js'

runMain('demo', async () => {
  const config = readConfig(process.env)
  const connection = await openDatabase(config, () => {})
  try {
    await demandMigrated(connection.db)
    if (process.argv.includes('--remove')) {
      await removeDemo(connection.db)
      console.log('the demo data is out')
      return
    }
    const { digest, keyRotation } = createDependencies(connection.db, await openMasterKeys(config), {
      metrics: new Metrics(),
      onDropped: () => {},
    })
    await restoreDemo(connection.db, digest, keyRotation.current)
    console.log('the demo data is in; start the server with DEMO=1')
  } finally {
    await connection.close()
  }
})
