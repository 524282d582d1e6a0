import type { OperatorOperations } from '../../../generated/operator/operations.js'
import type { components } from '../../../generated/operator/types.js'
import type { Principals } from './security.js'

type AuditAction = components['schemas']['AuditAction']

/** Under which action each operation that changes something stands in the audit. */
export const auditActions = {
  createBrokerUser: 'broker-user.create',
  updateBrokerUser: 'broker-user.update',
  deleteBrokerUser: 'broker-user.delete',
  rotateBrokerSecret: 'broker-user.rotate-secret',
  addBrokerAccount: 'broker-user.add-account',
  deleteBrokerAccount: 'broker-user.delete-account',
  createAccessKey: 'access-key.create',
  updateAccessKey: 'access-key.update',
  activateAccessKey: 'access-key.activate',
  revokeAccessKey: 'access-key.revoke',
  rotateAccessKeySecret: 'access-key.rotate-secret',
  createSecurityUser: 'security-user.create',
  updateSecurityUser: 'security-user.update',
  deleteSecurityUser: 'security-user.delete',
  endSecurityUserSessions: 'security-user.end-sessions',
  unlockSecurityUser: 'security-user.unlock',
  createGatewayToken: 'gateway-token.create',
  revokeGatewayTokenByLink: 'gateway-token.revoke',
  revokeGatewayTokens: 'gateway-token.revoke-all',
  revokeLeakedGatewayToken: 'gateway-token.revoke',
  rotateSigningKey: 'signing-key.rotate',
  createOperator: 'operator.create',
  deleteOperator: 'operator.delete',
  importCredentials: 'credential.import',
} as const satisfies Partial<Record<keyof OperatorOperations<Principals>, AuditAction>>

export type AuditedOperation = keyof typeof auditActions

/** Whether an operation changes something. */
export function isAudited(operationId: string): operationId is AuditedOperation {
  return operationId in auditActions
}
