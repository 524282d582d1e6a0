// Written by "npm run generate" from openapi/. Do not edit.

import { gatewayTokensApi } from '../src/apis/gateway-tokens/api.js'
import { securityManagementApi } from '../src/apis/security-management/api.js'

/** Every API that this server speaks. */
export const apis = [
  gatewayTokensApi,
  securityManagementApi,
] as const
