// Written by "npm run generate" from openapi/. Do not edit.

import { gatewayTokensApi } from '../src/apis/gateway-tokens/api.js'
import { partnerLoginApi } from '../src/apis/partner-login/api.js'

/** Every API that this server speaks. */
export const apis = [
  gatewayTokensApi,
  partnerLoginApi,
] as const
