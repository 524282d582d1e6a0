import type { OperatorOperations } from '../../../generated/operator/operations.js'
import type { Principals } from './security.js'

const pending = [
  'listBrokerUsers',
  'createBrokerUser',
  'getBrokerUser',
  'updateBrokerUser',
  'deleteBrokerUser',
  'rotateBrokerSecret',
  'addBrokerAccount',
  'deleteBrokerAccount',
  'listAccessKeys',
  'createAccessKey',
  'getAccessKey',
  'updateAccessKey',
  'activateAccessKey',
  'revokeAccessKey',
  'rotateAccessKeySecret',
  'introspectToken',
  'listSigningKeys',
  'rotateSigningKey',
  'importCredentials',
] as const

/** Operations that are being built. */
export const pendingOperations = Object.fromEntries(
  pending.map((operationId) => [operationId, () => Promise.reject(new Error(`${operationId} is not built yet`))]),
) as unknown as Pick<OperatorOperations<Principals>, (typeof pending)[number]>
