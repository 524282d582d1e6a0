import type { OperatorReplies, OperatorSecurity } from '../../../generated/operator/operations.js'
import { hasRole, type Operator } from '../../domain/operators/operator.js'
import type { OperatorService } from '../../domain/operators/service.js'
import { bearerToken } from '../../http/bearer.js'
import type { AuditRefusal } from './change.js'
import { problem } from './problem.js'

export type Principals = { operator_key: Operator }

type Unauthorized = Extract<OperatorReplies['listOperators'], { status: 401 }>

const challenge = 'Bearer realm="operator"'
const invalidToken = 'Bearer realm="operator", error="invalid_token"'

/** @param auditRefusal appends the refusal of a change to the audit */
export function operatorSecurity(operators: OperatorService, auditRefusal: AuditRefusal): OperatorSecurity<Principals> {
  return {
    async operator_key({ operationId, roles, headers }, context) {
      const key = bearerToken(headers.authorization)
      if (key === undefined) {
        return unauthorized(challenge, 'An operator key is needed: Authorization: Bearer <key>.')
      }
      const operator = await operators.authenticate(key)
      if (!operator) return unauthorized(invalidToken, 'The operator key is not known.')
      if (hasRole(operator, roles)) return { principal: operator }
      await auditRefusal(operationId, { ...context, principal: operator })
      return { status: 403, body: problem('forbidden', 403, 'A viewer may look but not change anything.') }
    },
  }
}

function unauthorized(authenticate: typeof challenge | typeof invalidToken, detail: string): Unauthorized {
  return { status: 401, headers: { 'WWW-Authenticate': authenticate }, body: problem('unauthorized', 401, detail) }
}
