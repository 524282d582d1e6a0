import type { PartnerLoginOperations, PartnerLoginReplies } from '../../../generated/partner-login/operations.js'
import { canLogIn } from '../../domain/access-keys/access-key.js'
import { accessTokenClaims, accessTokenProfile } from '../../domain/access-keys/access-token.js'
import type { Dependencies } from '../../services.js'

// The message ends in a full stop here and not in a 400: both are as seed 003 shows them.
const unauthorized: Extract<PartnerLoginReplies['loginWithAccessKey'], { status: 401 }> = {
  status: 401,
  body: {
    statusCode: 'Error',
    error: {
      message: 'Service was unable to complete your request.',
      name: 'AuthenticationError',
      code: 'AuthenticationError',
      details: { reason: 'AccessKeyUnauthorized' },
    },
  },
}

export function partnerLoginOperations({
  repositories: { accessKeys },
  jwtIssuers,
  acceptedDigests,
  clock,
  rekeyings,
  failedSignIns,
}: Dependencies): PartnerLoginOperations {
  const issuer = jwtIssuers.for(accessTokenProfile)
  return {
    async loginWithAccessKey({ body }, caller): Promise<PartnerLoginReplies['loginWithAccessKey']> {
      const now = clock()
      const accessKey = await accessKeys.find(body.accessKey, now, caller.signal)
      const secretDigests = acceptedDigests(body.secret)
      const subject = accessKey?.id
      if (!canLogIn(accessKey, secretDigests, now)) {
        failedSignIns.record({ action: 'access-key.sign-in', subject, source: caller.clientAddress })
        return unauthorized
      }
      rekeyings.record('access key secret', secretDigests, accessKey.secretDigests)
      return { status: 201, body: await issuer.sign(accessTokenClaims(accessKey, now)) }
    },
  }
}
