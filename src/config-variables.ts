import { isAddressRange } from './address-ranges.js'
import { readBcryptSalt } from './crypto/bcrypt-salt.js'
import { isMasterKey } from './crypto/master-key.js'
import { Secret } from './crypto/secret.js'
import { InvalidDatabaseUrl, parseDatabaseUrl } from './database/database-url.js'
import { isReceiverUrl } from './domain/audit/webhook-sink.js'

/** The text of a variable is refused. Each problem continues a line that begins with the name of the variable, and shows no secret. */
export class InvalidValue extends Error {
  override readonly name = 'InvalidValue'
  readonly problems: readonly string[]

  constructor(...problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** How the text of a variable is read. */
export interface VariableType<Value> {
  /** For the documentation. */
  readonly label: string
  /** @throws {InvalidValue} */
  readonly parse: (text: string) => Value
}

export interface Variable<Value> {
  readonly type: VariableType<Value>
  readonly default?: Value
  /** For the documentation, in Markdown, where the default is not one value. */
  readonly defaultLabel?: string
  /** For the documentation, in Markdown. */
  readonly description: string
}

const text: VariableType<string> = { label: 'text', parse: (text) => text }

const port: VariableType<number> = {
  label: 'port',
  parse: (text) => integer(text, 0, 65_535) ?? refuse(`is "${text}"; set it to a port from 0 to 65535`),
}

const flag: VariableType<boolean> = {
  label: '`1` or `0`',
  parse(text) {
    const value = text.toLowerCase()
    if (value === '1' || value === 'true') return true
    if (value === '0' || value === 'false') return false
    return refuse(`is "${text}"; set it to 1 or 0`)
  },
}

const list: VariableType<readonly string[]> = {
  label: 'list, separated by commas',
  parse: (text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
}

const addressRanges: VariableType<readonly string[]> = {
  label: 'list of addresses or ranges, separated by commas',
  parse(text) {
    const ranges = list.parse(text)
    const problems = ranges
      .filter((range) => !isAddressRange(range))
      .map((range) => `has "${range}"; list addresses such as 10.0.0.1 or 10.0.0.0/8`)
    return problems.length === 0 ? ranges : refuse(...problems)
  },
}

const hosts: VariableType<readonly string[]> = {
  label: 'list of names, addresses or ranges, separated by commas',
  parse(text) {
    const hosts = list.parse(text)
    const problems = hosts
      .filter((host) => /[/:]/.test(host) && !isAddressRange(host))
      .map(
        (host) => `has "${host}"; list names without a port, addresses such as 10.0.0.1, or ranges such as 10.0.0.0/8`,
      )
    return problems.length === 0 ? hosts : refuse(...problems)
  },
}

const basePaths: VariableType<ReadonlyMap<string, string>> = {
  label: 'list of `name=/path`, separated by commas',
  parse(text) {
    const items = list.parse(text)
    const problems = items
      .filter((item) => !/^[a-z-]+=(\/[A-Za-z0-9._~-]+)+$/.test(item))
      .map((item) => `has "${item}"; list APIs and their paths, such as partner-login=/partners-int`)
    if (problems.length > 0) refuse(...problems)
    return new Map(items.map((item) => item.split('=') as [string, string]))
  },
}

const auditDays: VariableType<number> = {
  label: 'days, 30 to 3660',
  parse: (text) => integer(text, 30, 3_660) ?? refuse(`is "${text}"; set it to a number of days from 30 to 3660`),
}

const poolSize: VariableType<number> = {
  label: 'number, 1 to 200',
  parse: (text) => integer(text, 1, 200) ?? refuse(`is "${text}"; set it to a number of connections from 1 to 200`),
}

const workerCount: VariableType<number | 'auto'> = {
  label: 'number, 1 to 64, or `auto`',
  parse: (text) =>
    text === 'auto'
      ? text
      : (integer(text, 1, 64) ?? refuse(`is "${text}"; set it to a number of processes from 1 to 64, or to auto`)),
}

const timeoutMs: VariableType<number> = {
  label: 'milliseconds, 100 to 600000',
  parse: (text) =>
    integer(text, 100, 600_000) ?? refuse(`is "${text}"; set it to a number of milliseconds from 100 to 600000`),
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const logLevel: VariableType<(typeof logLevels)[number]> = {
  label: logLevels.map((level) => `\`${level}\``).join(', '),
  parse: (text) =>
    logLevels.find((level) => level === text) ?? refuse(`is "${text}"; set it to one of ${logLevels.join(', ')}`),
}

const postgresUrl: VariableType<Secret> = {
  label: 'URL',
  parse(text) {
    try {
      parseDatabaseUrl(text)
    } catch (error) {
      if (error instanceof InvalidDatabaseUrl) refuse(error.message)
      throw error
    }
    return new Secret(text)
  },
}

const masterKey = secret('64 hex digits', isMasterKey, '64 hex digits; make one with: openssl rand -hex 32')
const bcryptSalt = secret(
  'salt of bcrypt',
  (text) => readBcryptSalt(text) !== undefined,
  'a salt of bcrypt of a cost from 4 to 12, such as $2a$10$ and 22 characters',
)
const hmacSecret = secret('text', (text) => text.length >= 8, 'a text of 8 characters or more')
const longSecret = secret('32 characters or more', (text) => text.length >= 32, 'a text of 32 characters or more')

/** Where the audit is sent. A URL is never shown: it may hold a token. */
const auditSink: VariableType<'stdout' | Secret> = {
  label: '`stdout` or URL',
  parse(text) {
    if (text === 'stdout') return text
    return isReceiverUrl(text)
      ? new Secret(text)
      : refuse('is neither stdout nor a URL of https without user and password (on loopback http will do)')
  },
}

/** The address of a server. Its text is never shown: it may hold a password. */
export const serverUrl: VariableType<string> = {
  label: 'URL',
  parse: (text) =>
    isServerUrl(text)
      ? text.replace(/\/+$/, '')
      : refuse('is not the address of a server; write it as http://127.0.0.1:3000'),
}

/** The key that the command line sends: any key that an operator can have. */
export const clientOperatorKey = secret('key', (text) => !/\s/.test(text), 'an operator key: it contains white space')

/** Every environment variable. `npm run generate` writes it into docs/configuration.md. */
export const variables = {
  HOST: {
    type: text,
    default: '127.0.0.1',
    description: 'Address of the listener. One that others can reach requires `INTERNAL_PORT`.',
  },
  PORT: { type: port, default: 3000, description: 'Port of the listener.' },
  INTERNAL_HOST: {
    type: text,
    default: '127.0.0.1',
    description: 'Address of the listener for internal operations.',
  },
  INTERNAL_PORT: {
    type: port,
    description:
      'Port of a second listener, for internal operations. The first one then serves public operations only.',
  },
  WORKERS: {
    type: workerCount,
    default: 1,
    description:
      'How many processes serve the listeners; with more than one, another process starts and watches them. `auto`: as many as there are cores. The embedded database allows one.',
  },
  INTERNAL_HOSTS: {
    type: hosts,
    default: [],
    description:
      'By which names or addresses internal operations may be called, besides the loopback ones. Calls by others are answered 421.',
  },
  DATABASE_URL: {
    type: postgresUrl,
    defaultLabel: 'none: the embedded database',
    description:
      'PostgreSQL 15 or newer, as `postgres://…`. Several hosts, of which the primary is found, as `postgres://user:password@a:5432,b:5432/database?target_session_attrs=read-write`; with `primary` instead, one that is read-only by its configuration still serves look-ups.',
  },
  DATABASE_POOL_SIZE: {
    type: poolSize,
    default: 10,
    description:
      'How many connections to PostgreSQL a process has at most, to each of several hosts, and each of the `WORKERS` for itself.',
  },
  DATABASE_CONNECT_TIMEOUT_MS: {
    type: timeoutMs,
    default: 1_500,
    description:
      'How long a request waits for a connection, whether all are in use or PostgreSQL does not answer. Each of several hosts has its share.',
  },
  DATABASE_STATEMENT_TIMEOUT_MS: {
    type: timeoutMs,
    default: 10_000,
    description: 'How long a statement may take.',
  },
  DATABASE_LOCK_TIMEOUT_MS: {
    type: timeoutMs,
    default: 1_000,
    description: 'How long a statement waits for a lock.',
  },
  DATABASE_PREPARE: {
    type: flag,
    default: true,
    defaultLabel: '`1`',
    description:
      'Whether statements that recur are prepared. `0` behind a pooler that does not keep them, such as PgBouncer before 1.21 in transaction mode.',
  },
  DATA_DIR: {
    type: text,
    default: './data',
    description: 'Directory of the embedded database and its master key.',
  },
  MASTER_KEY: {
    type: masterKey,
    defaultLabel: 'embedded database: created once, in `DATA_DIR`',
    description:
      'The key from which all others are derived, the same for every instance (`openssl rand -hex 32`). Required with PostgreSQL.',
  },
  MASTER_KEY_PREVIOUS: {
    type: masterKey,
    description: 'While the master key rotates: another one that is accepted as well (see [secrets.md](secrets.md)).',
  },
  OPERATOR_KEY: {
    type: longSecret,
    description:
      'Server: the key of the operator `environment`. Without one, the first start on a terminal creates a first admin and shows its key. Command line: the key that it sends; without one it asks.',
  },
  PAY_API_HMAC_SECRET: {
    type: hmacSecret,
    defaultLabel: "none: this server's own form",
    description:
      "The secret that GOV.UK Pay's gateway verifies tokens with. New gateway tokens are made in its form; presented ones need its checksum, or the form of this server.",
  },
  LEGACY_TOKEN_BCRYPT_SALT: {
    type: bcryptSalt,
    description:
      'The one salt with which an installation of GOV.UK Pay hashed its tokens, such as `$2a$10$` and 22 characters. With it, tokens that were imported as hashes are known, and take their own digest at the first use. Needs `PAY_API_HMAC_SECRET`.',
  },
  AUDIT_RETENTION_DAYS: { type: auditDays, default: 400, description: 'How long audit events are kept.' },
  AUDIT_SINK: {
    type: auditSink,
    defaultLabel: 'none',
    description:
      'Where every audit event is sent as a line of JSON, too: to the standard output of one instance, or by POST to `https://…` (see [OPERATIONS.md](../OPERATIONS.md#the-audit-outside-the-database)).',
  },
  AUDIT_SINK_SECRET: {
    type: longSecret,
    description: 'Signs what is sent to the URL in `AUDIT_SINK`, which needs it.',
  },
  DEMO: {
    type: flag,
    defaultLabel: '`1` with the embedded database on loopback, else `0`',
    description:
      'Whether the demo data, whose secrets are public, is wanted. A PostgreSQL database with demo rows and without `DEMO=1` is refused.',
  },
  TRUSTED_PROXIES: { type: addressRanges, default: [], description: 'Proxies whose `X-Forwarded-For` is believed.' },
  BASE_PATHS: {
    type: basePaths,
    default: new Map<string, string>(),
    defaultLabel: 'none',
    description:
      'Below which path an API is served, for clients of a vendor who publishes it so: with `partner-login=/partners-int`, `POST /login` is `POST /partners-int/login`.',
  },
  TLS_CERT_FILE: { type: text, description: 'Certificate in PEM. Set with `TLS_KEY_FILE`, it makes listeners HTTPS.' },
  TLS_KEY_FILE: { type: text, description: 'Private key of the certificate in PEM, not encrypted.' },
  LOG_LEVEL: {
    type: logLevel,
    default: 'info',
    description:
      'The least severe messages that are logged; on a terminal `warn`, where it is not set. No URL, header, body or error message is ever logged.',
  },
  TOKENWRIGHT_URL: {
    type: serverUrl,
    defaultLabel: 'the listener that this environment describes',
    description: 'Command line: where the operator API is.',
  },
} as const satisfies Readonly<Record<string, Variable<unknown>>>

export type VariableName = keyof typeof variables

type Parsed<Name extends VariableName> = ReturnType<(typeof variables)[Name]['type']['parse']>

/** The value of a variable: `undefined` where it is not set and has no default. */
export type VariableValue<Name extends VariableName> = (typeof variables)[Name] extends { readonly default: unknown }
  ? Parsed<Name>
  : Parsed<Name> | undefined

/** Whether a text is the address of a server: a scheme, a host and perhaps a path. */
export function isServerUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && username + password + search + hash === ''
}

function secret(label: string, isValid: (text: string) => boolean, expected: string): VariableType<Secret> {
  return { label, parse: (text) => (isValid(text) ? new Secret(text) : refuse(`is not ${expected}`)) }
}

function refuse(...problems: readonly string[]): never {
  throw new InvalidValue(...problems)
}

function integer(text: string, min: number, max: number): number | undefined {
  const number = Number(text)
  return /^\d+$/.test(text) && number >= min && number <= max ? number : undefined
}
