/** `npm run migrate [up|status]`: brings a PostgreSQL database to this version, or says what is pending. */
import { readMigrationConfig } from '../config.js'
import { migrateUp, migrationStates } from '../db/migrate.js'
import { openPostgresql } from '../db/postgresql.js'
import { CannotGoOn, runMain } from './report.js'

runMain('migrate', async () => {
  const [command = 'up'] = process.argv.slice(2)
  if (command !== 'up' && command !== 'status') throw new CannotGoOn(`there is no "${command}"; use up or status`)
  const { databaseUrl } = readMigrationConfig(process.env)
  const { db, close } = openPostgresql({ url: databaseUrl.reveal(), onIdleError: () => {} })
  try {
    if (command === 'up') {
      const applied = await migrateUp(db)
      for (const name of applied) console.log(`applied ${name}`)
      if (applied.length === 0) console.log('nothing to apply: the database is up to date')
    } else {
      for (const { name, appliedAt } of await migrationStates(db)) {
        console.log(`${name}  ${appliedAt ? `applied ${appliedAt.toISOString()}` : 'pending'}`)
      }
    }
  } finally {
    await close()
  }
})
