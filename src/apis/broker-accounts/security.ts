import type { BrokerAccountsOperations, BrokerAccountsSecurity } from '../../../generated/broker-accounts/operations.js'
import type { BrokerAccount } from '../../domain/broker-users/broker-user.js'
import { judgeSecurityToken, securityTokenProfile } from '../../domain/broker-users/security-token.js'
import { bearerToken } from '../../http/bearer.js'
import type { Dependencies } from '../../services.js'

/** Whom a security token speaks for, as stored at the time of the call. */
export interface AccountHolder {
  /** In order of creation. */
  readonly accounts: readonly BrokerAccount[]
}

export type Principals = { security_token: AccountHolder }

// The introduction of seed 001 has the token in the path only: "The parameterised segment of the endpoint".
const headerOptional: ReadonlySet<string> = new Set<keyof BrokerAccountsOperations<Principals>>([
  'listAccountTokens',
  'postAccountTokens',
])

export function brokerAccountsSecurity({
  repositories: { brokerUsers },
  clock,
  jwtIssuers,
}: Dependencies): BrokerAccountsSecurity<Principals> {
  const issuer = jwtIssuers.for(securityTokenProfile)
  return {
    async security_token({ operationId, headers, params }, caller) {
      const inHeader = bearerToken(headers.authorization)
      const inPath = params.token
      const token = inHeader ?? (headerOptional.has(operationId) ? inPath : undefined)
      if (token === undefined) {
        return refuse('The security token is missing. Send it in the header "Authorization: Bearer <token>".')
      }
      if (inPath !== undefined && inPath !== token) {
        return refuse('The security token in the path differs from the one in the Authorization header.')
      }
      const judged = judgeSecurityToken(await issuer.verify(token), clock())
      if (judged.state === 'invalid') {
        return refuse('The security token is not valid. Request a new one from POST /api/token.')
      }
      if (judged.state === 'expired') {
        return refuse('The security token has expired. Request a new one from POST /api/token.')
      }
      const accounts = await brokerUsers.findAccounts(judged.userId, caller.signal)
      return accounts ? { principal: { accounts } } : refuse('API User is not existing or deactivated.')
    },
  }
}

// 200 on failure too: seed 001 documents no error status.
function refuse(error: string): { status: 200; body: { error: string } } {
  return { status: 200, body: { error } }
}
