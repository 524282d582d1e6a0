import { UndocumentedReply } from '../../generated/runtime/client.js'
import { ConfigError } from '../config-reader.js'
import { UnusableArchive } from '../database/archive/unusable-archive.js'
import { BlockedMigration, DirectoryInUse, NewerDatabase, PendingMigrations, UnknownRole } from '../database/errors.js'
import { type CauseKind, failureCauseOf, isCorrectable } from '../database/failure-cause.js'
import { explainFailure } from '../run-main.js'
import type { Exit } from './failure.js'

const exits: readonly [new (...given: never[]) => Error, Exit][] = [
  [BlockedMigration, 'unreachable'],
  [ConfigError, 'usage'],
  [DirectoryInUse, 'conflict'],
  [NewerDatabase, 'conflict'],
  [PendingMigrations, 'conflict'],
  [UnknownRole, 'notFound'],
  [UnusableArchive, 'conflict'],
]

const refusals: readonly CauseKind[] = ['credentials', 'no-password', 'access-rule', 'no-connect', 'privileges']

/** Tells missing rights, a wrong configuration, and what may pass by itself. */
function exitOfDatabase(error: unknown): Exit {
  const { kind, isLasting } = failureCauseOf(error)
  if (refusals.includes(kind)) return 'refused'
  return isLasting ? 'usage' : 'unreachable'
}

/** Explains a failure that the operator can correct, in one line; `undefined` for a defect of this program. */
export function explain(error: unknown): { readonly exit: Exit; readonly message: string } | undefined {
  // Of a server of another version, whose contract is another one.
  if (error instanceof UndocumentedReply) return { exit: 'unexpected', message: error.message }
  const message = explainFailure(error)
  if (message === undefined) return undefined
  const known = exits.find(([type]) => error instanceof type)?.[1]
  return { exit: known ?? (isCorrectable(error) ? exitOfDatabase(error) : 'unexpected'), message }
}
