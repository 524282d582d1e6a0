import type { Config } from '../config.js'
import type { Connection } from '../database/connection.js'
import type { Demo } from '../demo.js'
import type { OperatorRecord } from '../domain/operators/operator.js'
import type { OperatorService } from '../domain/operators/service.js'
import type { OverviewService } from '../domain/overview/service.js'
import type { Services } from '../services.js'
import { type Check, type Finding, ok, problem, warning } from './finding.js'
import { checkImportedKeys, checkKeys } from './keys.js'

/** What the checks need to know of the configuration. */
export interface RowCheckSettings extends Pick<Config, 'demo' | 'legacyTokenBcryptSalt'> {
  /** Whether a second master key is accepted. */
  readonly isRotating: boolean
}

/** How rows are counted: all of them, or of many a sample. */
export type Counts = Pick<OverviewService, 'keyUsage' | 'hashedTokens'>

type CheckedServices = Pick<
  Services,
  'masterKeys' | 'signingKeys' | 'operators' | 'brokerUsers' | 'accessKeys' | 'demo'
>

/** The checks of the rows in a migrated database. */
export function rowChecks(
  services: CheckedServices,
  kind: Connection['kind'],
  settings: RowCheckSettings,
  { keyUsage, hashedTokens }: Counts,
): readonly Check[] {
  const { masterKeys, signingKeys, operators, demo } = services
  return [
    { name: 'master key', run: () => checkKeys(masterKeys, settings.isRotating, keyUsage) },
    { name: 'imported keys', run: () => checkImportedKeys(signingKeys) },
    { name: 'operators', run: () => checkOperators(operators) },
    { name: 'hashed tokens', run: () => checkHashedTokens(hashedTokens, settings) },
    { name: 'hashed secrets', run: () => checkHashedSecrets(services) },
    { name: 'demo', run: async () => [await checkDemo(demo, kind, settings)] },
  ]
}

/** How long before an operator key expires it is told. */
const expiryNoticeSeconds = 14 * 86_400

async function checkOperators(operators: Pick<OperatorService, 'hasAdmin' | 'listExpiring'>): Promise<Finding[]> {
  const expiring = await operators.listExpiring(expiryNoticeSeconds)
  const expired = expiring.filter(({ state }) => state === 'expired')
  const ending = expiring.filter(({ state }) => state === 'active')
  const renewal = 'renew it with tokenwright operator renew'
  return [
    (await operators.hasAdmin())
      ? ok('operators', 'there is an admin')
      : warning('operators', 'nobody can call the operator API', 'set OPERATOR_KEY to a new key and restart'),
    ...(expired.length === 0
      ? []
      : [warning('operator keys', `expired, and refused: ${expiriesOf(expired)}`, `${renewal}, or delete it`)]),
    ...(ending.length === 0
      ? []
      : [warning('operator keys', `expires within 14 days: ${expiriesOf(ending)}`, `${renewal}, or replace it`)]),
  ]
}

/** Names the first ten. */
function expiriesOf(operators: readonly OperatorRecord[]): string {
  const named = operators.slice(0, 10).map(({ name, expiresAt }) => `${name} (${expiresAt?.toISOString()})`)
  const others = operators.length - named.length
  return [...named, ...(others > 0 ? [`${others} more`] : [])].join(', ')
}

async function checkHashedTokens(
  count: Counts['hashedTokens'],
  { legacyTokenBcryptSalt }: RowCheckSettings,
): Promise<Finding[]> {
  const { counts, isEstimate } = await count()
  if (counts.hashed === 0) return []
  const number = `${isEstimate ? 'about ' : ''}${counts.hashed}`
  return [
    legacyTokenBcryptSalt
      ? ok('hashed tokens', `${number} imported tokens were not used since`)
      : problem(
          'hashed tokens',
          `${number} imported tokens are refused`,
          'set LEGACY_TOKEN_BCRYPT_SALT, or revoke them',
        ),
  ]
}

async function checkHashedSecrets({
  brokerUsers,
  accessKeys,
}: Pick<Services, 'brokerUsers' | 'accessKeys'>): Promise<Finding[]> {
  const [ofUsers, ofKeys] = [await brokerUsers.countHashedSecrets(), await accessKeys.countHashedSecrets()]
  if (ofUsers + ofKeys === 0) return []
  const counts = `${ofUsers} of broker users and ${ofKeys} of access keys`
  return [ok('hashed secrets', `not used since their import: ${counts}; refused sign-ins take longer until they are`)]
}

async function checkDemo(rows: Demo, kind: Connection['kind'], { demo }: RowCheckSettings): Promise<Finding> {
  if (!(await rows.isPresent())) return ok('demo', 'no demo credentials')
  if (kind === 'embedded') return ok('demo', 'demo credentials, which everybody knows; DEMO=0 leaves them out')
  const action = 'take them out: tokenwright demo --remove'
  return demo
    ? warning('demo', 'the database has the demo credentials, which everybody knows', action)
    : problem('demo', 'the database has the demo credentials, and the server refuses to start', action)
}
