import type { Digester } from '../../crypto/digest.js'
import { hintOf, Secret } from '../../crypto/secret.js'
import type { DemoRows } from '../../demo.js'
import type { OperatorId, Role } from './operator.js'
import type { OperatorRepository } from './repository.js'

interface DemoOperator {
  readonly id: OperatorId
  readonly name: string
  readonly role: Role
  readonly key: string
}

const demoAdmin: DemoOperator = {
  id: '7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01' as OperatorId,
  name: 'demo admin',
  role: 'admin',
  key: 'two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN',
}

const operators: readonly DemoOperator[] = [
  demoAdmin,
  {
    id: '7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d02' as OperatorId,
    name: 'demo viewer',
    role: 'viewer',
    key: 'two_DemoViewerOperatorKeyTokenwright3zxEYN',
  },
]

/** What the demo admin presents. Public, as everything of the demo. */
export const demoAdminKey = demoAdmin.key

/** The demo operators. */
export function operatorsDemo(repository: OperatorRepository, digest: Digester): DemoRows {
  return {
    remove: (trx) =>
      repository.deleteAll(
        trx,
        operators.map(({ id }) => id),
      ),

    async insert(trx) {
      const rows = operators.map(({ key, ...operator }) => ({
        ...operator,
        digest: digest(key),
        hint: hintOf(new Secret(key)),
        isFromEnvironment: false,
        expiresAt: null,
        createdAt: new Date('2025-11-03T08:30:00Z'),
      }))
      await repository.insert(trx, rows)
    },
  }
}
