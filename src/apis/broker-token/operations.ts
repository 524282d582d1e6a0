import type { BrokerTokenOperations, BrokerTokenReplies } from '../../../generated/broker-token/operations.js'
import { signInBrokerUser } from '../../domain/broker-users/broker-user.js'
import { expiryOf, securityTokenClaims, securityTokenProfile } from '../../domain/broker-users/security-token.js'
import type { Dependencies } from '../../services.js'
import { formatDateTime } from './format.js'

export function brokerTokenOperations({
  repositories: { brokerUsers },
  acceptedDigests,
  clock,
  random,
  jwtIssuers,
  rekeyings,
  failedSignIns,
}: Dependencies): BrokerTokenOperations {
  const issuer = jwtIssuers.for(securityTokenProfile)
  return {
    async createSecurityToken({ body: { hash, secret } }, caller): Promise<BrokerTokenReplies['createSecurityToken']> {
      const now = clock()
      const hashDigests = acceptedDigests(hash)
      const secretDigests = acceptedDigests(secret)
      const found = await brokerUsers.findCredentials(hashDigests, now, caller.signal)
      const userId = signInBrokerUser(found, secretDigests)
      if (!found || !userId) {
        failedSignIns.record({ action: 'broker-user.sign-in', subject: found?.userId, source: caller.clientAddress })
        // 200 on failure too: seed 000 documents no error status.
        return { status: 200, body: { error: 'API User is not existing or deactivated.' } }
      }
      rekeyings.record('broker hash', hashDigests, [found.hashDigest])
      rekeyings.record('broker secret', secretDigests, found.secretDigests)
      const claims = securityTokenClaims(userId, random, now)
      return { status: 200, body: { token: await issuer.sign(claims), expired: formatDateTime(expiryOf(claims)) } }
    },
  }
}
