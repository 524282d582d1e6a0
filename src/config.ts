import { isIP } from 'node:net'
import { Secret } from './domain/secret.js'
import { isMasterKey } from './keys/master-key.js'

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
  /** Whether the demo data is wanted. */
  readonly demo: boolean
  /** Proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined
  readonly logLevel: (typeof logLevels)[number]
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Every problem of a configuration at once, each a line that says what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
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

/**
 * Reads the configuration. The only reader of the environment.
 * @throws {ConfigError} with every problem, naming variables and never showing a secret
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = []
  // An empty variable is an unset one, as compose files write it.
  const get = (name: string): string | undefined => env[name] || undefined

  function port(name: string): number | undefined {
    const text = get(name)
    if (text === undefined) return undefined
    const number = Number(text)
    if (/^\d+$/.test(text) && number <= 65_535) return number
    problems.push(`${name} is "${text}"; set it to a port from 0 to 65535`)
    return undefined
  }

  function flag(name: string): boolean | undefined {
    const text = get(name)?.toLowerCase()
    if (text === undefined) return undefined
    if (text === '1' || text === 'true') return true
    if (text === '0' || text === 'false') return false
    problems.push(`${name} is "${text}"; set it to 1 or 0`)
    return undefined
  }

  function list(name: string): string[] {
    return (get(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
  }

  function secret(name: string, isValid: (text: string) => boolean, wanted: string): Secret | undefined {
    const text = get(name)
    if (text === undefined) return undefined
    if (!isValid(text)) problems.push(`${name} is not ${wanted}`)
    return new Secret(text)
  }

  const listener = { host: get('HOST') ?? '127.0.0.1', port: port('PORT') ?? 3000 }
  const internalPort = port('INTERNAL_PORT')
  const internalListener =
    internalPort === undefined ? undefined : { host: get('INTERNAL_HOST') ?? '127.0.0.1', port: internalPort }
  if (!internalListener && !isLoopback(listener.host)) {
    problems.push(
      `HOST is ${listener.host}, which others can reach; set INTERNAL_PORT, so that internal operations get a listener of their own`,
    )
  }
  if (!internalListener && get('INTERNAL_HOST') !== undefined)
    problems.push('INTERNAL_HOST is set without INTERNAL_PORT; set both')
  if (internalListener && internalListener.port !== 0 && internalListener.port === listener.port) {
    problems.push('INTERNAL_PORT is the same as PORT; set another one')
  }

  const databaseUrl = secret('DATABASE_URL', isPostgresUrl, 'a URL that starts with postgres:// or postgresql://')
  const masterKey = secret('MASTER_KEY', isMasterKey, '64 hex digits; make one with: openssl rand -hex 32')
  if (databaseUrl && !masterKey) {
    problems.push(
      'MASTER_KEY is missing: PostgreSQL needs one, the same for every instance; make it with: openssl rand -hex 32',
    )
  }

  const certFile = get('TLS_CERT_FILE')
  const keyFile = get('TLS_KEY_FILE')
  if ((certFile === undefined) !== (keyFile === undefined))
    problems.push('TLS_CERT_FILE and TLS_KEY_FILE belong together; set both or none')

  const trustedProxies = list('TRUSTED_PROXIES')
  for (const proxy of trustedProxies) {
    if (!isAddressRange(proxy))
      problems.push(`TRUSTED_PROXIES has "${proxy}"; list addresses such as 10.0.0.1 or 10.0.0.0/8`)
  }

  const level = get('LOG_LEVEL') ?? 'info'
  const logLevel = logLevels.find((known) => known === level)
  if (!logLevel) problems.push(`LOG_LEVEL is "${level}"; set it to one of ${logLevels.join(', ')}`)

  const demo = flag('DEMO')
  if (problems.length > 0) throw new ConfigError(problems)
  const reachable = [listener, internalListener].some((one) => one !== undefined && !isLoopback(one.host))
  return Object.freeze({
    listener,
    internalListener,
    internalHosts: list('INTERNAL_HOSTS'),
    databaseUrl,
    dataDirectory: get('DATA_DIR') ?? './data',
    masterKey,
    demo: demo ?? (!databaseUrl && !reachable),
    trustedProxies,
    tls: certFile !== undefined && keyFile !== undefined ? { certFile, keyFile } : undefined,
    logLevel: logLevel ?? 'info',
  })
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
