import { Unavailable } from '../errors.js'
import { ReadOnlyServer, UnpromotedStandby } from './errors.js'

/** What a cause says, in fixed words: without names of users, hosts or databases. */
interface Explanation {
  /** What is wrong. */
  readonly problem: string
  /** What the operator can do. */
  readonly action: string
  /** Whether it stays until somebody corrects it: to wait is of no use. */
  readonly isLasting?: true
}

const checkNetwork = 'check the host and the port of DATABASE_URL, the network and that PostgreSQL runs'

/** Every cause that is told apart. */
const explanations = {
  credentials: {
    problem: 'the database refuses the user or the password',
    action: 'correct DATABASE_URL, or the password of the role: alter role ROLE password …',
    isLasting: true,
  },
  'no-password': {
    problem: 'the database asks for a password, and DATABASE_URL has none',
    action: 'put the password into DATABASE_URL',
    isLasting: true,
  },
  'access-rule': {
    problem: 'no rule of pg_hba.conf lets this user in from this machine',
    action: 'add one to pg_hba.conf; where the rule demands TLS, add sslmode=verify-full to DATABASE_URL',
    isLasting: true,
  },
  'no-database': {
    problem: 'the database does not exist',
    action: 'correct DATABASE_URL, or create it: create database NAME owner ROLE',
    isLasting: true,
  },
  'no-connect': {
    problem: 'the role may not connect to the database',
    action: 'run as the owner of the database: grant connect on database NAME to ROLE',
    isLasting: true,
  },
  privileges: {
    problem: 'the role of DATABASE_URL lacks a privilege',
    action: 'run as the owner of the tables: tokenwright migrate up --grant-to ROLE',
    isLasting: true,
  },
  'tls-not-offered': {
    problem: 'DATABASE_URL demands TLS, and the database does not offer it',
    action: 'switch TLS on in PostgreSQL (ssl = on), or take sslmode out of DATABASE_URL where the network is trusted',
    isLasting: true,
  },
  'tls-untrusted': {
    problem: 'the certificate of the database is not trusted',
    action:
      'name the certificate of its authority in DATABASE_URL (sslrootcert=FILE), or renew the one of the database; it has to carry the host of DATABASE_URL',
    isLasting: true,
  },
  'tls-file': {
    problem: 'a file that DATABASE_URL names cannot be read',
    action: 'correct sslrootcert, sslcert and sslkey in DATABASE_URL, or the rights of the files',
    isLasting: true,
  },
  'unknown-host': {
    problem: 'the host name of the database cannot be resolved',
    action: 'check the host of DATABASE_URL, and the DNS of this machine',
  },
  refused: { problem: 'nothing listens at the address of the database', action: checkNetwork },
  unreachable: { problem: 'the host of the database cannot be reached', action: checkNetwork },
  'no-answer': {
    problem: 'the database does not answer in time',
    action: `${checkNetwork}; a firewall may drop the packets, or the server may be overloaded`,
  },
  lost: {
    problem: 'the connection to the database was lost',
    action: 'look at the log of PostgreSQL, and of a proxy or firewall in between',
  },
  'starting-or-stopping': {
    problem: 'the database is starting or stopping',
    action: 'wait; where it stays so, look at the log of PostgreSQL',
  },
  'too-many-connections': {
    problem: 'the database has no connection left',
    action:
      'raise max_connections, or the limit of the role or the database; or lower DATABASE_POOL_SIZE or the number of instances',
  },
  'pool-in-use': {
    problem: 'every connection of this process is in use',
    action: 'look for slow statements and held locks, or raise DATABASE_POOL_SIZE',
  },
  standby: {
    problem: 'the database is a standby that has not been promoted',
    action: 'let DATABASE_URL lead to the primary, or promote the standby',
  },
  'read-only': {
    problem: 'the database is read-only',
    action:
      'let DATABASE_URL lead to the primary; there, set default_transaction_read_only = off for the server, the database and the role',
  },
  'disk-full': {
    problem: 'the disk of the database is full',
    action: 'make room on it, or give it more; then look at the log of PostgreSQL',
  },
  resources: {
    problem: 'the database lacks memory or another resource',
    action: 'look at the log of PostgreSQL, and at the memory and the files of its machine',
  },
  locked: {
    problem: 'another transaction holds a lock for too long',
    action: 'look for it in pg_stat_activity and pg_locks',
  },
  slow: {
    problem: 'a statement took longer than it may',
    action: 'raise DATABASE_STATEMENT_TIMEOUT_MS, or look for what makes the database slow',
  },
  'open-files': {
    problem: 'this process has no open file left for a connection',
    action: 'raise the limit of open files (ulimit -n)',
  },
  'server-starting': {
    problem: 'the server is starting',
    action: 'wait until it has prepared its database',
  },
  unknown: { problem: 'the database answers with an error', action: 'look at the log of PostgreSQL' },
} as const satisfies Readonly<Record<string, Explanation>>

export type CauseKind = keyof typeof explanations

export const causeKinds = Object.keys(explanations) as readonly CauseKind[]

/** Why the database cannot be used, told from the error of `pg`, of the system or of PostgreSQL. */
export interface FailureCause extends Explanation {
  readonly kind: CauseKind
}

/** A cause by its kind. */
export function causeOf(kind: CauseKind): FailureCause {
  return { kind, ...explanations[kind] }
}

/** Why a statement, or the attempt to connect, failed. */
export function failureCauseOf(error: unknown): FailureCause {
  return causeOf(kindOf(rootOf(error)))
}

/**
 * The problem, and in parentheses what PostgreSQL or the system says about it: names of users, hosts and databases, never a secret.
 * For the operator's own eyes: neither for the log nor for answers to clients.
 */
export function describeFailure(error: unknown): string {
  const { problem } = failureCauseOf(error)
  const root = rootOf(error)
  const said = root instanceof Unavailable ? '' : root instanceof Error ? root.message : String(root)
  return said === '' ? problem : `${problem} (${said.replaceAll(/\s+/g, ' ')})`
}

/** Told from codes of the system, some of which have five letters too: no class of SQLSTATE begins with E. */
function isSqlState(code: string): boolean {
  return /^(?!E)[0-9A-Z]{5}$/.test(code)
}

/** The SQLSTATE of an error of PostgreSQL; `undefined` of any other one. */
export function sqlStateOf(error: unknown): string | undefined {
  const { code } = Object(rootOf(error)) as { code?: unknown }
  return typeof code === 'string' && isSqlState(code) ? code : undefined
}

/** Whether an error of the database is one that the operator can correct, and no defect of this program. */
export function isCorrectable(error: unknown): boolean {
  return error instanceof Unavailable || failureCauseOf(error).kind === 'privileges'
}

/** What an error is about: an {@link Unavailable} wraps it, and so does the attempt at every address of a host. */
function rootOf(error: unknown): unknown {
  if (error instanceof Unavailable && error.cause !== undefined) return rootOf(error.cause)
  if (error instanceof AggregateError && error.errors.length > 0) return rootOf(error.errors[0])
  return error
}

/** By the SQLSTATE or the code of the system. */
const kinds: Readonly<Record<string, CauseKind>> = {
  '28P01': 'credentials',
  '28000': 'credentials',
  '3D000': 'no-database',
  '42501': 'privileges',
  '53300': 'too-many-connections',
  '53100': 'disk-full',
  '57P01': 'starting-or-stopping',
  '57P02': 'starting-or-stopping',
  '57P03': 'starting-or-stopping',
  '57014': 'slow',
  '25006': 'read-only',
  '25P03': 'lost',
  '55P03': 'locked',
  '58030': 'resources',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ECONNREFUSED: 'refused',
  ENOENT: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'no-answer',
  ECONNRESET: 'lost',
  EPIPE: 'lost',
  EMFILE: 'open-files',
  ENFILE: 'open-files',
  ENOSPC: 'disk-full',
  CERT_HAS_EXPIRED: 'tls-untrusted',
  CERT_NOT_YET_VALID: 'tls-untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-untrusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-untrusted',
}

/** By the class of the SQLSTATE, where the code itself is not listed. */
const kindsOfClasses: Readonly<Record<string, CauseKind>> = { '08': 'lost', '40': 'locked', '53': 'resources' }

/** By the function of PostgreSQL that raises the error, where a code has several meanings. Its messages may be translated. */
const kindsOfRoutines: Readonly<Record<string, CauseKind>> = {
  ClientAuthentication: 'access-rule',
  CheckMyDatabase: 'no-connect',
}

/** By the message of `pg` and of this code, whose errors have no code, or of PostgreSQL where its code is that of a defect. */
const kindsOfMessages: readonly (readonly [RegExp, CauseKind])[] = [
  [/does not support SSL/, 'tls-not-offered'],
  [/client password must be/, 'no-password'],
  [/^SASL/, 'credentials'],
  // Each new connection may write it.
  [/could not write init file/, 'disk-full'],
  [/timeout exceeded when trying to connect/, 'pool-in-use'],
  [/^Query read timeout$/, 'slow'],
  [/timeout|\bhangs\b/, 'no-answer'],
  [/terminated|not queryable|connection error|SSL connection|\bended\b|\bdead\b/, 'lost'],
]

function kindOf(error: unknown): CauseKind {
  if (error instanceof UnpromotedStandby) return 'standby'
  if (error instanceof ReadOnlyServer) return 'read-only'
  if (!(error instanceof Error)) return 'unknown'
  const { code, routine, syscall, message } = error as Error & { code?: unknown; routine?: unknown; syscall?: unknown }
  if (typeof code !== 'string' || code === 'XX000') {
    return kindsOfMessages.find(([pattern]) => pattern.test(message))?.[1] ?? 'unknown'
  }
  // Files are read for TLS alone. A socket, which may be a file too, is connected to.
  if (syscall === 'open' && (code === 'ENOENT' || code === 'EACCES')) return 'tls-file'
  const kind = kinds[code] ?? (isSqlState(code) ? kindsOfClasses[code.slice(0, 2)] : undefined)
  const isAmbiguous = code === '28000' || code === '42501'
  return (isAmbiguous && typeof routine === 'string' ? kindsOfRoutines[routine] : undefined) ?? kind ?? 'unknown'
}
