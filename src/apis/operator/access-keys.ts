import { randomUUID } from 'node:crypto'
import type { OperatorOperations, OperatorReplies } from '../../../generated/operator/operations.js'
import type { components } from '../../../generated/operator/types.js'
import { Secret, storedSecret } from '../../crypto/secret.js'
import { generateAccessKey, generateAccessKeySecret, stateOf } from '../../domain/access-keys/access-key.js'
import type { AccessKeyRecord } from '../../domain/access-keys/administration.js'
import type { Dependencies } from '../../services.js'
import { parseUuid } from '../../uuid.js'
import type { Change } from './change.js'
import { pageRequest, showPage } from './paging.js'
import { alreadyExists, notFound, wrongState } from './problem.js'
import { defaultOverlapSeconds, rotationUnderWay } from './rotation.js'
import { showSecretHint } from './secret-hint.js'
import type { Principals } from './security.js'

type Schemas = components['schemas']

export function accessKeysOperations(
  {
    repositories: {
      administration: { accessKeys },
    },
    digest,
    random,
    clock,
  }: Dependencies,
  change: Change,
): Pick<
  OperatorOperations<Principals>,
  | 'createAccessKey'
  | 'listAccessKeys'
  | 'getAccessKey'
  | 'updateAccessKey'
  | 'activateAccessKey'
  | 'revokeAccessKey'
  | 'rotateAccessKeySecret'
> {
  return {
    async createAccessKey({ body }, context): Promise<OperatorReplies['createAccessKey']> {
      const { name, account, company, userId = randomUUID(), roles = [], accessKey = generateAccessKey(random) } = body
      const secret = body.secret === undefined ? generateAccessKeySecret(random) : new Secret(body.secret)
      return change<OperatorReplies['createAccessKey']>(
        'createAccessKey',
        context,
        async ({ administration: { accessKeys } }, createdAt) => {
          const key = await accessKeys.insert({
            id: randomUUID(),
            accessKey,
            name,
            userId,
            account,
            company,
            roles,
            status: 'pending',
            expiresAt: moment(body.expiresAt ?? null),
            secret: storedSecret(secret, digest),
            createdAt,
          })
          if (!key) return { reply: alreadyExists('This access key exists.') }
          const shown = { ...showAccessKey(key, createdAt), secret: secret.reveal() }
          return { reply: { status: 201, body: shown }, subject: key.id }
        },
      )
    },

    async listAccessKeys({ query }): Promise<OperatorReplies['listAccessKeys']> {
      const now = clock()
      const page = await accessKeys.list(query, pageRequest(query), now)
      return { status: 200, body: showPage(page, (key) => showAccessKey(key, now)) }
    },

    async getAccessKey({ params }): Promise<OperatorReplies['getAccessKey']> {
      const now = clock()
      const id = parseUuid(params.id)
      const key = id && (await accessKeys.find(id, now))
      return key ? { status: 200, body: showAccessKey(key, now) } : notFound
    },

    async updateAccessKey({ params, body }, context): Promise<OperatorReplies['updateAccessKey']> {
      const { expiresAt, ...others } = body
      const changes = { ...others, ...(expiresAt !== undefined && { expiresAt: moment(expiresAt) }) }
      return change<OperatorReplies['updateAccessKey']>(
        'updateAccessKey',
        context,
        async ({ administration: { accessKeys } }, at) => {
          const id = parseUuid(params.id)
          const key = id ? await accessKeys.update(id, changes, at) : 'unknown'
          if (!id || key === 'unknown') return { reply: notFound }
          const detail = changesOf(changes)
          if (typeof key === 'string') return { reply: revoked, subject: id, detail }
          return { reply: { status: 200, body: showAccessKey(key, at) }, subject: id, detail }
        },
      )
    },

    async activateAccessKey({ params }, context): Promise<OperatorReplies['activateAccessKey']> {
      return change<OperatorReplies['activateAccessKey']>(
        'activateAccessKey',
        context,
        async ({ administration: { accessKeys } }, at) => {
          const id = parseUuid(params.id)
          const key = id ? await accessKeys.activate(id, at) : 'unknown'
          if (!id || key === 'unknown') return { reply: notFound }
          if (typeof key === 'string') {
            return { reply: wrongState(key, 'Only a pending access key can be activated.'), subject: id }
          }
          return { reply: { status: 200, body: showAccessKey(key, at) }, subject: id }
        },
      )
    },

    async revokeAccessKey({ params }, context): Promise<OperatorReplies['revokeAccessKey']> {
      return change<OperatorReplies['revokeAccessKey']>(
        'revokeAccessKey',
        context,
        async ({ administration: { accessKeys } }, at) => {
          const id = parseUuid(params.id)
          const key = id ? await accessKeys.revoke(id, at) : 'unknown'
          if (!id || key === 'unknown') return { reply: notFound }
          if (typeof key === 'string') return { reply: revoked, subject: id }
          return { reply: { status: 200, body: showAccessKey(key, at) }, subject: id }
        },
      )
    },

    async rotateAccessKeySecret({ params, body }, context): Promise<OperatorReplies['rotateAccessKeySecret']> {
      const { overlapSeconds = defaultOverlapSeconds } = body
      const id = parseUuid(params.id)
      const secret = generateAccessKeySecret(random)
      // Before the transaction, which may have to wait for that of another rotation.
      const asked = id === undefined ? undefined : await accessKeys.find(id, clock())
      return change<OperatorReplies['rotateAccessKeySecret']>(
        'rotateAccessKeySecret',
        context,
        async ({ administration: { accessKeys } }, at) => {
          const rotation = { seen: asked?.secrets ?? [], overlapSeconds, at }
          const key = id ? await accessKeys.rotateSecret(id, storedSecret(secret, digest), rotation) : 'unknown'
          if (!id || key === 'unknown') return { reply: notFound }
          const detail = `overlapSeconds: ${overlapSeconds}`
          if (key === 'rotating') return { reply: rotationUnderWay, subject: id, detail }
          if (typeof key === 'string') return { reply: revoked, subject: id, detail }
          const shown = { ...showAccessKey(key, at), secret: secret.reveal() }
          return { reply: { status: 200, body: shown }, subject: id, detail }
        },
      )
    },
  }
}

const revoked = wrongState('revoked', 'The access key is revoked.')

/** Reads a time of the contract, which has judged it. */
function moment(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}

/** What changes, for the audit. */
function changesOf(changes: { name?: string; roles?: readonly string[]; expiresAt?: Date | null }): string {
  const { name, roles, expiresAt } = changes
  return [
    ...(name === undefined ? [] : ['name']),
    ...(roles === undefined ? [] : ['roles']),
    ...(expiresAt === undefined ? [] : [`expiresAt: ${expiresAt?.toISOString() ?? null}`]),
  ].join(', ')
}

function showAccessKey(key: AccessKeyRecord, now: Date): Schemas['AccessKey'] {
  return {
    id: key.id,
    accessKey: key.accessKey,
    name: key.name,
    state: stateOf(key, now),
    userId: key.userId,
    account: key.account,
    company: key.company,
    roles: [...key.roles],
    expiresAt: key.expiresAt?.toISOString() ?? null,
    secrets: key.secrets.map(showSecretHint),
    createdAt: key.createdAt.toISOString(),
  }
}
