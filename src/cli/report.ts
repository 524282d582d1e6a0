import { ConfigError } from '../config.js'
import { DirectoryInUse } from '../db/embedded.js'
import { NewerDatabase, PendingMigrations } from '../db/migrate.js'
import { Unavailable } from '../domain/unavailable.js'

/** A command or the server cannot go on, for a reason that the message explains to the operator. */
export class CannotGoOn extends Error {
  override readonly name = 'CannotGoOn'
}

const explained = [CannotGoOn, ConfigError, DirectoryInUse, NewerDatabase, PendingMigrations]

/** Runs the main function of a process. A failure is one clear line where it is the operator's, and a stack where it is ours. */
export function runMain(what: string, main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const { code, message } = error as { code?: string; message?: string }
    if (
      explained.some((type) => error instanceof type) ||
      code === 'EADDRINUSE' ||
      code === 'EACCES' ||
      code === 'ENOENT'
    ) {
      console.error(`${what}: ${message}`)
    } else if (error instanceof Unavailable) {
      console.error(`${what}: the database did not answer; check DATABASE_URL and the database`)
    } else {
      // Not the error itself: a database error carries the parameters of its statement.
      console.error(`${what}: ${error instanceof Error ? error.stack : 'an unknown error'}`)
    }
    process.exit(1)
  })
}
