import { isIPv4 } from 'node:net'
import { availableParallelism } from 'node:os'
import { ConfigError, type Environment, Reader } from './config-reader.js'
import type { Secret } from './crypto/secret.js'
import { type OidcSettings, readOidc } from './oidc-config.js'
import { readTracing, type TracingConfig } from './tracing-config.js'
import type { logLevels } from './variable-types.js'

export interface Listener {
  readonly host: string
  readonly port: number
}

/** Times in milliseconds; 0 is no limit. */
export interface DatabasePool {
  readonly maxConnections: number
  readonly connectTimeoutMs: number
  readonly statementTimeoutMs: number
  readonly lockTimeoutMs: number
  /** Whether statements that recur are prepared. */
  readonly isPreparing: boolean
}

export interface DatabaseReads {
  readonly url: Secret
  /** How old reads may be. Without it, only a standby that every commit waits for is read from. */
  readonly maxLagMs: number | undefined
}

/** The configuration of a server. `config-variables.ts` describes the variables that it is read from. */
export interface Config {
  /** Serves everything, or only the public operations where there is an internal listener. */
  readonly listener: Listener
  readonly internalListener: Listener | undefined
  /** How many processes serve the listeners. */
  readonly workers: number
  /** Host names that internal operations accept, besides the loopback ones. */
  readonly internalHosts: readonly string[]
  /** PostgreSQL; the embedded database where there is none. */
  readonly databaseUrl: Secret | undefined
  /** The connections to PostgreSQL. */
  readonly databasePool: DatabasePool
  /** The standbys near this server that answer reads. */
  readonly databaseReads: DatabaseReads | undefined
  readonly dataDirectory: string
  /** Absent with the embedded database, which keeps a key of its own beside the data. */
  readonly masterKey: Secret | undefined
  /** Another master key that is accepted while the master key rotates. */
  readonly previousMasterKey: Secret | undefined
  /** The key of the operator `environment`. */
  readonly operatorKey: Secret | undefined
  /** With it, gateway tokens are made and recognised in the form of GOV.UK Pay. */
  readonly payApiHmacSecret: Secret | undefined
  /** With it, gateway tokens that were imported as hashes are known. */
  readonly legacyTokenBcryptSalt: Secret | undefined
  /** The identity provider that operators may sign in with, besides their keys. */
  readonly oidc: OidcSettings | undefined
  readonly auditRetentionDays: number
  /** Where the audit is sent. */
  readonly auditSink:
    | { readonly name: 'stdout' }
    | { readonly name: 'webhook'; readonly url: Secret; readonly secret: Secret }
    | undefined
  readonly demo: boolean
  /** Proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  /** Below which path an API is served, by the name of its contract. */
  readonly basePaths: ReadonlyMap<string, string>
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined
  readonly logLevel: (typeof logLevels)[number]
  /** Where traces are sent, and which; `undefined` where none are wanted. */
  readonly tracing: TracingConfig | undefined
}

/** Whether only this machine reaches a host: a name or an address, without brackets. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}

/**
 * Reads the configuration of the server.
 * @param isTerminal whether a person reads its output, and the banner: the log then tells what is wrong, unless LOG_LEVEL asks for more
 * @throws {ConfigError} with every problem, naming variables and never showing a secret
 */
export function readConfig(env: Environment, { isTerminal = false } = {}): Config {
  const reader = new Reader(env)
  const listener = { host: reader.read('HOST'), port: reader.read('PORT') }
  const internalListener = readInternalListener(reader, listener)
  const databaseUrl = reader.read('DATABASE_URL')
  const config = {
    listener,
    internalListener,
    workers: readWorkers(reader),
    internalHosts: reader.read('INTERNAL_HOSTS'),
    databaseUrl,
    databasePool: readDatabasePool(reader),
    databaseReads: readDatabaseReads(reader),
    dataDirectory: reader.read('DATA_DIR'),
    ...readMasterKeys(reader),
    operatorKey: reader.read('OPERATOR_KEY'),
    ...readPaySecrets(reader),
    oidc: readOidc(reader),
    auditRetentionDays: reader.read('AUDIT_RETENTION_DAYS'),
    auditSink: readAuditSink(reader),
    demo: reader.read('DEMO') ?? (!databaseUrl && isOnlyLoopback(listener, internalListener)),
    trustedProxies: reader.read('TRUSTED_PROXIES'),
    basePaths: reader.read('BASE_PATHS'),
    tls: readTlsFiles(reader),
    logLevel: isTerminal && !reader.has('LOG_LEVEL') ? 'warn' : reader.read('LOG_LEVEL'),
    tracing: readTracing(reader),
  }
  reader.assertValid()
  return Object.freeze(config)
}

function readWorkers(reader: Reader): number {
  const workers = reader.read('WORKERS')
  if (reader.has('DATABASE_URL')) return workers === 'auto' ? availableParallelism() : workers
  if (workers !== 'auto' && workers > 1) {
    reader.problems.push(
      `WORKERS is ${workers}, and the embedded database serves one process; leave WORKERS out, or set DATABASE_URL to a PostgreSQL database`,
    )
  }
  return 1
}

function readDatabasePool(reader: Reader): DatabasePool {
  return {
    maxConnections: reader.read('DATABASE_POOL_SIZE'),
    connectTimeoutMs: reader.read('DATABASE_CONNECT_TIMEOUT_MS'),
    statementTimeoutMs: reader.read('DATABASE_STATEMENT_TIMEOUT_MS'),
    lockTimeoutMs: reader.read('DATABASE_LOCK_TIMEOUT_MS'),
    isPreparing: reader.read('DATABASE_PREPARE'),
  }
}

function readDatabaseReads(reader: Reader): DatabaseReads | undefined {
  const url = reader.read('DATABASE_READ_URL')
  const maxLagMs = reader.read('DATABASE_READ_MAX_LAG_MS')
  for (const [name, other] of [
    ['DATABASE_READ_URL', 'DATABASE_URL'],
    ['DATABASE_READ_MAX_LAG_MS', 'DATABASE_READ_URL'],
  ] as const) {
    if (reader.has(name) && !reader.has(other)) reader.problems.push(`${name} is set without ${other}; set both`)
  }
  return url && { url, maxLagMs }
}

function readInternalListener(reader: Reader, listener: Listener): Listener | undefined {
  const host = reader.read('INTERNAL_HOST')
  const port = reader.read('INTERNAL_PORT')
  if (port === undefined) {
    if (reader.has('INTERNAL_HOST')) reader.problems.push('INTERNAL_HOST is set without INTERNAL_PORT; set both')
    if (!isLoopback(listener.host)) {
      reader.problems.push(
        `HOST is ${listener.host}, which others can reach; set INTERNAL_PORT, so that internal operations get a listener of their own`,
      )
    }
    return undefined
  }
  if (port !== 0 && port === listener.port) reader.problems.push('INTERNAL_PORT is the same as PORT; set another one')
  return { host, port }
}

function isOnlyLoopback(...listeners: readonly (Listener | undefined)[]): boolean {
  return listeners.every((listener) => listener === undefined || isLoopback(listener.host))
}

function readMasterKeys(reader: Reader): Pick<Config, 'masterKey' | 'previousMasterKey'> {
  const masterKey = reader.read('MASTER_KEY')
  const previousMasterKey = reader.read('MASTER_KEY_PREVIOUS')
  if (reader.has('DATABASE_URL') && !reader.has('MASTER_KEY')) {
    reader.problems.push(
      'MASTER_KEY is missing: PostgreSQL needs one, the same for every instance; make it with: openssl rand -hex 32',
    )
  }
  if (previousMasterKey && previousMasterKey.reveal().toLowerCase() === masterKey?.reveal().toLowerCase()) {
    reader.problems.push(
      'MASTER_KEY_PREVIOUS is the same key as MASTER_KEY; set it to the other key of a rotation, or leave it out',
    )
  }
  return { masterKey, previousMasterKey }
}

function readPaySecrets(reader: Reader): Pick<Config, 'payApiHmacSecret' | 'legacyTokenBcryptSalt'> {
  if (reader.has('LEGACY_TOKEN_BCRYPT_SALT') && !reader.has('PAY_API_HMAC_SECRET')) {
    reader.problems.push('LEGACY_TOKEN_BCRYPT_SALT is set without PAY_API_HMAC_SECRET; set both')
  }
  return {
    payApiHmacSecret: reader.read('PAY_API_HMAC_SECRET'),
    legacyTokenBcryptSalt: reader.read('LEGACY_TOKEN_BCRYPT_SALT'),
  }
}

function readAuditSink(reader: Reader): Config['auditSink'] {
  const sink = reader.read('AUDIT_SINK')
  const secret = reader.read('AUDIT_SINK_SECRET')
  if (reader.has('AUDIT_SINK_SECRET') && (!reader.has('AUDIT_SINK') || sink === 'stdout')) {
    reader.problems.push('AUDIT_SINK_SECRET is set without the address of a receiver in AUDIT_SINK; set both')
  }
  if (sink === undefined || sink === 'stdout') return sink && { name: sink }
  if (!reader.has('AUDIT_SINK_SECRET')) {
    reader.problems.push('AUDIT_SINK has a receiver, which needs AUDIT_SINK_SECRET; make it with: openssl rand -hex 32')
  }
  return secret && { name: 'webhook', url: sink, secret }
}

function readTlsFiles(reader: Reader): Config['tls'] {
  const certFile = reader.read('TLS_CERT_FILE')
  const keyFile = reader.read('TLS_KEY_FILE')
  if (certFile !== undefined && keyFile !== undefined) return { certFile, keyFile }
  if (certFile !== undefined || keyFile !== undefined) {
    reader.problems.push('TLS_CERT_FILE and TLS_KEY_FILE belong together; set both or none')
  }
  return undefined
}

/**
 * Reads which database to migrate. It needs no master key: whoever migrates need not be able to read a secret.
 * @throws {ConfigError}
 */
export function readMigrationConfig(env: Environment): { readonly databaseUrl: Secret } {
  const reader = new Reader(env)
  const databaseUrl = reader.read('DATABASE_URL')
  if (!reader.has('DATABASE_URL')) {
    reader.problems.push(
      'DATABASE_URL is missing: name the PostgreSQL database; the embedded one is migrated when it is opened',
    )
  }
  if (!databaseUrl) throw new ConfigError(reader.problems)
  return { databaseUrl }
}
