import type {
  BrokerAccountsInvalidRequestReply,
  BrokerAccountsOperations,
  BrokerAccountsReplies,
} from '../../../generated/broker-accounts/operations.js'
import { replyExamples } from '../../../generated/broker-accounts/reply-examples.js'
import type { SecuredContext } from '../../../generated/runtime/operation.js'
import type { BrokerUserService } from '../../domain/broker-users/service.js'
import { type AccountHolder, accountHolderOf, type Principals } from './security.js'

export function brokerAccountsOperations({
  brokerUsers,
}: {
  readonly brokerUsers: Pick<BrokerUserService, 'accountsOf'>
}): BrokerAccountsOperations<Principals> {
  /** The accounts of the user whose token is in the header, else of the one whose token is in the path. */
  async function accountsByPath(
    { params }: { readonly params: { readonly token: string } },
    { principal, signal }: SecuredContext<AccountHolder | undefined>,
  ): Promise<BrokerAccountsReplies['listAccountTokens']> {
    if (principal) return allAccounts(principal)
    const outcome = await accountHolderOf(brokerUsers, params.token, signal)
    return 'principal' in outcome ? allAccounts(outcome.principal) : outcome
  }

  return {
    async getAccountToken(_request, { principal }): Promise<BrokerAccountsReplies['getAccountToken']> {
      return firstAccount(principal)
    },

    async postAccountToken(_request, { principal }): Promise<BrokerAccountsReplies['postAccountToken']> {
      return firstAccount(principal)
    },

    async listAccountTokensMerged(_request, { principal }): Promise<BrokerAccountsReplies['listAccountTokensMerged']> {
      return allAccounts(principal)
    },

    async postAccountTokensMerged(_request, { principal }): Promise<BrokerAccountsReplies['postAccountTokensMerged']> {
      return allAccounts(principal)
    },

    async listAccountTokens(request, context): Promise<BrokerAccountsReplies['listAccountTokens']> {
      return accountsByPath(request, context)
    },

    async postAccountTokens(request, context): Promise<BrokerAccountsReplies['postAccountTokens']> {
      return accountsByPath(request, context)
    },
  }
}

/** One object: the example of the published document is `{ "aToken": "<some hashed string>" }`. */
function firstAccount({ accounts: [first] }: AccountHolder): BrokerAccountsReplies['getAccountToken'] {
  if (!first) return { status: 200, body: replyExamples.getAccountToken.no_accounts }
  return { status: 200, body: { name: first.name, aToken: first.aToken } }
}

/** A list: the attribute table of the published document says "JSON array of objects". */
function allAccounts({ accounts }: AccountHolder): BrokerAccountsReplies['listAccountTokens'] {
  return { status: 200, body: accounts.map(({ name, aToken }) => ({ name, aToken })) }
}

/** The published document has no error status, so that failures are 200 too. */
export function replyToInvalidBrokerAccounts(): BrokerAccountsInvalidRequestReply {
  return { status: 200, body: replyExamples.MalformedRequest.malformed_request }
}
