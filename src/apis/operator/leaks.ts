import type { OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { LeakRefusal } from '../../domain/leaks/leak.js'
import type { LeakService } from '../../domain/leaks/service.js'
import type { Audited, Change, OperatorHandlers } from './change.js'

export function leaksOperations(leaks: LeakService, change: Change): Pick<OperatorHandlers, 'revokeLeakedSecret'> {
  return {
    async revokeLeakedSecret({ body }, context): Promise<Audited<'revokeLeakedSecret'>> {
      // Before the transaction: a token that is known by its hash only is hashed first.
      const identified = await leaks.identify(body.secret)
      return change('revokeLeakedSecret', context, async (trx, at) => {
        const { revoked, refused } = await leaks.revoke(trx, identified, at)
        const [first] = revoked
        if (first) {
          const detail = revoked.map(({ kind, subject, done }) => `${kind} ${subject}: ${done}`).join('; ')
          return { reply: { status: 200, body: { items: [...revoked] } }, subject: first.subject, detail: cut(detail) }
        }
        const [refusal] = refused
        if (!refusal) return { reply: { status: 404, body: replyExamples.LeakedSecretNotFound.unknown } }
        const { subject, reason } = refusal
        return { reply: { status: 409, body: problemOf(refusal, at) }, subject, detail: reason }
      })
    },
  }
}

/** The audit keeps this much of a detail. */
function cut(detail: string): string {
  return detail.length <= 500 ? detail : `${detail.slice(0, 499)}…`
}

function problemOf(
  refusal: LeakRefusal,
  now: Date,
): Extract<OperatorReplies['revokeLeakedSecret'], { status: 409 }>['body'] {
  const detail = detailOf(refusal, now)
  return { ...replyExamples.revokeLeakedSecret.again, detail, state: refusal.reason }
}

/** What it is, and what to do instead. */
function detailOf(refusal: LeakRefusal, now: Date): string {
  switch (refusal.reason) {
    case 'ended':
      return `This is ${names[refusal.kind]}, and it has ended already: ${refusal.subject}.`
    case 'environment':
      return 'This is the operator key of the configuration. Set another OPERATOR_KEY, and restart every instance.'
    case 'last-admin':
      return 'This is the key of the last admin. Create another admin first, and revoke the key with the key of that one.'
    case 'expires':
      return detailOfJwt(refusal, now)
  }
}

function detailOfJwt({ api, subject, expiresAt }: Extract<LeakRefusal, { reason: 'expires' }>, now: Date): string {
  const expiry = expiresAt.toISOString()
  if (expiresAt <= now) return `This is a token of ${api}, which expired at ${expiry}.`
  const end =
    api === 'partner-login'
      ? `revoke the access key ${subject}, which makes it inactive at the introspection, or rotate the signing key without overlap, which ends all tokens of partner-login everywhere`
      : `deactivate the broker user ${subject}`
  return `This is a token of ${api}, which cannot be revoked alone and expires at ${expiry}. To end it earlier, ${end}.`
}

const names = {
  'gateway-token': 'a gateway token',
  'broker-hash': 'the hash of a broker user',
  'broker-secret': 'the secret of a broker user',
  'access-key-secret': 'the secret of an access key',
  'operator-key': 'an operator key',
  'refresh-token': 'a refresh token',
  'access-token': 'an access token',
} as const
