import { ConfigError } from '../config.js'
import { UndocumentedReply } from '../contract/client.js'
import { DirectoryInUse } from '../database/directory-in-use.js'
import { NewerDatabase, PendingMigrations } from '../database/migrate.js'
import { UnknownRole } from '../database/privileges.js'
import { Unavailable } from '../errors.js'
import type { Exit } from './failure.js'

/** A command or the server cannot go on, for a reason that the message explains to the operator. */
export class CannotGoOn extends Error {
  override readonly name = 'CannotGoOn'
}

const explained: readonly [new (...given: never[]) => Error, Exit][] = [
  [CannotGoOn, 'unexpected'],
  [ConfigError, 'usage'],
  [DirectoryInUse, 'conflict'],
  [NewerDatabase, 'conflict'],
  [PendingMigrations, 'conflict'],
  [UnknownRole, 'notFound'],
  // Of a server of another version, whose contract is another one.
  [UndocumentedReply, 'unexpected'],
]

/** A failure that is the operator's to mend, in one line; `undefined` for one that is ours. */
export function explain(error: unknown): { readonly exit: Exit; readonly message: string } | undefined {
  if (!(error instanceof Error)) return undefined
  const known = explained.find(([type]) => error instanceof type)
  if (known) return { exit: known[1], message: error.message }
  if (error instanceof Unavailable) {
    return { exit: 'unreachable', message: 'the database did not answer; check DATABASE_URL and the database' }
  }
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'ENOENT') return { exit: 'unexpected', message }
  return undefined
}

/** Runs the main function of a process. A failure is one clear line where it is the operator's, and a stack where it is ours. */
export function runMain(what: string, main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    // Not the error itself: a database error carries the parameters of its statement.
    const unexplained = error instanceof Error ? error.stack : 'an unknown error'
    console.error(`${what}: ${explain(error)?.message ?? unexplained}`)
    process.exit(1)
  })
}
