import type { BrokerAccountsOperations, BrokerAccountsSecurity } from '../../../generated/broker-accounts/operations.js'
import type { BrokerAccount } from '../../domain/broker-users/broker-user.js'
import type { AccountsOfToken, BrokerUserService } from '../../domain/broker-users/service.js'
import { bearerToken } from '../../http/bearer.js'

/** The user that a security token was issued to, as stored at the time of the call. */
export interface AccountHolder {
  /** In order of creation. */
  readonly accounts: readonly BrokerAccount[]
}

export type Principals = { security_token: AccountHolder }

/** The introduction of the published document has the token in the path only: "The parameterised segment of the endpoint". */
const headerOptional: ReadonlySet<string> = new Set<keyof BrokerAccountsOperations<Principals>>([
  'listAccountTokens',
  'postAccountTokens',
])

const refusals: Readonly<Record<Exclude<AccountsOfToken['state'], 'valid'>, string>> = {
  invalid: 'The security token is not valid. Request a new one from POST /api/token.',
  expired: 'The security token has expired. Request a new one from POST /api/token.',
  'user-gone': 'API User is not existing or deactivated.',
}

export function brokerAccountsSecurity({
  brokerUsers,
}: {
  readonly brokerUsers: Pick<BrokerUserService, 'accountsOf'>
}): BrokerAccountsSecurity<Principals> {
  return {
    async security_token({ operationId, headers, params }, { signal }) {
      const inHeader = bearerToken(headers.authorization)
      const inPath = params.token
      const token = inHeader ?? (headerOptional.has(operationId) ? inPath : undefined)
      if (token === undefined) {
        return refuse('The security token is missing. Send it in the header "Authorization: Bearer <token>".')
      }
      if (inPath !== undefined && inPath !== token) {
        return refuse('The security token in the path differs from the one in the Authorization header.')
      }
      const found = await brokerUsers.accountsOf(token, signal)
      return found.state === 'valid' ? { principal: found } : refuse(refusals[found.state])
    },
  }
}

/** The status of a refusal is 200: the published document has no other one. */
function refuse(error: string): { status: 200; body: { error: string } } {
  return { status: 200, body: { error } }
}
