import type { PartnerLoginOperations, PartnerLoginReplies } from '../../../generated/partner-login/operations.js'
import type { AccessKeyService } from '../../domain/access-keys/service.js'

export function partnerLoginOperations({
  accessKeys,
}: {
  readonly accessKeys: Pick<AccessKeyService, 'logIn'>
}): PartnerLoginOperations {
  return {
    async loginWithAccessKey(
      { body: { accessKey, secret } },
      { clientAddress: address, signal },
    ): Promise<PartnerLoginReplies['loginWithAccessKey']> {
      const token = await accessKeys.logIn(accessKey, secret, { address, signal })
      return token === undefined ? unauthorized : { status: 201, body: token }
    },
  }
}

// This message ends with a full stop, that of a 400 does not: both are as the published document shows them.
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
