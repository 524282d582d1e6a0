import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { CannotGoOn } from '../cli/report.js'
import type { Config } from '../config.js'

/** What a listener needs for HTTPS, in PEM. */
export interface Tls {
  readonly cert: Buffer
  readonly key: Buffer
}

/**
 * Reads the certificate and its key.
 * @throws {CannotGoOn} naming the variable whose file cannot be used, and why
 */
export function readTls({ certFile, keyFile }: NonNullable<Config['tls']>): Tls {
  const cert = read('TLS_CERT_FILE', certFile)
  const key = read('TLS_KEY_FILE', keyFile)
  const certificate = parse('TLS_CERT_FILE', certFile, 'a certificate', () => new X509Certificate(cert))
  const privateKey = parse<KeyObject>('TLS_KEY_FILE', keyFile, 'an unencrypted private key', () =>
    createPrivateKey(key),
  )
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new CannotGoOn(`TLS_KEY_FILE: ${keyFile} is not the key of the certificate in TLS_CERT_FILE, ${certFile}`)
  }
  return { cert, key }
}

function read(variable: string, path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new CannotGoOn(`${variable}: ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

function parse<T>(variable: string, path: string, what: string, make: () => T): T {
  try {
    return make()
  } catch {
    throw new CannotGoOn(`${variable}: ${path} is not ${what} in PEM`)
  }
}
