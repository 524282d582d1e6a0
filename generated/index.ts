// Written by "npm run generate" from openapi/. Do not edit.

import { brokerAccountsApi } from '../src/apis/broker-accounts/api.js'
import { brokerTokenApi } from '../src/apis/broker-token/api.js'
import { gatewayTokensApi } from '../src/apis/gateway-tokens/api.js'
import { operatorApi } from '../src/apis/operator/api.js'
import { partnerLoginApi } from '../src/apis/partner-login/api.js'
import { securityManagementApi } from '../src/apis/security-management/api.js'

/** Every API that this server speaks. */
export const apis = [
  brokerAccountsApi,
  brokerTokenApi,
  gatewayTokensApi,
  operatorApi,
  partnerLoginApi,
  securityManagementApi,
] as const
