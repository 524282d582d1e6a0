import { type ContractName, documents } from '../../generated/index.js'
import type { ApiImplementation } from '../contract/api.js'
import type { Contract } from '../contract/contract.js'
import { readContract } from '../contract/read-contract.js'
import type { Services } from '../services.js'
import { brokerAccountsOperations, replyToInvalidBrokerAccounts } from './broker-accounts/operations.js'
import { brokerAccountsSecurity } from './broker-accounts/security.js'
import { replyToInvalidBrokerToken } from './broker-token/failures.js'
import { brokerTokenOperations } from './broker-token/operations.js'
import { replyToInvalidGatewayTokens } from './gateway-tokens/failures.js'
import { gatewayTokensOperations } from './gateway-tokens/operations.js'
import { gatewayTokensSecurity } from './gateway-tokens/security.js'
import { refusalWithAudit } from './operator/change.js'
import { replyToInvalidOperator } from './operator/failures.js'
import { operatorOperations } from './operator/operations.js'
import { operatorSecurity } from './operator/security.js'
import { replyToInvalidPartnerLogin } from './partner-login/failures.js'
import { partnerLoginOperations } from './partner-login/operations.js'
import { replyToInvalidSecurityManagement } from './security-management/failures.js'
import { securityManagementOperations } from './security-management/operations.js'

/** The contracts that this server speaks, in the order in which every page and list shows them: that of the README. */
export const contracts: Readonly<Record<ContractName, Contract>> = {
  'broker-token': contract('broker-token'),
  'broker-accounts': contract('broker-accounts'),
  'gateway-tokens': contract('gateway-tokens'),
  'partner-login': contract('partner-login'),
  'security-management': contract('security-management'),
  operator: contract('operator'),
}

function contract(name: ContractName): Contract {
  return readContract(name, documents[name])
}

/** The implementation of every contract: a contract that is missing here does not compile. */
export function createApis(services: Services): Readonly<Record<ContractName, ApiImplementation>> {
  return {
    'broker-accounts': api(
      replyToInvalidBrokerAccounts,
      brokerAccountsOperations(services),
      brokerAccountsSecurity(services),
    ),
    'broker-token': api(replyToInvalidBrokerToken, brokerTokenOperations(services)),
    'gateway-tokens': api(
      replyToInvalidGatewayTokens,
      gatewayTokensOperations(services),
      gatewayTokensSecurity(services.gatewayTokens),
    ),
    operator: api(
      replyToInvalidOperator,
      operatorOperations(services),
      operatorSecurity({ ...services, auditRefusal: refusalWithAudit(services) }),
    ),
    'partner-login': api(replyToInvalidPartnerLogin, partnerLoginOperations(services)),
    'security-management': api(replyToInvalidSecurityManagement, securityManagementOperations(services)),
  }
}

function api(
  replyToInvalidRequest: ApiImplementation['replyToInvalidRequest'],
  operations: object,
  security: object = {},
): ApiImplementation {
  return { operations, security, replyToInvalidRequest }
}
