import { type Environment, Reader } from './config-reader.js'
import type { Secret } from './crypto/secret.js'
import { clientOperatorKey, serverUrl } from './variable-types.js'

export interface ClientConfig {
  /** Where the operator API is, without a trailing slash. */
  readonly url: string
  /** Absent where the environment has none. */
  readonly operatorKey: Secret | undefined
}

/**
 * Reads where the operator API is and the key for it. Without an address it is that of a server with the same environment.
 * @param url an address that replaces the one of the environment; see `isServerUrl`
 * @throws {ConfigError}
 */
export function readClientConfig(env: Environment, url?: string): ClientConfig {
  const reader = new Reader(url === undefined ? env : { ...env, TOKENWRIGHT_URL: url })
  const operatorKey = reader.readAs('OPERATOR_KEY', clientOperatorKey)
  const address = reader.has('TOKENWRIGHT_URL') ? reader.readAs('TOKENWRIGHT_URL', serverUrl) : ownAddress(reader)
  reader.assertValid()
  return { url: address ?? '', operatorKey }
}

/** The address of the operator API: the listener for internal operations, and the base path. */
function ownAddress(reader: Reader): string {
  const internalPort = reader.read('INTERNAL_PORT')
  const host = reader.read(internalPort === undefined ? 'HOST' : 'INTERNAL_HOST')
  const port = internalPort ?? reader.read('PORT')
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  const scheme = reader.has('TLS_CERT_FILE') ? 'https' : 'http'
  const basePath = reader.read('BASE_PATHS').get('operator') ?? ''
  return `${scheme}://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}${basePath}`
}
