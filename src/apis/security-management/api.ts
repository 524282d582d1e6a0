import { securityManagement } from '../../../generated/security-management/contract.js'
import type { SecurityManagementImplementation } from '../../../generated/security-management/operations.js'
import type { Api } from '../../contract/api.js'
import type { Dependencies } from '../../services.js'
import { securityManagementFailures } from './failures.js'
import { securityManagementOperations } from './operations.js'

/** floLIVE's security management application: user and password to a pair of tokens. */
export const securityManagementApi = {
  contract: securityManagement,
  create: (dependencies): SecurityManagementImplementation => ({
    operations: securityManagementOperations(dependencies),
    security: {},
    failures: securityManagementFailures,
  }),
} satisfies Api<Dependencies>
