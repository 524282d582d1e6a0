import { isIP } from 'node:net'
import { isMasterKey } from './crypto/master-key.js'
import { Secret } from './crypto/secret.js'
import { StartupError } from './errors.js'

export interface Listener {
  readonly host: string
  readonly port: number
}

export interface Config {
  /** Serves everything, or the public operations where there is an internal listener. */
  readonly listener: Listener
  readonly internalListener: Listener | undefined
  /** Names that internal operations answer to, besides the loopback ones. */
  readonly internalHosts: readonly string[]
  /** PostgreSQL; the embedded database where there is none. */
  readonly databaseUrl: Secret | undefined
  readonly dataDirectory: string
  /** Absent with the embedded database: it keeps a key of its own beside the data. */
  readonly masterKey: Secret | undefined
  /** The key of the operator `environment`. */
  readonly operatorKey: Secret | undefined
  /** Days for which the audit is kept. */
  readonly auditRetentionDays: number
  /** A master key that is accepted as well, while the master key rotates. */
  readonly previousMasterKey: Secret | undefined
  /** Whether the demo data is wanted. */
  readonly demo: boolean
  /** Proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined
  readonly logLevel: (typeof logLevels)[number]
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Every problem of a configuration at once, each a line that says what to do. */
export class ConfigError extends StartupError {
  override readonly name: string = 'ConfigError'
  constructor(readonly problems: readonly string[]) {
    super(
      `the configuration has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    )
  }
}

/** True for a host that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Reads variables and gathers what is wrong with them. */
class Reader {
  readonly problems: string[] = []

  constructor(readonly env: Environment) {}

  /** An empty variable is an unset one, as compose files write it. */
  get(name: string): string | undefined {
    return this.env[name] || undefined
  }

  port(name: string): number | undefined {
    const text = this.get(name)
    if (text === undefined) return undefined
    const number = Number(text)
    if (/^\d+$/.test(text) && number <= 65_535) return number
    this.problems.push(`${name} is "${text}"; set it to a port from 0 to 65535`)
    return undefined
  }

  /** A whole number of days. */
  days(name: string, least: number, most: number): number | undefined {
    const text = this.get(name)
    if (text === undefined) return undefined
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least && number <= most) return number
    this.problems.push(`${name} is "${text}"; set it to a number of days from ${least} to ${most}`)
    return undefined
  }

  flag(name: string): boolean | undefined {
    const text = this.get(name)?.toLowerCase()
    if (text === undefined) return undefined
    if (text === '1' || text === 'true') return true
    if (text === '0' || text === 'false') return false
    this.problems.push(`${name} is "${text}"; set it to 1 or 0`)
    return undefined
  }

  list(name: string): string[] {
    const items = (this.get(name) ?? '').split(',').map((item) => item.trim())
    return items.filter((item) => item !== '')
  }

  secret(name: string, isValid: (text: string) => boolean, wanted: string): Secret | undefined {
    const text = this.get(name)
    if (text === undefined) return undefined
    if (!isValid(text)) this.problems.push(`${name} is not ${wanted}`)
    return new Secret(text)
  }

  databaseUrl(): Secret | undefined {
    return this.secret('DATABASE_URL', isPostgresUrl, 'a URL that starts with postgres:// or postgresql://')
  }

  /** @throws {ConfigError} with every problem so far */
  done(): void {
    if (this.problems.length > 0) throw new ConfigError(this.problems)
  }
}

/**
 * Reads the configuration of the server. This file is the only reader of the environment.
 * @throws {ConfigError} with every problem, naming variables and never showing a secret
 */
export function readConfig(env: Environment): Config {
  const reader = new Reader(env)
  const { problems } = reader

  const listener = { host: reader.get('HOST') ?? '127.0.0.1', port: reader.port('PORT') ?? 3000 }
  const internalListener = readInternalListener(reader, listener)
  const databaseUrl = reader.databaseUrl()
  const masterKey = reader.secret('MASTER_KEY', isMasterKey, '64 hex digits; make one with: openssl rand -hex 32')
  if (databaseUrl && !masterKey) {
    problems.push(
      'MASTER_KEY is missing: PostgreSQL needs one, the same for every instance; make it with: openssl rand -hex 32',
    )
  }

  const operatorKey = reader.secret('OPERATOR_KEY', (text) => text.length >= 32, 'a text of 32 characters or more')
  const previousMasterKey = reader.secret('MASTER_KEY_PREVIOUS', isMasterKey, '64 hex digits')
  if (previousMasterKey && previousMasterKey.reveal().toLowerCase() === masterKey?.reveal().toLowerCase()) {
    problems.push(
      'MASTER_KEY_PREVIOUS is the same key as MASTER_KEY; set it to the other key of a rotation, or leave it out',
    )
  }

  const certFile = reader.get('TLS_CERT_FILE')
  const keyFile = reader.get('TLS_KEY_FILE')
  if ((certFile === undefined) !== (keyFile === undefined)) {
    problems.push('TLS_CERT_FILE and TLS_KEY_FILE belong together; set both or none')
  }

  const trustedProxies = reader.list('TRUSTED_PROXIES')
  for (const proxy of trustedProxies) {
    if (!isAddressRange(proxy)) {
      problems.push(`TRUSTED_PROXIES has "${proxy}"; list addresses such as 10.0.0.1 or 10.0.0.0/8`)
    }
  }

  const level = reader.get('LOG_LEVEL') ?? 'info'
  const logLevel = logLevels.find((known) => known === level)
  if (!logLevel) problems.push(`LOG_LEVEL is "${level}"; set it to one of ${logLevels.join(', ')}`)

  const demo = reader.flag('DEMO')
  const auditRetentionDays = reader.days('AUDIT_RETENTION_DAYS', 30, 3_660) ?? 400
  reader.done()
  const isReachable = [listener, internalListener].some((one) => one !== undefined && !isLoopback(one.host))
  return Object.freeze({
    listener,
    internalListener,
    internalHosts: reader.list('INTERNAL_HOSTS'),
    databaseUrl,
    dataDirectory: reader.get('DATA_DIR') ?? './data',
    masterKey,
    operatorKey,
    auditRetentionDays,
    previousMasterKey,
    demo: demo ?? (!databaseUrl && !isReachable),
    trustedProxies,
    tls: certFile !== undefined && keyFile !== undefined ? { certFile, keyFile } : undefined,
    logLevel: logLevel ?? 'info',
  })
}

/**
 * Where to migrate. Needs no master key: whoever migrates need not be able to read a secret.
 * @throws {ConfigError}
 */
export function readMigrationConfig(env: Environment): { readonly databaseUrl: Secret } {
  const reader = new Reader(env)
  const databaseUrl = reader.databaseUrl()
  if (!databaseUrl) {
    throw new ConfigError([
      ...reader.problems,
      'DATABASE_URL is missing: name the PostgreSQL database; the embedded one migrates itself at the start',
    ])
  }
  reader.done()
  return { databaseUrl }
}

export interface ClientConfig {
  /** Where the operator API is, without a trailing slash. */
  readonly url: string
  /** Absent where it has to come from elsewhere. */
  readonly operatorKey: Secret | undefined
}

/**
 * Reads where the operator API is and the key for it. Without an address it is the one of a server with the same environment.
 * @param url an acceptable address, which takes the place of the one in the environment
 * @throws {ConfigError}
 */
export function readClientConfig(env: Environment, url?: string): ClientConfig {
  const reader = new Reader(env)
  const operatorKey = reader.secret('OPERATOR_KEY', (text) => !/\s/.test(text), 'an operator key: it has a space in it')
  const given = url ?? reader.get('TOKENWRIGHT_URL')
  if (given !== undefined && !isServerUrl(given)) {
    // Its text is not shown: it may hold a password.
    reader.problems.push('TOKENWRIGHT_URL is no address of a server; write it as http://127.0.0.1:3000')
  }
  const address = given?.replace(/\/+$/, '') ?? ownAddress(reader)
  reader.done()
  return { url: address, operatorKey }
}

/** The address of the listener for internal operations. */
function ownAddress(reader: Reader): string {
  const internalPort = reader.port('INTERNAL_PORT')
  const host = reader.get(internalPort === undefined ? 'HOST' : 'INTERNAL_HOST') ?? '127.0.0.1'
  const port = internalPort ?? reader.port('PORT') ?? 3000
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  const scheme = reader.get('TLS_CERT_FILE') === undefined ? 'http' : 'https'
  return `${scheme}://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

/** Whether a text is an address as {@link readClientConfig} takes it. */
export function isServerUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && username + password + search + hash === ''
}

function readInternalListener(reader: Reader, listener: Listener): Listener | undefined {
  const port = reader.port('INTERNAL_PORT')
  const host = reader.get('INTERNAL_HOST')
  if (port === undefined) {
    if (host !== undefined) reader.problems.push('INTERNAL_HOST is set without INTERNAL_PORT; set both')
    if (!isLoopback(listener.host)) {
      reader.problems.push(
        `HOST is ${listener.host}, which others can reach; set INTERNAL_PORT, so that internal operations get a listener of their own`,
      )
    }
    return undefined
  }
  if (port !== 0 && port === listener.port) reader.problems.push('INTERNAL_PORT is the same as PORT; set another one')
  return { host: host ?? '127.0.0.1', port }
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)
}

function isAddressRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
