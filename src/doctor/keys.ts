import type { Kysely } from 'kysely'
import type { Clock } from '../clock.js'
import type { Config } from '../config.js'
import { openMasterKeys } from '../crypto/master-key.js'
import type { Database } from '../database/schema.js'
import type { KeyUsage } from '../domain/master-keys/repository.js'
import { checkKeys as judgeKeys } from '../domain/master-keys/start-keys.js'
import { Metrics } from '../observability/metrics.js'
import { createDependencies } from '../services.js'
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

/** Checks whether the master key is the one of the database, and what would be lost with an older one. */
export async function* checkKeys(db: Kysely<Database>, config: Config, clock: Clock): AsyncGenerator<Finding> {
  const dependencies = createDependencies(db, await openMasterKeys(config), {
    clock,
    metrics: new Metrics(),
    onDropped: () => {},
  })
  const refusal = await judgeKeys(dependencies)
  if (refusal !== undefined) {
    const [message = refusal, ...action] = refusal.split('; ')
    yield problem('master key', message, action.join('; '))
    return
  }
  yield ok('master key', 'it is the one of the database')

  const usage = await dependencies.repositories.masterKeys.usage(clock())
  const older = Object.entries(usage).flatMap(([what, count]) =>
    count > 0 ? [`${count} ${names[what as keyof KeyUsage]}`] : [],
  )
  if (older.length === 0) {
    if (!config.previousMasterKey) return
    yield warning(
      'rotation',
      'nothing depends on MASTER_KEY_PREVIOUS',
      'where the rotation is complete on every instance, leave it out and restart',
    )
    return
  }
  yield warning(
    'rotation',
    `under another master key: ${older.join(', ')}`,
    config.previousMasterKey
      ? 'keep MASTER_KEY_PREVIOUS until they were used once, or issue them anew'
      : 'they are refused; set MASTER_KEY_PREVIOUS to the key before, or issue them anew',
  )
}
