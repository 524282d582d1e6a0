import type { OperatorOperations, OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import { type OperatorId, type OperatorRecord, showOperatorKeyHint } from '../../domain/operators/operator.js'
import type { OperatorService } from '../../domain/operators/service.js'
import { parseUuid } from '../../uuid.js'
import type { Change } from './change.js'
import { pageRequest, showPage } from './paging.js'
import { notFound } from './problem.js'
import type { Principals } from './security.js'

export function operatorsOperations(
  operators: OperatorService,
  change: Change,
): Pick<OperatorOperations<Principals>, 'createOperator' | 'listOperators' | 'deleteOperator'> {
  return {
    async createOperator({ body }, context): Promise<OperatorReplies['createOperator']> {
      return change<OperatorReplies['createOperator']>('createOperator', context, async (_, at, trx) => {
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

    async deleteOperator({ params }, context): Promise<OperatorReplies['deleteOperator']> {
      return change<OperatorReplies['deleteOperator']>('deleteOperator', context, async (_repositories, _at, trx) => {
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
