import contract from '../../../generated/operator/contract.json' with { type: 'json' }
import type { OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import { UnacceptableField } from '../../contract/failure.js'
import type { GatewayTokenChange, GatewayTokenDirectory } from '../../domain/gateway-tokens/directory.js'
import {
  describeRevocation,
  formatGatewayTokenHint,
  type GatewayToken,
  type GatewayTokenChanges,
  purposeOf,
  type RevocationFilter,
  toTokenLink,
} from '../../domain/gateway-tokens/gateway-token.js'
import type { CreatedByOperator, GatewayTokenService, RevocationResult } from '../../domain/gateway-tokens/service.js'
import type { TokenFormat } from '../../domain/gateway-tokens/token-format.js'
import type { PartnerId } from '../../domain/partners/partner.js'
import type { PartnerService } from '../../domain/partners/service.js'
import type { Audited, Change, OperatorHandlers, Outcome } from './change.js'
import { joinPartner, joinPartnerLater } from './partner-of-credential.js'
import { gatewayTokenNotFound, leakedGatewayTokenNotFound } from './problem.js'
import { readPartnerId, showSortedPage, sortedPageRequest } from './sorting.js'
import { toDate } from './to-date.js'

/** As many tokens as one statement revokes well within its time limit. */
const { maximum: maxRevoked } = contract.components.schemas.BulkRevocation.properties.revoked

type Operations = Pick<
  OperatorHandlers,
  | 'createGatewayToken'
  | 'searchGatewayTokens'
  | 'getGatewayTokenByLink'
  | 'updateGatewayToken'
  | 'revokeGatewayTokenByLink'
  | 'revokeGatewayTokens'
  | 'revokeLeakedGatewayToken'
>

interface UsedServices {
  readonly gatewayTokens: GatewayTokenService
  readonly gatewayTokenDirectory: GatewayTokenDirectory
  readonly partners: PartnerService
}

export function gatewayTokensOperations(services: UsedServices, change: Change): Operations {
  return { ...recordOperations(services, change), ...revocationOperations(services.gatewayTokens, change) }
}

function recordOperations({ gatewayTokens, gatewayTokenDirectory: directory, partners }: UsedServices, change: Change) {
  return {
    async createGatewayToken({ body }, context): Promise<Audited<'createGatewayToken'>> {
      assertToken(body.token, gatewayTokens.format)
      return change('createGatewayToken', context, async (trx, at) => {
        const partner = await joinPartner(partners, trx, body.partnerId)
        const created = await gatewayTokens.create(trx, toNewToken(body, partner?.id ?? null), at)
        if (!created) return { reply: { status: 409, body: replyExamples.createGatewayToken.taken } }
        return {
          reply: { status: 201, body: { token: created.secret.reveal(), ...showGatewayToken(created.token) } },
          subject: created.token.link,
          detail: [
            `account: ${body.accountId}, token: ${body.token === undefined ? 'made' : 'given'}`,
            ...(partner ? [`partnerId: ${partner.id}`] : []),
          ].join(', '),
        }
      })
    },

    async searchGatewayTokens({ query }): Promise<OperatorReplies['searchGatewayTokens']> {
      const { search, accountId, state } = query
      const filter = { search, accountId, state, partnerId: readPartnerId(query.partnerId) }
      const page = await directory.search(filter, sortedPageRequest(query))
      return { status: 200, body: showSortedPage(page, query, showGatewayToken) }
    },

    async getGatewayTokenByLink({ params }): Promise<OperatorReplies['getGatewayTokenByLink']> {
      const token = await directory.find(params.tokenLink)
      return token ? { status: 200, body: showGatewayToken(token) } : gatewayTokenNotFound
    },

    async updateGatewayToken({ params, body }, context): Promise<Audited<'updateGatewayToken'>> {
      return change('updateGatewayToken', context, async (trx) => {
        const partnerId = await joinPartnerLater(partners, trx, body.partnerId)
        const changes = { description: body.description, partnerId }
        return showChange(await directory.update(trx, params.tokenLink, changes), changes)
      })
    },
  } satisfies Partial<Operations>
}

function revocationOperations(gatewayTokens: GatewayTokenService, change: Change) {
  return {
    async revokeGatewayTokenByLink({ params }, context): Promise<Audited<'revokeGatewayTokenByLink'>> {
      return change('revokeGatewayTokenByLink', context, async (trx, at) =>
        showRevocation(await gatewayTokens.revokeByLink(trx, params.tokenLink, at), gatewayTokenNotFound),
      )
    },

    async revokeGatewayTokens({ body }, context): Promise<Audited<'revokeGatewayTokens'>> {
      const { accountId } = body
      const issuedBefore = toDate(body.issuedBefore)
      return change('revokeGatewayTokens', context, async (trx, at) => {
        const filter: RevocationFilter = { owner: accountId === undefined ? undefined : { accountId }, issuedBefore }
        const outcome = await gatewayTokens.revokeMany(trx, filter, at, maxRevoked)
        return { reply: { status: 200, body: outcome }, detail: describeRevocation(filter, outcome.revoked) }
      })
    },

    async revokeLeakedGatewayToken({ body }, context): Promise<Audited<'revokeLeakedGatewayToken'>> {
      // Before the transaction: a token that is known by its hash only is hashed first.
      const found = await gatewayTokens.lookUp(body.token)
      return change('revokeLeakedGatewayToken', context, async (trx, at) =>
        showRevocation(
          found ? await gatewayTokens.revokeByLink(trx, found.link, at) : { outcome: 'unknown' },
          leakedGatewayTokenNotFound,
        ),
      )
    },
  } satisfies Partial<Operations>
}

/** @throws {UnacceptableField} for a token that the look-up would refuse */
function assertToken(token: string | undefined, format: TokenFormat): void {
  if (token !== undefined && !format.isToken(token)) throw new UnacceptableField('token', format.refusal)
}

function toNewToken(
  body: components['schemas']['GatewayTokenCreation'],
  partnerId: PartnerId | null,
): CreatedByOperator {
  return {
    token: body.token,
    link: body.tokenLink === undefined ? undefined : toTokenLink(body.tokenLink),
    accountId: body.accountId,
    description: body.description,
    createdBy: body.createdBy ?? null,
    partnerId,
    ...purposeOf(body),
    issuedAt: toDate(body.issuedAt),
  }
}

type ChangeReply = Extract<OperatorReplies['updateGatewayToken'], { status: 200 | 404 | 409 }>

function showChange(result: GatewayTokenChange, changes: GatewayTokenChanges): Outcome<ChangeReply> {
  if (result.outcome === 'unknown') return { reply: gatewayTokenNotFound }
  const detail = [
    ...(changes.description === undefined ? [] : ['description']),
    ...(changes.partnerId === undefined ? [] : [`partnerId: ${changes.partnerId}`]),
  ].join(', ')
  if (result.outcome === 'revoked') {
    return { reply: { status: 409, body: replyExamples.updateGatewayToken.revoked }, subject: result.link, detail }
  }
  return { reply: { status: 200, body: showGatewayToken(result.token) }, subject: result.token.link, detail }
}

type RevocationReply = Extract<OperatorReplies['revokeLeakedGatewayToken'], { status: 200 | 404 | 409 }>

function showRevocation<NotFound extends typeof gatewayTokenNotFound | typeof leakedGatewayTokenNotFound>(
  result: RevocationResult,
  notFound: NotFound,
): Outcome<RevocationReply | NotFound> {
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
    tokenType: token.tokenType,
    source: token.source,
    serviceMode: token.serviceMode,
    serviceExternalId: token.serviceExternalId,
    partnerId: token.partnerId,
    state: token.revokedAt === null ? 'active' : 'revoked',
    hint: formatGatewayTokenHint(token.hint),
    issuedAt: token.issuedAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
  }
}
