import type { Kysely } from 'kysely'
import type { Clock } from '../clock.js'
import type { Config } from '../config.js'
import { openMasterKeys } from '../crypto/master-key.js'
import type { Database } from '../database/schema.js'
import type { KeyUsage } from '../domain/master-keys/key-usage.js'
import type { MasterKeyService } from '../domain/master-keys/service.js'
import type { SigningKeyService } from '../domain/signing-keys/service.js'
import { Metrics } from '../observability/metrics.js'
import { createServices, type Services } from '../services.js'
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

/** The services of a server of this configuration, to look into its database. */
export async function openServices(db: Kysely<Database>, config: Config, clock: Clock): Promise<Services> {
  return createServices(db, await openMasterKeys(config), { clock, metrics: new Metrics(), onDropped: () => {} })
}

/** Checks whether the master key belongs to the database, and which rows would be lost with an older key. */
export async function* checkKeys(masterKeys: MasterKeyService, isRotating: boolean): AsyncGenerator<Finding> {
  const refusal = await masterKeys.check()
  if (refusal !== undefined) {
    const [message = refusal, ...action] = refusal.split('; ')
    yield problem('master key', message, action.join('; '))
    return
  }
  yield ok('master key', 'it is the one of the database')

  const counts = Object.entries(await masterKeys.usage()) as [keyof KeyUsage, number][]
  const older = counts.filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${names[kind]}`)
  if (older.length > 0) {
    yield warning(
      'rotation',
      `under another master key: ${older.join(', ')}`,
      isRotating
        ? 'keep MASTER_KEY_PREVIOUS until they were used once, or issue them anew'
        : 'they are refused; set MASTER_KEY_PREVIOUS to the key before, or issue them anew',
    )
  } else if (isRotating) {
    yield warning(
      'rotation',
      'nothing depends on MASTER_KEY_PREVIOUS',
      'where the rotation is complete on every instance, leave it out and restart',
    )
  }
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
