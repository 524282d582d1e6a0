import contract from '../../../generated/operator/contract.json' with { type: 'json' }
import type { OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import { UnacceptableField } from '../../contract/failure.js'
import {
  formatGatewayTokenHint,
  type GatewayToken,
  isGatewayToken,
  type RevocationFilter,
  toTokenLink,
} from '../../domain/gateway-tokens/gateway-token.js'
import type { CreatedByOperator, GatewayTokenService, RevocationResult } from '../../domain/gateway-tokens/service.js'
import type { Audited, Change, OperatorHandlers, Outcome } from './change.js'
import { pageRequest, showPage } from './paging.js'
import { notFound } from './problem.js'

/** As many tokens as one statement revokes well within its time limit. */
const { maximum: maxRevoked } = contract.components.schemas.BulkRevocation.properties.revoked

type Operations = Pick<
  OperatorHandlers,
  | 'createGatewayToken'
  | 'searchGatewayTokens'
  | 'revokeGatewayTokenByLink'
  | 'revokeGatewayTokens'
  | 'revokeLeakedGatewayToken'
>

export function gatewayTokensOperations(gatewayTokens: GatewayTokenService, change: Change): Operations {
  return {
    async createGatewayToken({ body }, context): Promise<Audited<'createGatewayToken'>> {
      const details = readNewToken(body)
      return change('createGatewayToken', context, async (trx, at) => {
        const created = await gatewayTokens.create(trx, details, at)
        if (!created) return { reply: { status: 409, body: replyExamples.createGatewayToken.taken } }
        return {
          reply: { status: 201, body: { token: created.secret.reveal(), ...showGatewayToken(created.token) } },
          subject: created.token.link,
          detail: `account: ${body.accountId}, token: ${body.token === undefined ? 'made' : 'given'}`,
        }
      })
    },

    async searchGatewayTokens({ query }): Promise<OperatorReplies['searchGatewayTokens']> {
      const { accountId, state } = query
      const page = await gatewayTokens.search({ accountId, state }, pageRequest(query))
      return { status: 200, body: showPage(page, showGatewayToken) }
    },

    async revokeGatewayTokenByLink({ params }, context): Promise<Audited<'revokeGatewayTokenByLink'>> {
      return change('revokeGatewayTokenByLink', context, async (trx, at) =>
        showRevocation(await gatewayTokens.revokeByLink(trx, params.tokenLink, at)),
      )
    },

    async revokeGatewayTokens({ body }, context): Promise<Audited<'revokeGatewayTokens'>> {
      const { accountId } = body
      const issuedBefore = body.issuedBefore === undefined ? undefined : new Date(body.issuedBefore)
      return change('revokeGatewayTokens', context, async (trx, at) => {
        const filter = { accountId, issuedBefore }
        const outcome = await gatewayTokens.revokeMany(trx, filter, at, maxRevoked)
        return { reply: { status: 200, body: outcome }, detail: describeRevocation(filter, outcome.revoked) }
      })
    },

    async revokeLeakedGatewayToken({ body }, context): Promise<Audited<'revokeLeakedGatewayToken'>> {
      return change('revokeLeakedGatewayToken', context, async (trx, at) =>
        showRevocation(await gatewayTokens.revokeLeaked(trx, body.token, at)),
      )
    },
  }
}

/** @throws {UnacceptableField} for a token with the prefix of this server and a wrong checksum */
function readNewToken(body: components['schemas']['GatewayTokenCreation']): CreatedByOperator {
  if (body.token !== undefined && !isGatewayToken(body.token)) {
    throw new UnacceptableField('token', 'begins like a token of this server but is none: it is mistyped or cut off')
  }
  return {
    token: body.token,
    link: body.tokenLink === undefined ? undefined : toTokenLink(body.tokenLink),
    accountId: body.accountId,
    description: body.description,
    createdBy: body.createdBy ?? null,
    issuedAt: body.issuedAt === undefined ? undefined : new Date(body.issuedAt),
  }
}

/** The detail of the audit event. */
function describeRevocation({ accountId, issuedBefore }: RevocationFilter, revoked: number): string {
  return [
    `revoked: ${revoked}`,
    ...(issuedBefore === undefined ? [] : [`issued before: ${issuedBefore.toISOString()}`]),
    ...(accountId === undefined ? [] : [`account: ${accountId}`]),
  ].join(', ')
}

type RevocationReply = Extract<OperatorReplies['revokeLeakedGatewayToken'], { status: 200 | 404 | 409 }>

function showRevocation(result: RevocationResult): Outcome<RevocationReply> {
  switch (result.outcome) {
    case 'revoked':
      return { reply: { status: 200, body: showGatewayToken(result.token) }, subject: result.token.link }
    case 'already-revoked':
      return { reply: { status: 409, body: replyExamples.revokeGatewayTokenByLink.again }, subject: result.link }
    case 'unknown':
      return { reply: notFound }
  }
}

function showGatewayToken(token: GatewayToken): components['schemas']['GatewayToken'] {
  return {
    tokenLink: token.link,
    accountId: token.accountId,
    description: token.description,
    createdBy: token.createdBy,
    state: token.revokedAt === null ? 'active' : 'revoked',
    hint: formatGatewayTokenHint(token.hint),
    issuedAt: token.issuedAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
  }
}
