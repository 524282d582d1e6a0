import type { OperatorOperations } from '../../../generated/operator/operations.js'
import type { Dependencies } from '../../dependencies.js'
import { auditEventsOperations } from './audit-events.js'
import { changeWithAudit } from './change.js'
import { gatewayTokensOperations } from './gateway-tokens.js'
import { operatorsOperations } from './operators.js'
import { pendingOperations } from './pending.js'
import type { Principals } from './security.js'
import { securityUsersOperations } from './security-users.js'

export function operatorOperations(dependencies: Dependencies): OperatorOperations<Principals> {
  const change = changeWithAudit(dependencies)
  return {
    ...operatorsOperations(dependencies, change),
    ...auditEventsOperations(dependencies),
    ...securityUsersOperations(dependencies, change),
    ...gatewayTokensOperations(dependencies, change),
    ...pendingOperations,
  }
}
