import type {
  SecurityManagementOperations,
  SecurityManagementReplies,
} from '../../../generated/security-management/operations.js'
import { replyExamples } from '../../../generated/security-management/reply-examples.js'
import { Secret } from '../../crypto/secret.js'
import type { FailureBudgetService } from '../../domain/failure-budgets/service.js'
import type { SessionService } from '../../domain/security-users/session-service.js'
import type { SignInService } from '../../domain/security-users/sign-in-service.js'
import { formatSuccess, formatTokenPair } from './format.js'

export interface SecurityManagementServices {
  readonly signIns: SignInService
  readonly sessions: SessionService
  readonly failureBudgets: FailureBudgetService
}

export function securityManagementOperations({ signIns, sessions, failureBudgets }: SecurityManagementServices) {
  return {
    async createTokenPair({ body }, caller): Promise<SecurityManagementReplies['createTokenPair']> {
      const result = await signIns.signIn(body.username, new Secret(body.password), caller)
      if (!result) return { status: 401, body: replyExamples.createTokenPair.wrong_password }
      if ('retryAfterSeconds' in result) {
        return {
          status: 429,
          headers: { 'Retry-After': result.retryAfterSeconds },
          body: replyExamples.createTokenPair.too_many_requests,
        }
      }
      const { customerId } = result.user
      return { status: 200, body: formatSuccess({ customerId, ...formatTokenPair(result) }) }
    },

    async refreshTokenPair({ body }, { clientAddress }): Promise<SecurityManagementReplies['refreshTokenPair']> {
      const pair = await failureBudgets.run('session-refresh', clientAddress, () =>
        sessions.refresh(body.token, body.refreshToken),
      )
      if (!pair) return { status: 401, body: replyExamples.refreshTokenPair.invalid }
      return { status: 200, body: formatSuccess(formatTokenPair(pair)) }
    },
  } satisfies SecurityManagementOperations
}
