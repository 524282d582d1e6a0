import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import type { SecuredContext } from '../../../generated/runtime/operation.js'
import { UnacceptableField } from '../../contract/failure.js'
import { maxPasswordCosts } from '../../crypto/password-verifier.js'
import { Secret } from '../../crypto/secret.js'
import type { Database } from '../../database/schema.js'
import type { Operator } from '../../domain/operators/operator.js'
import type { SecurityUserRecord } from '../../domain/security-users/security-user.js'
import type { SecurityUserService } from '../../domain/security-users/service.js'
import type { Audited, Change, OperatorHandlers } from './change.js'
import { pageRequest, showPage } from './paging.js'
import { securityUserNotFound as notFound } from './problem.js'

type Operations = Pick<
  OperatorHandlers,
  | 'createSecurityUser'
  | 'listSecurityUsers'
  | 'getSecurityUser'
  | 'updateSecurityUser'
  | 'deleteSecurityUser'
  | 'endSecurityUserSessions'
  | 'unlockSecurityUser'
>

const unusableHash = `is malformed, or its costs are not valid or too high for a sign-in (at most ${maxPasswordCosts})`

export function securityUsersOperations(
  { securityUsers }: { readonly securityUsers: SecurityUserService },
  change: Change,
): Operations {
  return {
    ...readOperations(securityUsers),
    ...creationAndDeletion(securityUsers, change),
    ...changesOfOneUser(securityUsers, change),
  }
}

function readOperations(securityUsers: SecurityUserService): Pick<Operations, 'listSecurityUsers' | 'getSecurityUser'> {
  return {
    async listSecurityUsers({ query }): Promise<OperatorReplies['listSecurityUsers']> {
      const page = await securityUsers.list({ username: query.username }, pageRequest(query))
      return { status: 200, body: showPage(page, formatSecurityUser) }
    },

    async getSecurityUser({ params }): Promise<OperatorReplies['getSecurityUser']> {
      const uid = parseUid(params.uid)
      const user = uid === undefined ? undefined : await securityUsers.find(uid)
      return user ? { status: 200, body: formatSecurityUser(user) } : notFound
    },
  }
}

function creationAndDeletion(
  securityUsers: SecurityUserService,
  change: Change,
): Pick<Operations, 'createSecurityUser' | 'deleteSecurityUser'> {
  return {
    async createSecurityUser({ body }, context): Promise<Audited<'createSecurityUser'>> {
      const password = await securityUsers.newPassword(body)
      if (!password) throw new UnacceptableField('passwordHash', unusableHash)
      const { hash: passwordHash, generated, origin } = password
      return change('createSecurityUser', context, async (trx, createdAt) => {
        const { username, customerId = randomUUID() } = body
        const newUser = { username, customerId, passwordHash, isActive: true, createdAt }
        const user = await securityUsers.create(trx, newUser)
        if (!user) return { reply: { status: 409, body: replyExamples.createSecurityUser.taken } }
        const shown = { ...formatSecurityUser(user), ...(generated && { password: generated.reveal() }) }
        return { reply: { status: 201, body: shown }, subject: String(user.uid), detail: `password: ${origin}` }
      })
    },

    async deleteSecurityUser({ params }, context): Promise<Audited<'deleteSecurityUser'>> {
      return change('deleteSecurityUser', context, async (trx) => {
        const uid = parseUid(params.uid)
        const isRemoved = uid !== undefined && (await securityUsers.remove(trx, uid))
        return isRemoved ? { reply: { status: 204 }, subject: String(uid) } : { reply: notFound }
      })
    },
  }
}

type ChangeOfOneUser = 'updateSecurityUser' | 'endSecurityUserSessions' | 'unlockSecurityUser'

function changesOfOneUser(securityUsers: SecurityUserService, change: Change): Pick<Operations, ChangeOfOneUser> {
  /** Changes a user, and answers the changed user. */
  function changeUser(
    operationId: ChangeOfOneUser,
    context: SecuredContext<Operator>,
    uidText: string,
    apply: (trx: Transaction<Database>, uid: number, at: Date) => Promise<SecurityUserRecord | undefined>,
    detail?: string,
  ): Promise<Audited<ChangeOfOneUser>> {
    return change(operationId, context, async (trx, at) => {
      const uid = parseUid(uidText)
      const user = uid === undefined ? undefined : await apply(trx, uid, at)
      if (!user) return { reply: notFound }
      const reply = { status: 200, body: formatSecurityUser(user) } as const
      return { reply, subject: String(user.uid), ...(detail !== undefined && { detail }) }
    })
  }

  return {
    async updateSecurityUser({ params, body }, context): Promise<Audited<'updateSecurityUser'>> {
      const { active: isActive, password } = body
      const passwordHash = password === undefined ? undefined : await securityUsers.hashPassword(new Secret(password))
      const changes = [
        ...(isActive === undefined ? [] : [`active: ${isActive}`]),
        ...(passwordHash === undefined ? [] : ['a new password']),
      ]
      return changeUser(
        'updateSecurityUser',
        context,
        params.uid,
        (trx, uid, at) => securityUsers.update(trx, uid, { isActive, passwordHash }, at),
        changes.join(', '),
      )
    },

    async endSecurityUserSessions({ params }, context): Promise<Audited<'endSecurityUserSessions'>> {
      return changeUser('endSecurityUserSessions', context, params.uid, (trx, uid, at) =>
        securityUsers.endSessions(trx, uid, at),
      )
    },

    async unlockSecurityUser({ params }, context): Promise<Audited<'unlockSecurityUser'>> {
      return changeUser('unlockSecurityUser', context, params.uid, (trx, uid) => securityUsers.unlock(trx, uid))
    },
  }
}

/** Reads the number of a user from a path. A text that is not the number of any user is simply an unknown one. */
function parseUid(text: string): number | undefined {
  const uid = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined
  return uid !== undefined && uid <= 2_147_483_647 ? uid : undefined
}

function formatSecurityUser(user: SecurityUserRecord): components['schemas']['SecurityUser'] {
  return {
    uid: user.uid,
    username: user.username,
    customerId: user.customerId,
    active: user.isActive,
    createdAt: user.createdAt.toISOString(),
    lastUsedAt: user.lastUsedAt?.toISOString() ?? null,
  }
}
