import type { BrokerTokenOperations, BrokerTokenReplies } from '../../../generated/broker-token/operations.js'
import type { Dependencies } from '../../dependencies.js'
import { signInBrokerUser } from '../../domain/broker-user.js'
import { expiryOf, securityTokenClaims, securityTokenProfile } from '../../domain/security-token.js'
import { formatDateTime } from './format.js'

export function brokerTokenOperations({
  repositories: { brokerUsers },
  acceptedDigests,
  clock,
  random,
  jwtIssuers,
  rekeyings,
}: Dependencies): BrokerTokenOperations {
  const issuer = jwtIssuers.for(securityTokenProfile)
  return {
    async createSecurityToken({ body: { hash, secret } }): Promise<BrokerTokenReplies['createSecurityToken']> {
      const now = clock()
      const hashDigests = acceptedDigests(hash)
      const secretDigests = acceptedDigests(secret)
      const found = await brokerUsers.findCredentials(hashDigests, now)
      const userId = signInBrokerUser(found, secretDigests)
      // 200 on failure too: seed 000 documents no error status.
      if (!found || !userId) return { status: 200, body: { error: 'API User is not existing or deactivated.' } }
      rekeyings.record('broker hash', hashDigests, [found.hashDigest])
      rekeyings.record('broker secret', secretDigests, found.secretDigests)
      const claims = securityTokenClaims(userId, random, now)
      return { status: 200, body: { token: await issuer.sign(claims), expired: formatDateTime(expiryOf(claims)) } }
    },
  }
}
