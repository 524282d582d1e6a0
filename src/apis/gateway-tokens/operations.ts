import type { GatewayTokensOperations, GatewayTokensReplies } from '../../../generated/gateway-tokens/operations.js'
import { replyExamples } from '../../../generated/gateway-tokens/reply-examples.js'
import type { CallContext } from '../../../generated/runtime/operation.js'
import {
  gatewayTokenHint,
  generateGatewayToken,
  newTokenLink,
  type TokenLink,
  tokenLink,
} from '../../domain/gateway-tokens/gateway-token.js'
import type { GatewayTokens } from '../../domain/gateway-tokens/repository.js'
import type { Dependencies } from '../../services.js'
import { formatDayAndTime, formatListedToken } from './format.js'
import type { TokenHolder } from './security.js'

type Principals = { gateway_token: TokenHolder }

export function gatewayTokensOperations({
  repositories: { gatewayTokens, transaction },
  digest,
  clock,
  random,
}: Dependencies): GatewayTokensOperations<Principals> {
  /** Makes a change of one token and appends it to the audit: both, or neither. False where nothing was changed. */
  function change(
    action: 'gateway-token.describe' | 'gateway-token.revoke',
    link: TokenLink,
    at: Date,
    { clientAddress, requestId }: CallContext,
    work: (gatewayTokens: GatewayTokens) => Promise<boolean>,
  ): Promise<boolean> {
    return transaction(async ({ gatewayTokens, auditEvents }) => {
      const isChanged = await work(gatewayTokens)
      if (!isChanged) return false
      await auditEvents.append({
        actor: { kind: 'frontend' },
        action,
        subject: link,
        detail: undefined,
        source: clientAddress,
        requestId,
        result: 'succeeded',
        at,
      })
      return true
    })
  }

  return {
    async getTokenAccount(_request, { principal }): Promise<GatewayTokensReplies['getTokenAccount']> {
      return { status: 200, body: { account_id: principal.accountId } }
    },

    async getTokenAccountAlias(_request, { principal }): Promise<GatewayTokensReplies['getTokenAccountAlias']> {
      return { status: 200, body: { account_id: principal.accountId } }
    },

    async issueGatewayToken({ body }): Promise<GatewayTokensReplies['issueGatewayToken']> {
      const token = generateGatewayToken(random)
      const at = clock()
      const isNew = await gatewayTokens.insert({
        link: newTokenLink(at, random),
        digest: digest(token.reveal()),
        hint: gatewayTokenHint(token),
        accountId: String(body.account_id),
        description: body.description,
        createdBy: body.created_by ?? null,
        issuedAt: at,
      })
      if (!isNew) throw new Error('a random token was made a second time')
      return { status: 200, body: { token: token.reveal() } }
    },

    async describeGatewayToken({ body }, context): Promise<GatewayTokensReplies['describeGatewayToken']> {
      const link = tokenLink(body.token_link)
      const found =
        link &&
        (await change('gateway-token.describe', link, clock(), context, (tokens) =>
          tokens.describe(link, body.description),
        ))
      if (!found) return { status: 404, body: replyExamples.describeGatewayToken.unknown }
      return { status: 200, body: { token_link: link, description: body.description } }
    },

    async listGatewayTokens({ params, query }): Promise<GatewayTokensReplies['listGatewayTokens']> {
      const state = query.state?.toUpperCase() === 'REVOKED' ? 'revoked' : 'active'
      const tokens = await gatewayTokens.list(params.account_id, state)
      return { status: 200, body: { tokens: tokens.map(formatListedToken) } }
    },

    async revokeGatewayToken({ params, query, body }, context): Promise<GatewayTokensReplies['revokeGatewayToken']> {
      const text = body.token_link ?? query.token_link
      if (text === undefined) return { status: 400, body: replyExamples.revokeGatewayToken.missing_link }
      if (query.token_link !== undefined && query.token_link !== text) {
        return { status: 400, body: { message: 'token_link differs between the query and the body' } }
      }
      const link = tokenLink(text)
      const at = clock()
      const revoked =
        link &&
        (await change('gateway-token.revoke', link, at, context, (tokens) =>
          tokens.revoke(params.account_id, link, at),
        ))
      if (!revoked) return { status: 404, body: replyExamples.revokeGatewayToken.already_revoked }
      return { status: 200, body: { revoked: formatDayAndTime(at) } }
    },
  }
}
