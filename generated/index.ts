// Written by "npm run generate" from openapi/. Do not edit.

import brokerAccounts from './broker-accounts/contract.json' with { type: 'json' }
import brokerToken from './broker-token/contract.json' with { type: 'json' }
import gatewayTokens from './gateway-tokens/contract.json' with { type: 'json' }
import operator from './operator/contract.json' with { type: 'json' }
import partnerLogin from './partner-login/contract.json' with { type: 'json' }
import securityManagement from './security-management/contract.json' with { type: 'json' }

/** The contracts by the names of their files in openapi/. */
export type ContractName =
  | 'broker-accounts'
  | 'broker-token'
  | 'gateway-tokens'
  | 'operator'
  | 'partner-login'
  | 'security-management'

/** The OpenAPI document of each contract, references and all. */
export const documents: Readonly<Record<ContractName, object>> = {
  'broker-accounts': brokerAccounts,
  'broker-token': brokerToken,
  'gateway-tokens': gatewayTokens,
  'operator': operator,
  'partner-login': partnerLogin,
  'security-management': securityManagement,
}
