import { randomUUID } from 'node:crypto'
import type { OperatorOperations, OperatorReplies } from '../../../generated/operator/operations.js'
import type { components } from '../../../generated/operator/types.js'
import { hintOf } from '../../crypto/secret.js'
import { generateOperatorKey, type OperatorId, showOperatorKeyHint } from '../../domain/operators/operator.js'
import type { OperatorRecord } from '../../domain/operators/repository.js'
import type { Dependencies } from '../../services.js'
import { parseUuid } from '../../uuid.js'
import type { Change } from './change.js'
import { pageRequest, showPage } from './paging.js'
import { alreadyExists, notFound, wrongState } from './problem.js'
import type { Principals } from './security.js'

export function operatorsOperations(
  { repositories: { operators }, digest, random }: Dependencies,
  change: Change,
): Pick<OperatorOperations<Principals>, 'createOperator' | 'listOperators' | 'deleteOperator'> {
  return {
    async createOperator({ body: { name, role } }, context): Promise<OperatorReplies['createOperator']> {
      const key = generateOperatorKey(random)
      return change<OperatorReplies['createOperator']>('createOperator', context, async ({ operators }, createdAt) => {
        const id = randomUUID() as string as OperatorId
        const hint = hintOf(key)
        const isNew = await operators.insert({ id, name, role, digest: digest(key.reveal()), hint, createdAt })
        if (!isNew) return { reply: alreadyExists('Another operator has this name.') }
        const record = { id, name, role, hint, isFromEnvironment: false, createdAt, lastUsedAt: null }
        return {
          reply: { status: 201, body: { key: key.reveal(), ...showOperator(record) } },
          subject: id,
          detail: `role: ${role}`,
        }
      })
    },

    async listOperators({ query }): Promise<OperatorReplies['listOperators']> {
      return { status: 200, body: showPage(await operators.list(pageRequest(query)), showOperator) }
    },

    async deleteOperator({ params }, context): Promise<OperatorReplies['deleteOperator']> {
      return change<OperatorReplies['deleteOperator']>('deleteOperator', context, async ({ operators }) => {
        const id = parseUuid<OperatorId>(params.id)
        const outcome = id === undefined ? 'unknown' : await operators.remove(id)
        if (id === undefined || outcome === 'unknown') return { reply: notFound }
        return { reply: deletionReplies[outcome], subject: id }
      })
    },
  }
}

const deletionReplies = {
  removed: { status: 204 },
  'last-admin': wrongState('last-admin', 'The last admin cannot be removed.'),
  environment: wrongState(
    'environment',
    'The key of this operator stands in the configuration; take it out there (OPERATOR_KEY).',
  ),
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
