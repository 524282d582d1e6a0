import type { BrokerTokenOperations, BrokerTokenReplies } from '../../../generated/broker-token/operations.js'
import type { Dependencies } from '../../dependencies.js'
import { signInBrokerUser } from '../../domain/broker-user.js'
import { expiryOf, securityTokenClaims, securityTokenKey } from '../../domain/security-token.js'
import { formatDateTime } from './format.js'

export function brokerTokenOperations({
  repositories: { brokerUsers },
  digest,
  clock,
  random,
  jwtIssuers,
  failedSignIns,
}: Dependencies): BrokerTokenOperations {
  const issuer = jwtIssuers.for(...securityTokenKey)
  return {
    async createSecurityToken(
      { body: { hash, secret } },
      { clientAddress },
    ): Promise<BrokerTokenReplies['createSecurityToken']> {
      const now = clock()
      const found = await brokerUsers.findCredentials(digest(hash), now)
      const userId = signInBrokerUser(found, digest(secret))
      if (!userId) {
        failedSignIns.record({ action: 'broker-user.sign-in', subject: found?.userId, source: clientAddress })
        // 200 on failure too: seed 000 documents no error status.
        return { status: 200, body: { error: 'API User is not existing or deactivated.' } }
      }
      const claims = securityTokenClaims(userId, random, now)
      return { status: 200, body: { token: await issuer.sign(claims), expired: formatDateTime(expiryOf(claims)) } }
    },
  }
}
