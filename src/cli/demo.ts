/** `npm run demo [-- --remove]`: puts the demo rows into the configured database, or takes them out. */
import { readConfig } from '../config.js'
import { migrationStates } from '../db/migrate.js'
import { openDatabase } from '../db/open.js'
import { removeDemo, restoreDemo } from '../demo/demo.js'
import { createDependencies } from '../dependencies.js'
import { embeddedMasterKey, MasterKey } from '../keys/master-key.js'
import { CannotGoOn, runMain } from './report.js'

runMain('demo', async () => {
  const config = readConfig(process.env)
  const connection = await openDatabase(config, () => {})
  try {
    const pending = (await migrationStates(connection.db)).filter(({ appliedAt }) => !appliedAt)
    if (pending.length > 0)
      throw new CannotGoOn(`the database lacks ${pending.length} migrations; run: npm run migrate`)
    if (process.argv.includes('--remove')) {
      await removeDemo(connection.db)
      console.log('the demo data is out')
      return
    }
    const masterKey = new MasterKey(config.masterKey ?? (await embeddedMasterKey(config.dataDirectory)))
    const { digest } = createDependencies(connection.db, masterKey, { onDroppedUses: () => {} })
    await restoreDemo(connection.db, digest)
    console.log('the demo data is in; start the server with DEMO=1')
  } finally {
    await connection.close()
  }
})
