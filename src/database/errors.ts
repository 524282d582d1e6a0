import { StartupError, Unavailable } from '../errors.js'

/** Another process has the directory of the embedded database open. */
export class DirectoryInUse extends StartupError {
  override readonly name: string = 'DirectoryInUse'
}

/** The directory of the embedded database is open to others, or what it holds cannot be opened. Nothing in it was changed. */
export class UnusableDirectory extends StartupError {
  override readonly name: string = 'UnusableDirectory'
  /** @param action what the operator can do */
  constructor(
    readonly problem: string,
    readonly action: string,
  ) {
    super(`${problem}; ${action}`)
  }
}

/** The server of a connection is a standby: it may lag behind the primary, so that it is not asked. */
export class UnpromotedStandby extends Unavailable {
  constructor() {
    super('the PostgreSQL server is a standby that has not been promoted')
  }
}

/** The server of a connection takes no writes by its configuration, and `target_session_attrs=read-write` asks for one that does. */
export class ReadOnlyServer extends Unavailable {
  constructor() {
    super('the PostgreSQL server is read-only')
  }
}

/** The database has migrations that this version of the code does not know. */
export class NewerDatabase extends StartupError {
  override readonly name: string = 'NewerDatabase'
  constructor(unknown: readonly string[]) {
    super(`the database is newer than this version: it has the migration ${unknown.join(', ')}; start a newer version`)
  }
}

/** The database lacks migrations that this version needs. */
export class PendingMigrations extends StartupError {
  override readonly name: string = 'PendingMigrations'
  constructor(count: number) {
    super(`the database lacks ${count} migration${count === 1 ? '' : 's'}; run: npm run migrate`)
  }
}

/** A migration has waited in vain for transactions of others. What is applied stays, and the next run goes on. */
export class BlockedMigration extends StartupError {
  override readonly name: string = 'BlockedMigration'
  /** @param what is blocked, such as a migration or an index of one */
  constructor(what: string, waitedMs: number, options: ErrorOptions) {
    const seconds = Math.round(waitedMs / 1_000)
    super(
      `${what} waited ${seconds} s for transactions of others that use its tables, and gave up; end them (OPERATIONS.md, "Upgrade"), then run it again: it goes on where it stopped`,
      options,
    )
  }
}

/** The role that a grant names does not exist. */
export class UnknownRole extends StartupError {
  override readonly name: string = 'UnknownRole'
  constructor(role: string) {
    super(`the database has no role "${role}"; create it first: create role ${role} login password '…'`)
  }
}

/** Whether the database refused values: by their form (class 22 of SQLSTATE), a constraint (23) or its limits (54). */
export function isDataError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(22|23|54)[0-9A-Z]{3}$/.test(String(error.code))
}

/** Why a statement got no lock: not within `lock_timeout`, or it was the victim of a deadlock; `undefined` where it failed otherwise. */
export function lockFailure(error: unknown): 'timeout' | 'deadlock' | undefined {
  const { code } = (error instanceof Unavailable ? error.cause : error) as { code?: unknown }
  if (code === '55P03') return 'timeout'
  return code === '40P01' ? 'deadlock' : undefined
}
