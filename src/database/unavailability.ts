import { Unavailable } from '../errors.js'

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'ENOENT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EMFILE',
  'ENFILE',
])

/**
 * Whether an error means that the connection may be lost, rather than that the statement is wrong: SQLSTATE classes 08 (connection),
 * 53 (insufficient resources) and 57 (operator intervention), and 25P03 (the transaction has idled for too long, as in a process that stood still).
 */
export function isAway(error: unknown): boolean {
  if (error instanceof Unavailable) return true
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string') return awayCodes.has(code) || /^((08|53|57)...|25P03)$/.test(code)
  // pg gives its own timeouts and lost connections no code.
  return code === undefined && /timeout|terminated|not queryable|connection error|ended/i.test(String(message))
}

/**
 * Whether a later try of the same statement may succeed, on the same connection: SQLSTATE class 40 (serialization failure, deadlock),
 * 55P03 (a lock is held) and 25006 (the database is read-only).
 */
export function isBusy(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && (code.startsWith('40') || code === '55P03' || code === '25006')
}

/** The error that callers get for a database that is away or busy. */
export function unavailable(cause: unknown): Unavailable {
  return cause instanceof Unavailable ? cause : new Unavailable('the database is away or busy', 1, { cause })
}
