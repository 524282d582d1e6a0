import type { OperatorOperations } from '../../../generated/operator/operations.js'
import type { Principals } from './security.js'

const pending = [
  'listSecurityUsers',
  'createSecurityUser',
  'getSecurityUser',
  'updateSecurityUser',
  'deleteSecurityUser',
  'endSecurityUserSessions',
  'unlockSecurityUser',
  'searchGatewayTokens',
  'createGatewayToken',
  'revokeGatewayTokenByLink',
  'revokeGatewayTokens',
  'revokeLeakedGatewayToken',
] as const

/** Operations that are being built. */
export const pendingOperations = Object.fromEntries(
  pending.map((operationId) => [operationId, () => Promise.reject(new Error(`${operationId} is not built yet`))]),
) as unknown as Pick<OperatorOperations<Principals>, (typeof pending)[number]>
