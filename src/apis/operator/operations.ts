import type { Services } from '../../services.js'
import { accessKeysOperations } from './access-keys.js'
import { auditEventsOperations } from './audit-events.js'
import { brokerUsersOperations } from './broker-users.js'
import { changeWithAudit, type OperatorHandlers } from './change.js'
import { gatewayTokensOperations } from './gateway-tokens.js'
import { importsOperations } from './imports.js'
import { introspectionOperations } from './introspection.js'
import { leaksOperations } from './leaks.js'
import { operatorsOperations } from './operators.js'
import { overviewOperations } from './overview.js'
import { partnersOperations } from './partners.js'
import { securityUsersOperations } from './security-users.js'
import { signingKeysOperations } from './signing-keys.js'

export function operatorOperations(services: Services): OperatorHandlers {
  const change = changeWithAudit(services)
  return {
    ...partnersOperations(services.partners, change),
    ...brokerUsersOperations(services, change),
    ...accessKeysOperations(services, change),
    ...securityUsersOperations(services, change),
    ...gatewayTokensOperations(services, change),
    ...introspectionOperations(services),
    ...signingKeysOperations(services.signingKeys, change),
    ...operatorsOperations(services, change),
    ...auditEventsOperations(services.audit),
    ...importsOperations(services.imports, change),
    ...overviewOperations(services),
    ...leaksOperations(services.leaks, change),
  }
}
