import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Config } from '../config.js'
import { StartupError } from '../errors.js'

/** Certificate and private key of an HTTPS listener, in PEM. */
export interface Tls {
  readonly cert: Buffer
  readonly key: Buffer
  /** Until when the certificate is valid. */
  readonly validTo: Date
}

/**
 * Reads the certificate and its key.
 * @throws {StartupError} naming the variable whose file is not usable, and the reason
 */
export function readTls({ certFile, keyFile }: NonNullable<Config['tls']>): Tls {
  const cert = read('TLS_CERT_FILE', certFile)
  const key = read('TLS_KEY_FILE', keyFile)
  const certificate = parse('TLS_CERT_FILE', certFile, 'a certificate', () => new X509Certificate(cert))
  const privateKey = parse<KeyObject>('TLS_KEY_FILE', keyFile, 'an unencrypted private key', () =>
    createPrivateKey(key),
  )
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new StartupError(`TLS_KEY_FILE: ${keyFile} is not the key of the certificate in TLS_CERT_FILE, ${certFile}`)
  }
  return { cert, key, validTo: new Date(certificate.validTo) }
}

function read(variable: string, path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new StartupError(`${variable}: ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

function parse<T>(variable: string, path: string, what: string, make: () => T): T {
  try {
    return make()
  } catch {
    throw new StartupError(`${variable}: ${path} is not ${what} in PEM`)
  }
}
