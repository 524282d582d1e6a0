import type { OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import type { AccessKeyId, AccessKeyRecord } from '../../domain/access-keys/access-key.js'
import type { AccessKeyChange, AccessKeyRefusal, AccessKeyService } from '../../domain/access-keys/service.js'
import type { PartnerService } from '../../domain/partners/service.js'
import { parseUuid } from '../../uuid.js'
import type { Audited, Change, OperatorHandlers, Outcome } from './change.js'
import { describePartner, joinPartner, joinPartnerLater } from './partner-of-credential.js'
import { accessKeyNotFound as notFound } from './problem.js'
import { rotationRefused, showSecretHint } from './secrets.js'
import { readPartnerId, showSortedPage, sortedPageRequest } from './sorting.js'
import { toDate } from './to-date.js'

type Schemas = components['schemas']

type Operations<Ids extends keyof OperatorHandlers> = Pick<OperatorHandlers, Ids>
type KeyOperations = Operations<'createAccessKey' | 'listAccessKeys' | 'getAccessKey' | 'updateAccessKey'>
type StateOperations = Operations<'activateAccessKey' | 'revokeAccessKey' | 'rotateAccessKeySecret'>

interface UsedServices {
  readonly accessKeys: AccessKeyService
  readonly partners: PartnerService
}

export function accessKeysOperations(services: UsedServices, change: Change): KeyOperations & StateOperations {
  return { ...keyOperations(services, change), ...stateOperations(services.accessKeys, change) }
}

function keyOperations({ accessKeys, partners }: UsedServices, change: Change): KeyOperations {
  return {
    async createAccessKey({ body }, context): Promise<Audited<'createAccessKey'>> {
      return change('createAccessKey', context, async (trx, at) => {
        const partner = await joinPartner(partners, trx, body.partnerId)
        const claims = { company: body.company ?? partner?.id, account: body.account ?? partner?.firstAccountId }
        const details = { ...body, ...claims, partnerId: partner?.id, expiresAt: toDate(body.expiresAt) }
        const created = await accessKeys.create(trx, details, at)
        if (!created) return { reply: { status: 409, body: replyExamples.createAccessKey.taken } }
        const shown = { ...showAccessKey(created.key), secret: created.secret.reveal() }
        return { reply: { status: 201, body: shown }, subject: created.key.id, ...describePartner(partner) }
      })
    },

    async listAccessKeys({ query }): Promise<OperatorReplies['listAccessKeys']> {
      const { search, state } = query
      const filter = { search, state, partnerId: readPartnerId(query.partnerId) }
      const page = await accessKeys.list(filter, sortedPageRequest(query))
      return { status: 200, body: showSortedPage(page, query, showAccessKey) }
    },

    async getAccessKey({ params }): Promise<OperatorReplies['getAccessKey']> {
      const id = parseUuid<AccessKeyId>(params.id)
      const key = id && (await accessKeys.find(id))
      return key ? { status: 200, body: showAccessKey(key) } : notFound
    },

    async updateAccessKey({ params, body }, context): Promise<Audited<'updateAccessKey'>> {
      return change('updateAccessKey', context, async (trx, at) => {
        const id = parseUuid<AccessKeyId>(params.id)
        if (!id) return { reply: notFound }
        const partnerId = await joinPartnerLater(partners, trx, body.partnerId)
        const changes = { ...body, partnerId, expiresAt: toDate(body.expiresAt) }
        return outcomeOf(id, await accessKeys.update(trx, id, changes, at), revoked, changesOf(changes))
      })
    },
  }
}

function stateOperations(accessKeys: AccessKeyService, change: Change): StateOperations {
  return {
    async activateAccessKey({ params }, context): Promise<Audited<'activateAccessKey'>> {
      return change('activateAccessKey', context, async (trx, at) => {
        const id = parseUuid<AccessKeyId>(params.id)
        if (!id) return { reply: notFound }
        return outcomeOf(id, await accessKeys.activate(trx, id, at), notPending)
      })
    },

    async revokeAccessKey({ params }, context): Promise<Audited<'revokeAccessKey'>> {
      return change('revokeAccessKey', context, async (trx, at) => {
        const id = parseUuid<AccessKeyId>(params.id)
        if (!id) return { reply: notFound }
        return outcomeOf(id, await accessKeys.revoke(trx, id, at), revoked)
      })
    },

    async rotateAccessKeySecret({ params, body }, context): Promise<Audited<'rotateAccessKeySecret'>> {
      const id = parseUuid<AccessKeyId>(params.id)
      // Before the transaction, which may have to wait for the rotation of another operator.
      const seen = id && (await accessKeys.find(id))
      return change('rotateAccessKeySecret', context, async (trx, at) => {
        if (!seen) return { reply: notFound }
        const rotated = await accessKeys.rotateSecret(trx, seen.id, { ...body, seen: seen.secrets }, at)
        const audited = { subject: seen.id, detail: `overlapSeconds: ${body.overlapSeconds}` }
        if (rotated.outcome === 'conflict') return { reply: rotationRefused(rotated.conflict), ...audited }
        if (rotated.outcome !== 'changed') return refusalOf(seen.id, rotated, revoked, audited.detail)
        const shown = { ...showAccessKey(rotated.key), secret: rotated.secret.reveal() }
        return { reply: { status: 200, body: shown }, ...audited }
      })
    },
  }
}

const { revoked } = replyExamples.updateAccessKey
const { active: notPending } = replyExamples.activateAccessKey

/**
 * The reply to a change, and its audit event.
 * @param wrongState says why the state of the key does not allow the change
 */
function outcomeOf(
  id: AccessKeyId,
  change: AccessKeyChange,
  wrongState: Schemas['Problem'],
  detail?: string,
): Outcome<OperatorReplies['updateAccessKey']> {
  if (change.outcome !== 'changed') return refusalOf(id, change, wrongState, detail)
  return {
    reply: { status: 200, body: showAccessKey(change.key) },
    subject: id,
    ...(detail !== undefined && { detail }),
  }
}

function refusalOf(
  id: AccessKeyId,
  refused: AccessKeyRefusal,
  wrongState: Schemas['Problem'],
  detail?: string,
): Outcome<typeof notFound | { readonly status: 409; readonly body: Schemas['Problem'] }> {
  if (refused.outcome === 'unknown') return { reply: notFound }
  const body = { ...wrongState, state: refused.state }
  return { reply: { status: 409, body }, subject: id, ...(detail !== undefined && { detail }) }
}

/** The changed fields, for the audit. */
function changesOf({
  name,
  roles,
  expiresAt,
  partnerId,
}: {
  readonly name?: string
  readonly roles?: readonly string[]
  readonly expiresAt: Date | null | undefined
  readonly partnerId: string | null | undefined
}): string {
  return [
    ...(name === undefined ? [] : ['name']),
    ...(roles === undefined ? [] : ['roles']),
    ...(expiresAt === undefined ? [] : [`expiresAt: ${expiresAt?.toISOString() ?? null}`]),
    ...(partnerId === undefined ? [] : [`partnerId: ${partnerId}`]),
  ].join(', ')
}

function showAccessKey(key: AccessKeyRecord): Schemas['AccessKey'] {
  return {
    id: key.id,
    accessKey: key.accessKey,
    name: key.name,
    state: key.state,
    partnerId: key.partnerId,
    userId: key.userId,
    account: key.account,
    company: key.company,
    roles: [...key.roles],
    expiresAt: key.expiresAt?.toISOString() ?? null,
    secrets: key.secrets.map(showSecretHint),
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  }
}
