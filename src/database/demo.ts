import type { Kysely } from 'kysely'
import type { Digester } from '../crypto/digest.js'
import type { KeyFingerprint } from '../crypto/master-key.js'
import { accessKeysDemo } from '../domain/access-keys/demo.js'
import { brokerUsersDemo } from '../domain/broker-users/demo.js'
import { gatewayTokensDemo } from '../domain/gateway-tokens/demo.js'
import { operatorsDemo } from '../domain/operators/demo.js'
import { securityUsersDemo } from '../domain/security-users/demo.js'
import type { DemoData } from './demo-data.js'
import type { Database } from './schema.js'

const areas: readonly DemoData[] = [
  gatewayTokensDemo,
  brokerUsersDemo,
  accessKeysDemo,
  securityUsersDemo,
  operatorsDemo,
]

/**
 * Puts the demo rows in, in the state in which the contracts' examples describe them.
 * @param masterKey the key under which `digest` works
 */
export async function restoreDemo(db: Kysely<Database>, digest: Digester, masterKey: KeyFingerprint): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const area of areas) {
      await area.remove(transaction)
      await area.insert(transaction, digest, masterKey)
    }
  })
}

/** Takes the demo rows out. */
export async function removeDemo(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const area of areas) await area.remove(transaction)
  })
}

/** Whether the demo rows are in. One of them stands for all: they come and go together. */
export async function hasDemo(db: Kysely<Database>): Promise<boolean> {
  const row = await db
    .selectFrom('gateway_tokens')
    .select('link')
    .where('link', '=', '550e8400-e29b-41d4-a716-446655440000')
    .executeTakeFirst()
  return row !== undefined
}
