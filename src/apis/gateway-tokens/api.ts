import { gatewayTokens } from '../../../generated/gateway-tokens/contract.js'
import type { GatewayTokensImplementation } from '../../../generated/gateway-tokens/operations.js'
import type { Api } from '../../contract/api.js'
import type { Dependencies } from '../../services.js'
import { gatewayTokensFailures } from './failures.js'
import { gatewayTokensOperations } from './operations.js'
import { gatewayTokensSecurity, type TokenHolder } from './security.js'

/** GOV.UK Pay's token service: opaque bearer tokens of gateway accounts. */
export const gatewayTokensApi = {
  contract: gatewayTokens,
  create: (dependencies): GatewayTokensImplementation<{ gateway_token: TokenHolder }> => ({
    operations: gatewayTokensOperations(dependencies),
    security: gatewayTokensSecurity(dependencies),
    failures: gatewayTokensFailures,
  }),
} satisfies Api<Dependencies>
