import type { OperatorSecurity } from '../../../generated/operator/operations.js'
import { mayCall, type Operator } from '../../domain/operators/operator.js'
import { bearerToken } from '../../http/bearer.js'
import type { Dependencies } from '../../services.js'
import { auditActions, isAudited } from './audit-actions.js'
import { problem } from './problem.js'

export type Principals = { operator_key: Operator }

const challenge = 'Bearer realm="operator"'
const invalidToken = 'Bearer realm="operator", error="invalid_token"'

export function operatorSecurity({
  repositories: { operators, auditEvents },
  acceptedDigests,
  clock,
  operatorUses,
  rekeyings,
}: Dependencies): OperatorSecurity<Principals> {
  return {
    async operator_key({ operationId, roles, headers }, { clientAddress, requestId }) {
      const key = bearerToken(headers.authorization)
      const digests = key === undefined ? undefined : acceptedDigests(key)
      const found = digests && (await operators.find(digests))
      if (!found) {
        return {
          status: 401,
          headers: { 'WWW-Authenticate': key === undefined ? challenge : invalidToken },
          body: problem(
            'unauthorized',
            401,
            key === undefined
              ? 'An operator key is needed: Authorization: Bearer <key>.'
              : 'The operator key is not known.',
          ),
        }
      }
      const { operator } = found
      rekeyings.record('operator key', digests, [found.digest])
      const at = clock()
      operatorUses.set(operator.id, at)
      if (mayCall(operator, roles)) return { principal: operator }
      if (isAudited(operationId)) {
        await auditEvents.append({
          actor: { kind: 'operator', id: operator.id, name: operator.name },
          action: auditActions[operationId],
          // Not what the path says: before it is read, it may be anything.
          subject: undefined,
          detail: undefined,
          source: clientAddress,
          requestId,
          result: 'refused',
          at,
        })
      }
      return { status: 403, body: problem('forbidden', 403, 'A viewer may look but not change anything.') }
    },
  }
}
