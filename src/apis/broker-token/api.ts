import { brokerToken } from '../../../generated/broker-token/contract.js'
import type { BrokerTokenImplementation } from '../../../generated/broker-token/operations.js'
import type { Api } from '../../contract/api.js'
import type { Dependencies } from '../../services.js'
import { brokerTokenFailures } from './failures.js'
import { brokerTokenOperations } from './operations.js'

/** Thinksurance's sign-in: a security token for a hash and a secret. */
export const brokerTokenApi = {
  contract: brokerToken,
  create: (dependencies): BrokerTokenImplementation => ({
    operations: brokerTokenOperations(dependencies),
    security: {},
    failures: brokerTokenFailures,
  }),
} satisfies Api<Dependencies>
