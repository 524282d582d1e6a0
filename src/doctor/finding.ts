/** What a check found. */
export interface Finding {
  /** What was looked at, in a word or two. */
  readonly check: string
  /** `problem`: it does not work, or is not safe, as it is. */
  readonly level: 'ok' | 'warning' | 'problem'
  readonly message: string
  /** What to do about it; absent where there is nothing to do. */
  readonly action?: string
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
