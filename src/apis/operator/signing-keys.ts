import type { OperatorOperations, OperatorReplies } from '../../../generated/operator/operations.js'
import type { components } from '../../../generated/operator/types.js'
import { pageOf } from '../../database/page.js'
import type { SigningKey } from '../../domain/signing-keys/signing-key.js'
import type { Dependencies } from '../../services.js'
import type { Change } from './change.js'
import { pageRequest, showPage } from './paging.js'
import { notFound, wrongState } from './problem.js'
import type { Principals } from './security.js'

export function signingKeysOperations(
  { jwtIssuers }: Dependencies,
  change: Change,
): Pick<OperatorOperations<Principals>, 'listSigningKeys' | 'rotateSigningKey'> {
  return {
    async listSigningKeys({ query }): Promise<OperatorReplies['listSigningKeys']> {
      const { limit, before } = pageRequest(query)
      // Few, and the state of each depends on the others: read together.
      const all = await jwtIssuers.list()
      const rest = before === undefined ? all : all.filter(({ seq }) => BigInt(seq) < BigInt(before))
      return { status: 200, body: showPage(pageOf(rest, limit, showSigningKey), (shown) => shown) }
    },

    async rotateSigningKey({ params: { api }, body }, context): Promise<OperatorReplies['rotateSigningKey']> {
      const { overlapSeconds } = body
      const reply = await change<OperatorReplies['rotateSigningKey']>(
        'rotateSigningKey',
        context,
        async ({ signingKeys }, at) => {
          const outcome = await jwtIssuers.rotate(api, { overlapSeconds, at }, signingKeys)
          if (!outcome) return { reply: notFound }
          if ('pending' in outcome) return { reply: underWay, subject: api }
          return {
            reply: { status: 200, body: showSigningKey(outcome.rotated) },
            subject: api,
            ...(overlapSeconds !== undefined && { detail: `overlapSeconds: ${overlapSeconds}` }),
          }
        },
      )
      // It is done all the same where this fails: the next use reads the keys.
      if (reply.status === 200) await jwtIssuers.load().catch(() => {})
      return reply
    },
  }
}

const underWay = wrongState(
  'published',
  'A rotation is under way: a published key does not sign yet. Wait some seconds, or replace every key at once with overlapSeconds 0.',
)

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
