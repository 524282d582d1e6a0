import type { OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import type { SignInSettings } from '../../domain/operators/account-service.js'
import { type OperatorId, type OperatorRecord, showOperatorKeyHint } from '../../domain/operators/operator.js'
import type { Services } from '../../services.js'
import { parseUuid } from '../../uuid.js'
import type { Audited, Change, OperatorHandlers } from './change.js'
import { pageRequest, showPage } from './paging.js'
import { operatorNotFound as notFound } from './problem.js'
import { toDate } from './to-date.js'

export function operatorsOperations(
  { operators, accounts }: Pick<Services, 'operators' | 'accounts'>,
  change: Change,
): Pick<
  OperatorHandlers,
  'getSignIn' | 'createOperator' | 'listOperators' | 'getOwnOperator' | 'updateOperator' | 'deleteOperator'
> {
  return {
    async createOperator({ body }, context): Promise<Audited<'createOperator'>> {
      return change('createOperator', context, async (trx, at) => {
        const created = await operators.create(trx, { ...body, expiresAt: toDate(body.expiresAt ?? null) }, at)
        if (!created) return { reply: { status: 409, body: replyExamples.createOperator.taken } }
        const { operator, key } = created
        return {
          reply: { status: 201, body: { key: key.reveal(), ...showOperator(operator) } },
          subject: operator.id,
          detail: [`role: ${operator.role}`, ...(operator.expiresAt ? [expiryDetail(operator.expiresAt)] : [])].join(
            ', ',
          ),
        }
      })
    },

    async listOperators({ query }): Promise<OperatorReplies['listOperators']> {
      return { status: 200, body: showPage(await operators.list(pageRequest(query)), showOperator) }
    },

    async getSignIn(): Promise<OperatorReplies['getSignIn']> {
      const settings = await accounts?.signIn()
      return { status: 200, body: settings ? { identityProvider: showIdentityProvider(settings) } : {} }
    },

    async getOwnOperator(_request, { principal }): Promise<OperatorReplies['getOwnOperator']> {
      const { id, name, role, expiresAt, account } = principal
      return {
        status: 200,
        body: {
          id,
          name,
          email: account?.email ?? null,
          role,
          signedInWith: account ? 'identity-provider' : 'operator-key',
          expiresAt: expiresAt?.toISOString() ?? null,
        },
      }
    },

    async updateOperator({ params, body }, context): Promise<Audited<'updateOperator'>> {
      return change('updateOperator', context, async (trx, at) => {
        const id = parseUuid<OperatorId>(params.id)
        const expiresAt = toDate(body.expiresAt)
        const changed = id === undefined ? unknown : await operators.setExpiry(trx, id, expiresAt, at)
        if (id === undefined || changed.outcome === 'unknown') return { reply: notFound }
        const audited = { subject: id, detail: expiryDetail(expiresAt) }
        if (changed.outcome !== 'changed') return { reply: changeRefusals[changed.outcome], ...audited }
        return { reply: { status: 200, body: showOperator(changed.operator) }, ...audited }
      })
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

const unknown = { outcome: 'unknown' } as const

const changeRefusals = {
  'last-admin': { status: 409, body: replyExamples.updateOperator.lastAdmin },
  environment: { status: 409, body: replyExamples.updateOperator.environment },
} as const

const removalReplies = {
  removed: { status: 204 },
  'last-admin': { status: 409, body: replyExamples.deleteOperator.lastAdmin },
  environment: { status: 409, body: replyExamples.deleteOperator.environment },
} as const

/** The expiry, for the audit. */
function expiryDetail(expiresAt: Date | null): string {
  return `expiresAt: ${expiresAt?.toISOString() ?? null}`
}

function showIdentityProvider({ metadata, ...settings }: SignInSettings): components['schemas']['IdentityProvider'] {
  if (!metadata) return { ...settings, isAvailable: false }
  const { authorizationEndpoint, tokenEndpoint, endSessionEndpoint, isIssuerInResponses } = metadata
  return {
    ...settings,
    isAvailable: true,
    authorizationEndpoint,
    tokenEndpoint,
    ...(endSessionEndpoint !== undefined && { endSessionEndpoint }),
    isIssuerInResponses,
  }
}

function showOperator(operator: OperatorRecord): components['schemas']['Operator'] {
  return {
    id: operator.id,
    name: operator.name,
    role: operator.role,
    state: operator.state,
    hint: showOperatorKeyHint(operator.hint, operator.isFromEnvironment),
    expiresAt: operator.expiresAt?.toISOString() ?? null,
    createdAt: operator.createdAt.toISOString(),
    lastUsedAt: operator.lastUsedAt?.toISOString() ?? null,
  }
}
