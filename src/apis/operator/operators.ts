import type { OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import { type OperatorId, type OperatorRecord, showOperatorKeyHint } from '../../domain/operators/operator.js'
import type { OperatorService } from '../../domain/operators/service.js'
import { parseUuid } from '../../uuid.js'
import type { Audited, Change, OperatorHandlers } from './change.js'
import { pageRequest, showPage } from './paging.js'
import { operatorNotFound as notFound } from './problem.js'

export function operatorsOperations(
  operators: OperatorService,
  change: Change,
): Pick<OperatorHandlers, 'createOperator' | 'listOperators' | 'getOwnOperator' | 'deleteOperator'> {
  return {
    async createOperator({ body }, context): Promise<Audited<'createOperator'>> {
      return change('createOperator', context, async (trx, at) => {
        const created = await operators.create(trx, body, at)
        if (!created) return { reply: { status: 409, body: replyExamples.createOperator.taken } }
        const { operator, key } = created
        return {
          reply: { status: 201, body: { key: key.reveal(), ...showOperator(operator) } },
          subject: operator.id,
          detail: `role: ${operator.role}`,
        }
      })
    },

    async listOperators({ query }): Promise<OperatorReplies['listOperators']> {
      return { status: 200, body: showPage(await operators.list(pageRequest(query)), showOperator) }
    },

    async getOwnOperator(_request, { principal: { id, name, role } }): Promise<OperatorReplies['getOwnOperator']> {
      return { status: 200, body: { id, name, role } }
    },

    async deleteOperator({ params }, context): Promise<Audited<'deleteOperator'>> {
      return change('deleteOperator', context, async (trx) => {
        const id = parseUuid<OperatorId>(params.id)
        const result = id === undefined ? 'unknown' : await operators.remove(trx, id)
        if (id === undefined || result === 'unknown') return { reply: notFound }
        return { reply: removalReplies[result], subject: id }
      })
    },
  }
}

const removalReplies = {
  removed: { status: 204 },
  'last-admin': { status: 409, body: replyExamples.deleteOperator.lastAdmin },
  environment: { status: 409, body: replyExamples.deleteOperator.environment },
} as const

function showOperator(operator: OperatorRecord): components['schemas']['Operator'] {
  return {
    id: operator.id,
    name: operator.name,
    role: operator.role,
    hint: showOperatorKeyHint(operator.hint, operator.isFromEnvironment),
    createdAt: operator.createdAt.toISOString(),
    lastUsedAt: operator.lastUsedAt?.toISOString() ?? null,
  }
}
