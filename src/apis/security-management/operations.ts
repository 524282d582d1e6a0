import type {
  SecurityManagementOperations,
  SecurityManagementReplies,
} from '../../../generated/security-management/operations.js'
import { replyExamples } from '../../../generated/security-management/reply-examples.js'
import { Secret } from '../../crypto/secret.js'
import { accessTokens } from '../../domain/security-users/access-token.js'
import { refresh } from '../../domain/security-users/refresh.js'
import { accessTokenLifetime } from '../../domain/security-users/refresh-family.js'
import { signIn } from '../../domain/security-users/sign-in.js'
import type { Dependencies } from '../../services.js'
import { formatSuccess } from './format.js'

export function securityManagementOperations(dependencies: Dependencies): SecurityManagementOperations {
  const tokens = accessTokens(dependencies)
  const startSession = signIn(dependencies)
  const continueSession = refresh(dependencies, tokens)
  return {
    async createTokenPair({ body }, caller): Promise<SecurityManagementReplies['createTokenPair']> {
      const session = await startSession(body.username, new Secret(body.password), caller)
      if (!session) return { status: 401, body: replyExamples.createTokenPair.wrong_password }
      if ('retryAfter' in session) {
        return {
          status: 429,
          headers: { 'Retry-After': session.retryAfter },
          body: replyExamples.createTokenPair.too_many_requests,
        }
      }
      const pair = {
        customerId: session.user.customerId,
        token: await tokens.sign(session),
        refreshToken: session.refreshToken.reveal(),
        validityTime: accessTokenLifetime,
      }
      return { status: 200, body: formatSuccess(pair) }
    },

    async refreshTokenPair({ body }): Promise<SecurityManagementReplies['refreshTokenPair']> {
      const session = await continueSession(body.token, body.refreshToken)
      if (!session) return { status: 401, body: replyExamples.refreshTokenPair.invalid }
      const pair = {
        token: await tokens.sign(session),
        refreshToken: session.refreshToken.reveal(),
        validityTime: accessTokenLifetime,
      }
      return { status: 200, body: formatSuccess(pair) }
    },
  }
}
