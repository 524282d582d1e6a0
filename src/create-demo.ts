import type { Kysely } from 'kysely'
import type { Digester } from './crypto/digest.js'
import type { Database } from './database/schema.js'
import { Demo } from './demo.js'
import { accessKeysDemo } from './domain/access-keys/demo.js'
import { brokerUsersDemo } from './domain/broker-users/demo.js'
import { demoTokenLink, gatewayTokensDemo } from './domain/gateway-tokens/demo.js'
import { operatorsDemo } from './domain/operators/demo.js'
import { partnersDemo } from './domain/partners/demo.js'
import { securityUsersDemo } from './domain/security-users/demo.js'
import { usageDemo } from './domain/usage/demo.js'
import type { Repositories } from './repositories.js'

/**
 * Builds the demo of all things of the domain.
 * @param digest under the current master key
 * @param flush writes what is pending in the background
 */
export function createDemo(
  db: Kysely<Database>,
  { accessKeys, brokerUsers, gatewayTokens, operators, partners, securityUsers, usage }: Repositories,
  digest: Digester,
  flush: () => Promise<void>,
): Demo {
  return new Demo({
    db,
    flush,
    hasDemoRow: async (db) => (await gatewayTokens.findByLink(db, demoTokenLink)) !== undefined,
    things: [
      // First: the others belong to them.
      partnersDemo(partners),
      gatewayTokensDemo(gatewayTokens, digest),
      brokerUsersDemo(brokerUsers, digest),
      accessKeysDemo(accessKeys, digest),
      securityUsersDemo(securityUsers),
      operatorsDemo(operators, digest),
      usageDemo(usage),
    ],
  })
}
