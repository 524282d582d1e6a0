// Written by "npm run generate" from openapi/. Do not edit.

import { brokerTokenApi } from '../src/apis/broker-token/api.js'
import { gatewayTokensApi } from '../src/apis/gateway-tokens/api.js'

/** Every API that this server speaks. */
export const apis = [
  brokerTokenApi,
  gatewayTokensApi,
] as const
