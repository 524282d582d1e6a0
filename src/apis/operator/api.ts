import { operator } from '../../../generated/operator/contract.js'
import type { OperatorImplementation } from '../../../generated/operator/operations.js'
import type { Api } from '../../contract/api.js'
import type { Dependencies } from '../../services.js'
import { refusalWithAudit } from './change.js'
import { operatorFailures } from './failures.js'
import { operatorOperations } from './operations.js'
import { operatorSecurity, type Principals } from './security.js'

/** How operators issue, rotate and revoke what the token APIs authenticate. */
export const operatorApi = {
  contract: operator,
  create: (dependencies): OperatorImplementation<Principals> => ({
    operations: operatorOperations(dependencies),
    security: operatorSecurity(dependencies.operators, refusalWithAudit(dependencies)),
    failures: operatorFailures,
  }),
} satisfies Api<Dependencies>
