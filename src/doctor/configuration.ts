import { X509Certificate } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { type Config, isLoopback } from '../config.js'
import { type Finding, ok, problem, warning } from './finding.js'

const dayMs = 24 * 60 * 60 * 1000
/** A certificate that expires sooner is reported. */
const minCertificateDays = 30

/** Checks what the variables refer to: files, directories, TLS. Their form is checked when they are read. */
export async function checkConfiguration(config: Config, now: Date): Promise<Finding[]> {
  return [
    ok('configuration', 'every variable is well-formed'),
    ...checkTransport(config),
    ...(config.tls ? [await checkCertificate(config.tls.certFile, now)] : []),
    ...(config.databaseUrl ? [] : await checkDataDirectory(config.dataDirectory)),
  ]
}

function checkTransport({ listener, tls, trustedProxies }: Config): Finding[] {
  if (isLoopback(listener.host) || tls || trustedProxies.length > 0) return []
  return [
    warning(
      'transport',
      `HOST is ${listener.host} without TLS: credentials and tokens can be read in transit`,
      'set TLS_CERT_FILE and TLS_KEY_FILE, or put a proxy with TLS in front and name it in TRUSTED_PROXIES',
    ),
  ]
}

async function checkCertificate(file: string, now: Date): Promise<Finding> {
  const check = 'certificate'
  const text = await readFile(file).catch(() => undefined)
  if (!text) return problem(check, `${file} cannot be read`, 'correct TLS_CERT_FILE, or the rights of the file')
  try {
    const { validTo } = new X509Certificate(text)
    const days = Math.floor((Date.parse(validTo) - now.getTime()) / dayMs)
    if (days < 0) return problem(check, `the certificate expired on ${validTo}`, 'renew it and restart')
    if (days < minCertificateDays)
      return warning(check, `the certificate expires in ${days} days`, 'renew it and restart')
    return ok(check, `the certificate is valid for ${days} days`)
  } catch {
    return problem(check, `${file} holds no certificate`, 'set TLS_CERT_FILE to a certificate in PEM')
  }
}

async function checkDataDirectory(directory: string): Promise<Finding[]> {
  const found = await stat(directory).catch(() => undefined)
  if (!found) return [ok('data', `${directory} will be made at the first start`)]
  if ((found.mode & 0o077) !== 0) {
    return [problem('data', `others can read ${directory}`, `chmod 700 ${directory}`)]
  }
  return [
    warning(
      'data',
      `the embedded database in ${directory} serves one process and does not survive a power cut`,
      'set DATABASE_URL to a PostgreSQL database in production',
    ),
  ]
}
