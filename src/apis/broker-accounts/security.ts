import type { BrokerAccountsOperations, BrokerAccountsSecurity } from '../../../generated/broker-accounts/operations.js'
import { replyExamples } from '../../../generated/broker-accounts/reply-examples.js'
import type { components } from '../../../generated/broker-accounts/types.js'
import type { BrokerAccount } from '../../domain/broker-users/broker-user.js'
import type { AccountsOfToken, BrokerUserService } from '../../domain/broker-users/service.js'

/** The user that a security token was issued to, as stored at the time of the call. */
export interface AccountHolder {
  /** In order of creation. */
  readonly accounts: readonly BrokerAccount[]
}

type Refusal = components['schemas']['AccountTokenFailure']

export type Principals = { security_token: AccountHolder }

/**
 * The introduction of the published document has the token in the path only: "The parameterised segment of the endpoint". A header with a
 * token that cannot be read counts as none.
 */
const headerOptional: ReadonlySet<string> = new Set<keyof BrokerAccountsOperations<Principals>>([
  'listAccountTokens',
  'postAccountTokens',
])

const { missing_token, different_token, invalid_token, expired_token, deactivated } =
  replyExamples.listAccountTokensMerged

const refusals: Readonly<Record<Exclude<AccountsOfToken['state'], 'valid'>, Refusal>> = {
  invalid: invalid_token,
  expired: expired_token,
  'no-active-user': deactivated,
}

type Accounts = Pick<BrokerUserService, 'accountsOf'>

export function brokerAccountsSecurity({
  brokerUsers,
}: {
  readonly brokerUsers: Accounts
}): BrokerAccountsSecurity<Principals> {
  return {
    async security_token({ credential: inHeader, operationId, params }, { signal }) {
      const inPath = params.token
      const token = inHeader ?? (headerOptional.has(operationId) ? inPath : undefined)
      if (token === undefined) {
        return refuse(missing_token)
      }
      if (inPath !== undefined && inPath !== token) {
        return refuse(different_token)
      }
      return accountHolderOf(brokerUsers, token, signal)
    },
  }
}

/** The user of a security token, wherever it was sent, or why it is refused. */
export async function accountHolderOf(
  brokerUsers: Accounts,
  token: string,
  signal: AbortSignal,
): Promise<{ readonly principal: AccountHolder } | ReturnType<typeof refuse>> {
  const found = await brokerUsers.accountsOf(token, signal)
  return found.state === 'valid' ? { principal: found } : refuse(refusals[found.state])
}

/** The status of a refusal is 200: the published document has no other one. */
function refuse(body: Refusal): { readonly status: 200; readonly body: Refusal } {
  return { status: 200, body }
}
