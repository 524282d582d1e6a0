import { partnerLogin } from '../../../generated/partner-login/contract.js'
import type { PartnerLoginImplementation } from '../../../generated/partner-login/operations.js'
import type { Api } from '../../contract/api.js'
import type { Dependencies } from '../../services.js'
import { partnerLoginFailures } from './failures.js'
import { partnerLoginOperations } from './operations.js'

/** PagFast's login: an access key and its secret to a JWT. */
export const partnerLoginApi = {
  contract: partnerLogin,
  create: (dependencies): PartnerLoginImplementation => ({
    operations: partnerLoginOperations(dependencies),
    security: {},
    failures: partnerLoginFailures,
  }),
} satisfies Api<Dependencies>
