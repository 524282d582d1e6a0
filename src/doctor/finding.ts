import { describeFailure, failureCauseOf } from '../database/failure-cause.js'

/** The result of a check. */
export interface Finding {
  /** The name of the check, in a word or two. */
  readonly check: string
  /** `problem`: the server does not work, or is not safe. */
  readonly level: 'ok' | 'warning' | 'problem'
  readonly message: string
  /** What the operator has to do, if anything. */
  readonly action?: string
}

/** A check of an installation. */
export interface Check {
  readonly name: string
  /** Whether later checks are of no use where it finds anything but `ok`. */
  readonly isNeeded?: boolean
  run(): Promise<readonly Finding[]>
}

export function ok(check: string, message: string): Finding {
  return { check, level: 'ok', message }
}

export function warning(check: string, message: string, action: string): Finding {
  return { check, level: 'warning', message, action }
}

export function problem(check: string, message: string, action: string): Finding {
  return { check, level: 'problem', message, action }
}

/** What a check that could not be made says: its cause and what to do. One that only takes too long is no problem of the server. */
export function failedCheck({ name, isNeeded = false }: Check, error: unknown): Finding {
  const { kind, action } = failureCauseOf(error)
  if (kind === 'slow' && !isNeeded) return warning(name, 'the check took longer than a statement may', action)
  return problem(name, describeFailure(error), action)
}
