import type { GatewayTokensOperations, GatewayTokensReplies } from '../../../generated/gateway-tokens/operations.js'
import { replyExamples } from '../../../generated/gateway-tokens/reply-examples.js'
import type { FailureBudgetService } from '../../domain/failure-budgets/service.js'
import type { GatewayTokenService } from '../../domain/gateway-tokens/service.js'
import { formatDayAndTime, formatListedToken } from './format.js'
import type { TokenHolder } from './security.js'

type Principals = { gateway_token: TokenHolder }

interface GatewayTokensServices {
  readonly gatewayTokens: GatewayTokenService
  readonly failureBudgets: FailureBudgetService
}

export function gatewayTokensOperations({
  gatewayTokens,
  failureBudgets,
}: GatewayTokensServices): GatewayTokensOperations<Principals> {
  return {
    async getTokenAccount(_request, { principal }): Promise<GatewayTokensReplies['getTokenAccount']> {
      return { status: 200, body: { account_id: principal.accountId } }
    },

    async getTokenAccountAlias(_request, { principal }): Promise<GatewayTokensReplies['getTokenAccountAlias']> {
      return { status: 200, body: { account_id: principal.accountId } }
    },

    async issueGatewayToken({ body }): Promise<GatewayTokensReplies['issueGatewayToken']> {
      const token = await gatewayTokens.issue({
        accountId: String(body.account_id),
        description: body.description,
        createdBy: body.created_by ?? null,
      })
      return { status: 200, body: { token: token.reveal() } }
    },

    async describeGatewayToken({ body }, context): Promise<GatewayTokensReplies['describeGatewayToken']> {
      const { token_link, description } = body
      const isChanged = await failureBudgets.run('gateway-token-link', context.clientAddress, () =>
        gatewayTokens.describe(token_link, description, context),
      )
      if (!isChanged) return { status: 404, body: replyExamples.describeGatewayToken.unknown }
      return { status: 200, body: { token_link, description } }
    },

    async listGatewayTokens({ params, query }): Promise<GatewayTokensReplies['listGatewayTokens']> {
      const state = query.state?.toUpperCase() === 'REVOKED' ? 'revoked' : 'active'
      const tokens = await gatewayTokens.list(params.account_id, state)
      return { status: 200, body: { tokens: tokens.map(formatListedToken) } }
    },

    async revokeGatewayToken({ params, query, body }, context): Promise<GatewayTokensReplies['revokeGatewayToken']> {
      const link = body.token_link ?? query.token_link
      if (link === undefined) return { status: 400, body: replyExamples.revokeGatewayToken.missing_link }
      if (query.token_link !== undefined && query.token_link !== link) {
        return { status: 400, body: { message: 'token_link differs between the query and the body' } }
      }
      const revokedAt = await failureBudgets.run('gateway-token-link', context.clientAddress, () =>
        gatewayTokens.revoke(params.account_id, link, context),
      )
      if (!revokedAt) return { status: 404, body: replyExamples.revokeGatewayToken.already_revoked }
      return { status: 200, body: { revoked: formatDayAndTime(revokedAt) } }
    },
  }
}
