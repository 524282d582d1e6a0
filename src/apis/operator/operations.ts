import type { OperatorOperations } from '../../../generated/operator/operations.js'
import type { Dependencies } from '../../services.js'
import { accessKeysOperations } from './access-keys.js'
import { auditEventsOperations } from './audit-events.js'
import { brokerUsersOperations } from './broker-users.js'
import { changeWithAudit } from './change.js'
import { gatewayTokensOperations } from './gateway-tokens.js'
import { importsOperations } from './imports.js'
import { introspectionOperations } from './introspection.js'
import { operatorsOperations } from './operators.js'
import type { Principals } from './security.js'
import { securityUsersOperations } from './security-users.js'
import { signingKeysOperations } from './signing-keys.js'

export function operatorOperations(dependencies: Dependencies): OperatorOperations<Principals> {
  const change = changeWithAudit(dependencies)
  return {
    ...brokerUsersOperations(dependencies.brokerUsers, change),
    ...accessKeysOperations(dependencies.accessKeys, change),
    ...securityUsersOperations(dependencies, change),
    ...gatewayTokensOperations(dependencies.gatewayTokens, change),
    ...introspectionOperations(dependencies),
    ...signingKeysOperations(dependencies.signingKeys, change),
    ...operatorsOperations(dependencies.operators, change),
    ...auditEventsOperations(dependencies.audit),
    ...importsOperations(dependencies.imports, change),
  }
}
