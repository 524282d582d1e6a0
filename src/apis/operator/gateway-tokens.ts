import type { OperatorOperations, OperatorReplies } from '../../../generated/operator/operations.js'
import type { components } from '../../../generated/operator/types.js'
import { UnacceptableField } from '../../contract/failure.js'
import { Secret } from '../../crypto/secret.js'
import type { GatewayTokenRecord, GatewayTokensAdministration } from '../../domain/gateway-tokens/administration.js'
import {
  gatewayTokenHint,
  generateGatewayToken,
  isGatewayToken,
  newTokenLink,
  showGatewayTokenHint,
  type TokenLink,
  tokenLink,
} from '../../domain/gateway-tokens/gateway-token.js'
import type { Dependencies } from '../../services.js'
import type { Change, Outcome } from './change.js'
import { pageRequest, showPage } from './paging.js'
import { alreadyExists, notFound, wrongState } from './problem.js'
import type { Principals } from './security.js'

/** How many tokens one call revokes: as many as one statement changes well within its time. */
const mostRevoked = 10_000

type Operations = Pick<
  OperatorOperations<Principals>,
  | 'createGatewayToken'
  | 'searchGatewayTokens'
  | 'revokeGatewayTokenByLink'
  | 'revokeGatewayTokens'
  | 'revokeLeakedGatewayToken'
>

export function gatewayTokensOperations(
  {
    repositories: {
      administration: { gatewayTokens },
    },
    digest,
    acceptedDigests,
    rekeyings,
    random,
  }: Dependencies,
  change: Change,
): Operations {
  return {
    async createGatewayToken({ body }, context): Promise<OperatorReplies['createGatewayToken']> {
      if (body.token !== undefined && !isGatewayToken(body.token)) {
        throw new UnacceptableField(
          'token',
          'begins like a token of this server but is none: it is mistyped or cut off',
        )
      }
      const token = body.token === undefined ? generateGatewayToken(random) : new Secret(body.token)
      if (body.token !== undefined) await rekeyings.moveNow('gateway token', [acceptedDigests(body.token)])
      return change<OperatorReplies['createGatewayToken']>(
        'createGatewayToken',
        context,
        async ({ gatewayTokens }, at) => {
          const record = {
            link: tokenLink(body.tokenLink ?? '') ?? newTokenLink(at, random),
            hint: gatewayTokenHint(token),
            accountId: body.accountId,
            description: body.description,
            createdBy: body.createdBy ?? null,
            issuedAt: body.issuedAt === undefined ? at : new Date(body.issuedAt),
            lastUsedAt: null,
            revokedAt: null,
          }
          const isNew = await gatewayTokens.insert({ ...record, digest: digest(token.reveal()) })
          if (!isNew) return { reply: alreadyExists('This token, or a token with this link, exists.') }
          return {
            reply: { status: 201, body: { token: token.reveal(), ...showGatewayToken(record) } },
            subject: record.link,
            detail: `account: ${record.accountId}, token: ${body.token === undefined ? 'made' : 'given'}`,
          }
        },
      )
    },

    async searchGatewayTokens({ query }): Promise<OperatorReplies['searchGatewayTokens']> {
      const { accountId, state } = query
      const page = await gatewayTokens.list({ accountId, state }, pageRequest(query))
      return { status: 200, body: showPage(page, showGatewayToken) }
    },

    async revokeGatewayTokenByLink({ params }, context): Promise<OperatorReplies['revokeGatewayTokenByLink']> {
      return change<OperatorReplies['revokeGatewayTokenByLink']>(
        'revokeGatewayTokenByLink',
        context,
        ({ administration }, at) => revoke(administration.gatewayTokens, tokenLink(params.tokenLink), at),
      )
    },

    async revokeGatewayTokens({ body }, context): Promise<OperatorReplies['revokeGatewayTokens']> {
      const { accountId } = body
      const issuedBefore = body.issuedBefore === undefined ? undefined : new Date(body.issuedBefore)
      return change<OperatorReplies['revokeGatewayTokens']>(
        'revokeGatewayTokens',
        context,
        async ({ administration }, at) => {
          const outcome = await administration.gatewayTokens.revokeMany({ accountId, issuedBefore }, at, mostRevoked)
          const detail = [
            `revoked: ${outcome.revoked}`,
            ...(issuedBefore === undefined ? [] : [`issued before: ${issuedBefore.toISOString()}`]),
            ...(accountId === undefined ? [] : [`account: ${accountId}`]),
          ]
          return { reply: { status: 200, body: outcome }, detail: detail.join(', ') }
        },
      )
    },

    async revokeLeakedGatewayToken({ body }, context): Promise<OperatorReplies['revokeLeakedGatewayToken']> {
      return change<OperatorReplies['revokeLeakedGatewayToken']>(
        'revokeLeakedGatewayToken',
        context,
        async ({ administration, gatewayTokens }, at) => {
          const found = await gatewayTokens.find(acceptedDigests(body.token))
          return revoke(administration.gatewayTokens, found?.link, at)
        },
      )
    },
  }
}

type Revocation = Extract<OperatorReplies['revokeLeakedGatewayToken'], { status: 200 | 404 | 409 }>

async function revoke(
  gatewayTokens: GatewayTokensAdministration,
  link: TokenLink | undefined,
  at: Date,
): Promise<Outcome<Revocation>> {
  const outcome = link === undefined ? 'unknown' : await gatewayTokens.revoke(link, at)
  if (link === undefined || outcome === 'unknown') return { reply: notFound }
  if (outcome === 'revoked') return { reply: wrongState('revoked', 'The token is revoked.'), subject: link }
  return { reply: { status: 200, body: showGatewayToken(outcome) }, subject: link }
}

function showGatewayToken(token: GatewayTokenRecord): components['schemas']['GatewayToken'] {
  return {
    tokenLink: token.link,
    accountId: token.accountId,
    description: token.description,
    createdBy: token.createdBy,
    state: token.revokedAt === null ? 'active' : 'revoked',
    hint: showGatewayTokenHint(token.hint),
    issuedAt: token.issuedAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
  }
}
