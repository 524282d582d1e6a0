import { brokerAccounts } from '../../../generated/broker-accounts/contract.js'
import type { BrokerAccountsImplementation } from '../../../generated/broker-accounts/operations.js'
import type { Api } from '../../contract/api.js'
import type { Dependencies } from '../../services.js'
import { brokerAccountsFailures } from './failures.js'
import { brokerAccountsOperations } from './operations.js'
import { brokerAccountsSecurity, type Principals } from './security.js'

/** Thinksurance's account tokens: the accounts of the user that a security token belongs to. */
export const brokerAccountsApi = {
  contract: brokerAccounts,
  create: (dependencies): BrokerAccountsImplementation<Principals> => ({
    operations: brokerAccountsOperations(),
    security: brokerAccountsSecurity(dependencies),
    failures: brokerAccountsFailures,
  }),
} satisfies Api<Dependencies>
