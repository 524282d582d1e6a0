import type { BrokerTokenOperations, BrokerTokenReplies } from '../../../generated/broker-token/operations.js'
import { replyExamples } from '../../../generated/broker-token/reply-examples.js'
import type { BrokerUserService } from '../../domain/broker-users/service.js'
import type { FailureBudgetService } from '../../domain/failure-budgets/service.js'

export function brokerTokenOperations({
  brokerUsers,
  failureBudgets,
}: {
  readonly brokerUsers: Pick<BrokerUserService, 'signIn'>
  readonly failureBudgets: FailureBudgetService
}): BrokerTokenOperations {
  return {
    async createSecurityToken({ body: { hash, secret } }, caller): Promise<BrokerTokenReplies['createSecurityToken']> {
      const issued = await failureBudgets.run('broker-token', caller.clientAddress, () =>
        brokerUsers.signIn(hash, secret, caller),
      )
      // A refusal has the status 200 too: the published document has no other one.
      if (!issued) return { status: 200, body: replyExamples.createSecurityToken.deactivated }
      return { status: 200, body: { token: issued.token, expired: formatDateTime(issued.expiresAt) } }
    },
  }
}

/** `2024-01-26 14:54:46`: MySQL's format, in UTC, fractions of a second cut off. */
function formatDateTime(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ')
}
