import type { Migration } from 'kysely'
import { fiveApis } from './0001-five-apis.js'
import { keyRotation } from './0002-key-rotation.js'
import { operator } from './0003-operator.js'
import { compactGatewayTokens } from './0004-compact-gateway-tokens.js'

/** Every migration, in order. A landed migration never changes; a change of the schema is a new one at the end. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-five-apis': fiveApis,
  '0002-key-rotation': keyRotation,
  '0003-operator': operator,
  '0004-compact-gateway-tokens': compactGatewayTokens,
}
