import type { BrokerTokenOperations, BrokerTokenReplies } from '../../../generated/broker-token/operations.js'
import type { BrokerUserService } from '../../domain/broker-users/service.js'
import { formatDateTime } from './format.js'

export function brokerTokenOperations({
  brokerUsers,
}: {
  readonly brokerUsers: Pick<BrokerUserService, 'signIn'>
}): BrokerTokenOperations {
  return {
    async createSecurityToken(
      { body: { hash, secret } },
      { clientAddress: address, signal },
    ): Promise<BrokerTokenReplies['createSecurityToken']> {
      const issued = await brokerUsers.signIn(hash, secret, { address, signal })
      // A refusal has the status 200 too: the published document has no other one.
      if (!issued) return { status: 200, body: { error: 'API User is not existing or deactivated.' } }
      return { status: 200, body: { token: issued.token, expired: formatDateTime(issued.expiresAt) } }
    },
  }
}
