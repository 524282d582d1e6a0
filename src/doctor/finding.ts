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
