import { hintOf, Secret } from '../../crypto/secret.js'
import type { DemoData } from '../../database/demo-data.js'

interface DemoOperator {
  readonly id: string
  readonly name: string
  readonly role: 'admin' | 'viewer'
  readonly key: string
}

const operators: readonly DemoOperator[] = [
  {
    id: '7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01',
    name: 'demo admin',
    role: 'admin',
    key: 'two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN',
  },
  {
    id: '7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d02',
    name: 'demo viewer',
    role: 'viewer',
    key: 'two_DemoViewerOperatorKeyTokenwright3zxEYN',
  },
]

export const operatorsDemo: DemoData = {
  async remove(db) {
    await db
      .deleteFrom('operators')
      .where(
        'id',
        'in',
        operators.map(({ id }) => id),
      )
      .execute()
  },

  async insert(db, digest, masterKey) {
    await db
      .insertInto('operators')
      .values(
        operators.map(({ id, name, role, key }) => ({
          id,
          name,
          role,
          digest: digest(key),
          master_key: masterKey,
          hint: hintOf(new Secret(key)),
          created_at: new Date('2025-11-03T08:30:00Z'),
          last_used_at: null,
        })),
      )
      .execute()
  },
}
