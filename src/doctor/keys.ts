import type { KeyUsage } from '../domain/master-keys/key-usage.js'
import type { MasterKeyService } from '../domain/master-keys/service.js'
import type { SampledKeyUsage } from '../domain/overview/repository.js'
import type { SigningKeyService } from '../domain/signing-keys/service.js'
import { type Finding, ok, problem, warning } from './finding.js'

const names: Readonly<Record<keyof KeyUsage, string>> = {
  gatewayTokens: 'gateway tokens',
  brokerHashes: 'broker users',
  brokerSecrets: 'secrets of broker users',
  accessKeySecrets: 'secrets of access keys',
  operatorKeys: 'operator keys',
  refreshTokens: 'refresh tokens',
  signingKeys: 'signing keys',
}

/** Checks whether the master key belongs to the database, and which rows would be lost with an older key. */
export async function checkKeys(
  masterKeys: Pick<MasterKeyService, 'check'>,
  isRotating: boolean,
  keyUsage: () => Promise<SampledKeyUsage | undefined>,
): Promise<Finding[]> {
  const refusal = await masterKeys.check()
  if (refusal !== undefined) {
    const [message = refusal, ...action] = refusal.split('; ')
    return [problem('master key', message, action.join('; '))]
  }
  return [ok('master key', 'it is the one of the database'), ...rotationFindings(await keyUsage(), isRotating)]
}

/** @param found `undefined` where no row can be under another key */
function rotationFindings(found: SampledKeyUsage | undefined, isRotating: boolean): Finding[] {
  const counts = Object.entries(found?.usage ?? {}) as [keyof KeyUsage, number][]
  const about = found?.isEstimate ? 'about ' : ''
  const older = counts.filter(([, count]) => count > 0).map(([kind, count]) => `${about}${count} ${names[kind]}`)
  if (older.length > 0) {
    const action = isRotating
      ? 'keep MASTER_KEY_PREVIOUS until they were used once, or issue them anew'
      : 'they are refused; set MASTER_KEY_PREVIOUS to the key before, or issue them anew'
    return [warning('rotation', `under another master key: ${older.join(', ')}`, action)]
  }
  if (!isRotating) return []
  if (found?.isEstimate) {
    // Of a million rows a sample does not show the last hundred.
    const action =
      'have all rows counted before MASTER_KEY_PREVIOUS is left out: DATABASE_STATEMENT_TIMEOUT_MS=0 tokenwright doctor'
    return [warning('rotation', 'a sample of the rows shows none under another master key', action)]
  }
  return [
    warning(
      'rotation',
      'nothing depends on MASTER_KEY_PREVIOUS',
      'where the rotation is complete on every instance, leave it out and restart',
    ),
  ]
}

/** Tells which keys of other installations verify tokens: once those are off, they are to be retired. */
export async function checkImportedKeys(signingKeys: Pick<SigningKeyService, 'list'>): Promise<Finding[]> {
  const { items } = await signingKeys.list({ limit: 1_000 })
  const verifying = items.filter(({ isImported, state }) => isImported && state === 'verifying')
  if (verifying.length === 0) return []
  const apis = [...new Set(verifying.map(({ api }) => api))].sort()
  const action = apis.map((api) => `tokenwright signing-key retire ${api}`).join(', ')
  return [
    ok(
      'imported keys',
      `tokens of other installations are accepted at ${apis.join(', ')}; once these are off: ${action}`,
    ),
  ]
}
