import type { OperatorReplies, OperatorSecurity } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { FailureBudgetService } from '../../domain/failure-budgets/service.js'
import { hasRole, type Operator } from '../../domain/operators/operator.js'
import type { OperatorService } from '../../domain/operators/service.js'
import type { AuditRefusal } from './change.js'

export type Principals = { operator_key: Operator }

type Unauthorized = Extract<OperatorReplies['listOperators'], { status: 401 }>

const challenge = 'Bearer realm="operator"'
const invalidToken = 'Bearer realm="operator", error="invalid_token"'

export interface OperatorSecurityOptions {
  readonly operators: OperatorService
  readonly failureBudgets: FailureBudgetService
  /** Appends the refusal of a change to the audit. */
  readonly auditRefusal: AuditRefusal
}

export function operatorSecurity({
  operators,
  failureBudgets,
  auditRefusal,
}: OperatorSecurityOptions): OperatorSecurity<Principals> {
  return {
    async operator_key({ credential: key, roles, auditAction }, context) {
      if (key === undefined) {
        return unauthorized(challenge, replyExamples.Unauthorized.noKey)
      }
      const operator = await failureBudgets.run('operator-key', context.clientAddress, () =>
        operators.authenticate(key),
      )
      if (!operator) return unauthorized(invalidToken, unknownKey)
      if (hasRole(operator, roles)) return { principal: operator }
      if (auditAction !== undefined) await auditRefusal(auditAction, { ...context, principal: operator })
      return { status: 403, body: replyExamples.Forbidden.viewer }
    },
  }
}

const unknownKey = { ...replyExamples.Unauthorized.noKey, detail: 'The operator key is not known.' }

function unauthorized(authenticate: typeof challenge | typeof invalidToken, body: Unauthorized['body']): Unauthorized {
  return { status: 401, headers: { 'WWW-Authenticate': authenticate }, body }
}
