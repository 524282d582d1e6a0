import type { Kysely } from 'kysely'
import type { Digester } from '../crypto/digest.js'
import type { KeyFingerprint } from '../crypto/master-key.js'
import { accessKeysDemo } from '../domain/access-keys/demo.js'
import { brokerUsersDemo } from '../domain/broker-users/demo.js'
import { gatewayTokensDemo } from '../domain/gateway-tokens/demo.js'
import { securityUsersDemo } from '../domain/security-users/demo.js'
import type { Database } from './schema.js'

/** Until the tests of security users go through Demo. */
export async function restoreDemo(db: Kysely<Database>, digest: Digester, masterKey: KeyFingerprint): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const thing of [gatewayTokensDemo, brokerUsersDemo, accessKeysDemo, securityUsersDemo]) {
      await thing.remove(trx)
      await thing.insert(trx, digest, masterKey)
    }
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
