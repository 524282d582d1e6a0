// Written by "npm run generate" from openapi/. Do not edit.

import { gatewayTokensApi } from '../src/apis/gateway-tokens/api.js'

/** Every API that this server speaks. */
export const apis = [
  gatewayTokensApi,
] as const
