import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Why tests that make certificates are skipped, or false where `openssl` is installed. */
export const noOpenssl = spawnSync('openssl', ['version']).status !== 0 && 'openssl is not installed'

/** A key and a certificate, signed by itself. */
export async function makePair(
  directory: string,
  name: string,
  subjectAltName = 'DNS:localhost,IP:127.0.0.1',
): Promise<{ cert: string; key: string }> {
  const [cert, key] = [join(directory, `${name}.cert`), join(directory, `${name}.key`)]
  const subject = ['-subj', '/CN=localhost', '-addext', `subjectAltName=${subjectAltName}`]
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1']
  await promisify(execFile)('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', cert])
  return { cert, key }
}
