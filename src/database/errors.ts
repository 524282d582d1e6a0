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
