import type { OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import type { WithDefaults } from '../../../generated/runtime/operation.js'
import { UnacceptableField } from '../../contract/failure.js'
import type { ExportedSigningKey, SigningKeyService } from '../../domain/signing-keys/service.js'
import type { SigningKey } from '../../domain/signing-keys/signing-key.js'
import type { GivenSigningKey, ImportConflict } from '../../domain/signing-keys/signing-key-import.js'
import type { Audited, Change, OperatorHandlers } from './change.js'
import { pageRequest, showPage } from './paging.js'
import { signingKeyNotFound as notFound, retiringSigningKeyNotFound } from './problem.js'

type SigningKeyImport = components['schemas']['SigningKeyImport']

export function signingKeysOperations(
  signingKeys: SigningKeyService,
  change: Change,
): Pick<
  OperatorHandlers,
  'listSigningKeys' | 'rotateSigningKey' | 'importSigningKey' | 'retireSigningKeys' | 'exportSigningKeys'
> {
  return {
    ...movingOperations(signingKeys, change),

    async listSigningKeys({ query }): Promise<OperatorReplies['listSigningKeys']> {
      return { status: 200, body: showPage(await signingKeys.list(pageRequest(query)), showSigningKey) }
    },

    async rotateSigningKey({ params: { api }, body }, context): Promise<Audited<'rotateSigningKey'>> {
      const { overlapSeconds } = body
      const reply = await change('rotateSigningKey', context, async (trx, at) => {
        const result = await signingKeys.rotate(trx, api, { overlapSeconds, at })
        if (!result) return { reply: notFound }
        if ('pending' in result) return { reply: rotationPending, subject: api }
        return {
          reply: { status: 200, body: showSigningKey(result.rotated) },
          subject: api,
          ...(overlapSeconds !== undefined && { detail: `overlapSeconds: ${overlapSeconds}` }),
        }
      })
      // The rotation took effect even where this fails: the next use loads the keys.
      if (reply.status === 200) await signingKeys.load().catch(() => {})
      return reply
    },
  }
}

/** The operations with which keys come from another installation, end, and go to other servers. */
function movingOperations(
  signingKeys: SigningKeyService,
  change: Change,
): Pick<OperatorHandlers, 'importSigningKey' | 'retireSigningKeys' | 'exportSigningKeys'> {
  return {
    async importSigningKey({ params: { api }, body }, context): Promise<Audited<'importSigningKey'>> {
      const given = toGivenKey(body)
      const weakness = signingKeys.weaknessOf(api, given)
      if (weakness !== undefined) throw new UnacceptableField('key', weakness)
      const reply = await change('importSigningKey', context, async (trx, at) => {
        const result = await signingKeys.import(trx, api, given, at)
        if (!result) return { reply: notFound }
        if ('conflict' in result)
          return { reply: importRefused(result.conflict), subject: api, detail: result.conflict }
        const { id, kid } = result.key
        return {
          reply: { status: 200, body: showSigningKey(result.key) },
          subject: api,
          detail: `id: ${id}; kid: ${kid ?? 'none'}; verifyOnly: ${given.isVerifyOnly}`,
        }
      })
      if (reply.status === 200) await signingKeys.load().catch(() => {})
      return reply
    },

    async retireSigningKeys({ params: { api }, body }, context): Promise<Audited<'retireSigningKeys'>> {
      const { overlapSeconds } = body
      const reply = await change('retireSigningKeys', context, async (trx, at) => {
        const id = body.id?.toLowerCase()
        const retired = await signingKeys.retire(trx, api, { id, overlapSeconds, at })
        if (!retired) return { reply: retiringSigningKeyNotFound }
        const ids = retired.map((key) => key.id)
        return {
          reply: { status: 200, body: { items: retired.map(showSigningKey) } },
          subject: api,
          detail: `overlapSeconds: ${overlapSeconds}; ${ids.length} keys: ${ids.slice(0, 10).join(', ')}`,
        }
      })
      if (reply.status === 200) await signingKeys.load().catch(() => {})
      return reply
    },

    async exportSigningKeys({ params: { api } }, context): Promise<Audited<'exportSigningKeys'>> {
      return change('exportSigningKeys', context, async (trx, at) => {
        const exported = await signingKeys.export(trx, api, at)
        if (!exported) return { reply: notFound }
        const body = { keys: exported.map(toWebKey) }
        return { reply: { status: 200, body }, subject: api, detail: `${exported.length} keys` }
      })
    },
  }
}

/** @throws {UnacceptableField} where the key is not spelt the one canonical way */
function toGivenKey({ key, kid, verifyOnly }: WithDefaults<SigningKeyImport, 'verifyOnly'>): GivenSigningKey {
  const material = Buffer.from(key, 'base64url')
  if (material.toString('base64url') !== key) throw new UnacceptableField('key', 'is not base64url')
  return { material, kid, isVerifyOnly: verifyOnly }
}

/** A key as RFC 7517 writes it. */
function toWebKey({ kid, algorithm, material }: ExportedSigningKey): components['schemas']['SymmetricKey'] {
  return {
    kty: 'oct',
    use: 'sig',
    alg: algorithm as components['schemas']['SymmetricKey']['alg'],
    ...(kid !== null && { kid }),
    k: material.toString('base64url'),
  }
}

const conflicts: Readonly<Record<ImportConflict, string>> = {
  exists: replyExamples.importSigningKey.exists.detail,
  'kid-taken': 'Another key of this API has this kid.',
  'too-many': 'This API has as many keys without a kid as it may have. Retire one first.',
  pending: replyExamples.rotateSigningKey.underWay.detail,
}

function importRefused(conflict: ImportConflict): Extract<OperatorReplies['importSigningKey'], { status: 409 }> {
  return { status: 409, body: { ...replyExamples.importSigningKey.exists, detail: conflicts[conflict] } }
}

const rotationPending = { status: 409, body: replyExamples.rotateSigningKey.underWay } as const

function showSigningKey(key: SigningKey): components['schemas']['SigningKey'] {
  return {
    id: key.id,
    kid: key.kid,
    imported: key.isImported,
    api: key.api,
    algorithm: key.algorithm,
    state: key.state,
    createdAt: key.createdAt.toISOString(),
    signsFrom: key.signsFrom?.toISOString() ?? null,
    expiresAt: key.expiresAt?.toISOString() ?? null,
  }
}
