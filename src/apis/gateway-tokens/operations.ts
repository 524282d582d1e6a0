import type { GatewayTokensOperations, GatewayTokensReplies } from '../../../generated/gateway-tokens/operations.js'
import { replyExamples } from '../../../generated/gateway-tokens/reply-examples.js'
import type { components } from '../../../generated/gateway-tokens/types.js'
import type { FailureBudgetService } from '../../domain/failure-budgets/service.js'
import {
  purposeOf,
  type ServiceMode,
  type TokenOwner,
  type TokenSource,
} from '../../domain/gateway-tokens/gateway-token.js'
import type { FrontendCall, GatewayTokenService, TokenName } from '../../domain/gateway-tokens/service.js'
import { Unavailable } from '../../errors.js'
import { formatDayAndTime, formatListedToken, formatTokenAccount } from './format.js'
import type { TokenHolder } from './security.js'

type Principals = { gateway_token: TokenHolder }

interface GatewayTokensServices {
  readonly gatewayTokens: GatewayTokenService
  readonly failureBudgets: FailureBudgetService
  /** Whether the database answers. */
  readonly isAnswering: () => Promise<boolean>
}

export function gatewayTokensOperations({
  gatewayTokens,
  failureBudgets,
  isAnswering,
}: GatewayTokensServices): GatewayTokensOperations<Principals> {
  /** @returns when; `undefined` where the owner has no such active token */
  const revoke = (owner: TokenOwner, name: TokenName, context: FrontendCall): Promise<Date | undefined> =>
    failureBudgets.run('gateway-token-link', context.clientAddress, () => gatewayTokens.revoke(owner, name, context))

  return {
    async getTokenAccount(_request, { principal }): Promise<GatewayTokensReplies['getTokenAccount']> {
      return { status: 200, body: formatTokenAccount(principal) }
    },

    async getTokenAccountAlias(_request, { principal }): Promise<GatewayTokensReplies['getTokenAccountAlias']> {
      return { status: 200, body: formatTokenAccount(principal) }
    },

    async issueGatewayToken({ body }): Promise<GatewayTokensReplies['issueGatewayToken']> {
      const details = {
        accountId: String(body.account_id),
        description: body.description,
        createdBy: body.created_by ?? null,
        partnerId: null,
        ...purposeOf({
          tokenType: body.token_type,
          source: body.type,
          serviceMode: body.service_mode && readMode(body.service_mode),
          serviceExternalId: body.service_external_id,
        }),
      }
      const accountType = body.token_account_type && readMode(body.token_account_type)
      const token = await gatewayTokens.issue(details, accountType)
      return { status: 200, body: { token: token.reveal() } }
    },

    async describeGatewayToken({ body }, context): Promise<GatewayTokensReplies['describeGatewayToken']> {
      const { token_link, description } = body
      const token = await failureBudgets.run('gateway-token-link', context.clientAddress, () =>
        gatewayTokens.describe(token_link, description, context),
      )
      if (!token) return { status: 404, body: replyExamples.describeGatewayToken.unknown }
      return { status: 200, body: formatListedToken(token) }
    },

    async listGatewayTokens({ params, query }): Promise<GatewayTokensReplies['listGatewayTokens']> {
      const tokens = await gatewayTokens.list({ accountId: params.account_id }, readListQuery(query))
      return { status: 200, body: { tokens: tokens.map(formatListedToken) } }
    },

    async getGatewayToken({ params }): Promise<GatewayTokensReplies['getGatewayToken']> {
      const token = await gatewayTokens.find({ accountId: params.account_id }, params.token_link)
      if (!token) return { status: 404, body: replyExamples.getGatewayToken.unknown }
      return { status: 200, body: formatListedToken(token) }
    },

    async revokeGatewayToken({ params, query, body }, context): Promise<GatewayTokensReplies['revokeGatewayToken']> {
      const name = readName(body, query.token_link)
      if (!name) return { status: 400, body: replyExamples.revokeGatewayToken.missing_link }
      if ('link' in name && query.token_link !== undefined && query.token_link !== name.link) {
        return { status: 400, body: { message: 'token_link differs between the query and the body' } }
      }
      const revokedAt = await revoke({ accountId: params.account_id }, name, context)
      if (!revokedAt) return { status: 404, body: replyExamples.revokeGatewayToken.already_revoked }
      return { status: 200, body: { revoked: formatDayAndTime(revokedAt) } }
    },

    async revokeAllGatewayTokens({ params }, context): Promise<GatewayTokensReplies['revokeAllGatewayTokens']> {
      await gatewayTokens.revokeAll({ accountId: params.account_id }, context)
      return { status: 200 }
    },

    async listServiceTokens({ params, query }): Promise<GatewayTokensReplies['listServiceTokens']> {
      const tokens = await gatewayTokens.list(readService(params), readListQuery(query))
      return { status: 200, body: { tokens: tokens.map(formatListedToken) } }
    },

    async getServiceToken({ params }): Promise<GatewayTokensReplies['getServiceToken']> {
      const token = await gatewayTokens.find(readService(params), params.token_link)
      if (!token) return { status: 404, body: replyExamples.getServiceToken.unknown }
      return { status: 200, body: formatListedToken(token) }
    },

    async revokeServiceToken({ params, body }, context): Promise<GatewayTokensReplies['revokeServiceToken']> {
      const name = readName(body)
      if (!name) return { status: 400, body: replyExamples.revokeServiceToken.missing_link }
      const revokedAt = await revoke(readService(params), name, context)
      if (!revokedAt) return { status: 404, body: replyExamples.revokeServiceToken.unknown }
      return { status: 200, body: { revoked: formatDayAndTime(revokedAt) } }
    },

    async revokeAllServiceTokens({ params }, context): Promise<GatewayTokensReplies['revokeAllServiceTokens']> {
      await gatewayTokens.revokeAll(readService(params), context)
      return { status: 200 }
    },

    async checkHealth(): Promise<GatewayTokensReplies['checkHealth']> {
      if (!(await isAnswering())) throw new Unavailable('the database does not answer')
      return { status: 200, body: { postgres: { healthy: true }, deadlocks: { healthy: true } } }
    },
  }
}

/** What the body of a revocation, or its query, names a token by. The token itself goes first. */
function readName(
  { token, token_link }: components['schemas']['TokenReference'],
  linkOfQuery?: string,
): TokenName | undefined {
  if (token != null) return { token }
  const link = token_link ?? linkOfQuery
  return link === undefined ? undefined : { link }
}

/** Later clients write the mode in small letters too. */
type GivenMode = ServiceMode | Lowercase<ServiceMode>

function readMode(text: GivenMode): ServiceMode {
  return text.toUpperCase() as ServiceMode
}

function readService({
  service_external_id,
  service_mode,
}: {
  readonly service_external_id: string
  readonly service_mode: GivenMode
}): TokenOwner {
  return { serviceExternalId: service_external_id, serviceMode: readMode(service_mode) }
}

/** What cannot be read means active tokens, of the API. */
function readListQuery({ state, type }: { readonly state?: string; readonly type?: string }): {
  state: 'active' | 'revoked'
  source: TokenSource
} {
  return {
    state: state?.toUpperCase() === 'REVOKED' ? 'revoked' : 'active',
    source: type?.toUpperCase() === 'PRODUCTS' ? 'PRODUCTS' : 'API',
  }
}
