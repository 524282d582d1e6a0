import type { OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import type { SigningKeyService } from '../../domain/signing-keys/service.js'
import type { SigningKey } from '../../domain/signing-keys/signing-key.js'
import type { Audited, Change, OperatorHandlers } from './change.js'
import { pageRequest, showPage } from './paging.js'
import { notFound } from './problem.js'

export function signingKeysOperations(
  signingKeys: SigningKeyService,
  change: Change,
): Pick<OperatorHandlers, 'listSigningKeys' | 'rotateSigningKey'> {
  return {
    async listSigningKeys({ query }): Promise<OperatorReplies['listSigningKeys']> {
      return { status: 200, body: showPage(await signingKeys.list(pageRequest(query)), showSigningKey) }
    },

    async rotateSigningKey({ params: { api }, body }, context): Promise<Audited<'rotateSigningKey'>> {
      const { overlapSeconds } = body
      const reply = await change('rotateSigningKey', context, async (trx, at) => {
        const result = await signingKeys.rotate(trx, api, { overlapSeconds, at })
        if (!result) return { reply: notFound }
        if ('pending' in result) return { reply: rotationPending, subject: api }
        return {
          reply: { status: 200, body: showSigningKey(result.rotated) },
          subject: api,
          ...(overlapSeconds !== undefined && { detail: `overlapSeconds: ${overlapSeconds}` }),
        }
      })
      // The rotation took effect even where this fails: the next use loads the keys.
      if (reply.status === 200) await signingKeys.load().catch(() => {})
      return reply
    },
  }
}

const rotationPending = { status: 409, body: replyExamples.rotateSigningKey.underWay } as const

function showSigningKey(key: SigningKey): components['schemas']['SigningKey'] {
  return {
    id: key.id,
    // Both come from the profiles of the APIs.
    api: key.api as components['schemas']['SigningKey']['api'],
    algorithm: key.algorithm as components['schemas']['SigningKey']['algorithm'],
    state: key.state,
    createdAt: key.createdAt.toISOString(),
    signsFrom: key.signsFrom.toISOString(),
    expiresAt: key.expiresAt?.toISOString() ?? null,
  }
}
