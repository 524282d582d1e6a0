import type { OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import type { AccessKeyId, AccessKeyRecord } from '../../domain/access-keys/access-key.js'
import type { AccessKeyChange, AccessKeyRefusal, AccessKeyService } from '../../domain/access-keys/service.js'
import { parseUuid } from '../../uuid.js'
import type { Audited, Change, OperatorHandlers, Outcome } from './change.js'
import { pageRequest, showPage } from './paging.js'
import { accessKeyNotFound as notFound } from './problem.js'
import { rotationRefused, showSecretHint } from './secrets.js'

type Schemas = components['schemas']

type Operations<Ids extends keyof OperatorHandlers> = Pick<OperatorHandlers, Ids>
type KeyOperations = Operations<'createAccessKey' | 'listAccessKeys' | 'getAccessKey' | 'updateAccessKey'>
type StateOperations = Operations<'activateAccessKey' | 'revokeAccessKey' | 'rotateAccessKeySecret'>

export function accessKeysOperations(accessKeys: AccessKeyService, change: Change): KeyOperations & StateOperations {
  return { ...keyOperations(accessKeys, change), ...stateOperations(accessKeys, change) }
}

function keyOperations(accessKeys: AccessKeyService, change: Change): KeyOperations {
  return {
    async createAccessKey({ body }, context): Promise<Audited<'createAccessKey'>> {
      const details = { ...body, expiresAt: toDate(body.expiresAt) }
      return change('createAccessKey', context, async (trx, at) => {
        const created = await accessKeys.create(trx, details, at)
        if (!created) return { reply: { status: 409, body: replyExamples.createAccessKey.taken } }
        const shown = { ...showAccessKey(created.key), secret: created.secret.reveal() }
        return { reply: { status: 201, body: shown }, subject: created.key.id }
      })
    },

    async listAccessKeys({ query }): Promise<OperatorReplies['listAccessKeys']> {
      return { status: 200, body: showPage(await accessKeys.list(query, pageRequest(query)), showAccessKey) }
    },

    async getAccessKey({ params }): Promise<OperatorReplies['getAccessKey']> {
      const id = parseUuid<AccessKeyId>(params.id)
      const key = id && (await accessKeys.find(id))
      return key ? { status: 200, body: showAccessKey(key) } : notFound
    },

    async updateAccessKey({ params, body }, context): Promise<Audited<'updateAccessKey'>> {
      const changes = { ...body, expiresAt: toDate(body.expiresAt) }
      return change('updateAccessKey', context, async (trx, at) => {
        const id = parseUuid<AccessKeyId>(params.id)
        if (!id) return { reply: notFound }
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

/** Reads a time that the contract has validated. `null` and an absent one stay what they are. */
function toDate(text: string | null | undefined): Date | null | undefined {
  return text === null || text === undefined ? text : new Date(text)
}

/** The changed fields, for the audit. */
function changesOf({
  name,
  roles,
  expiresAt,
}: {
  readonly name?: string
  readonly roles?: readonly string[]
  readonly expiresAt: Date | null | undefined
}): string {
  return [
    ...(name === undefined ? [] : ['name']),
    ...(roles === undefined ? [] : ['roles']),
    ...(expiresAt === undefined ? [] : [`expiresAt: ${expiresAt?.toISOString() ?? null}`]),
  ].join(', ')
}

function showAccessKey(key: AccessKeyRecord): Schemas['AccessKey'] {
  return {
    id: key.id,
    accessKey: key.accessKey,
    name: key.name,
    state: key.state,
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
