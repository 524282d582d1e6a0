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
import type { PartnerService } from '../../domain/partners/service.js'
import type { SecurityUserRecord } from '../../domain/security-users/security-user.js'
import type { SecurityUserService } from '../../domain/security-users/service.js'
import type { Audited, Change, OperatorHandlers } from './change.js'
import { joinPartner, joinPartnerLater } from './partner-of-credential.js'
import { securityUserNotFound as notFound } from './problem.js'
import { readPartnerId, showSortedPage, sortedPageRequest } from './sorting.js'

type Operations = Pick<
  OperatorHandlers,
  | 'createSecurityUser'
  | 'listSecurityUsers'
  | 'getSecurityUser'
  | 'updateSecurityUser'
  | 'deleteSecurityUser'
  | 'endSecurityUserSessions'
  | 'endAllSecurityUserSessions'
  | 'unlockSecurityUser'
>

const unusableHash = `is malformed, or its costs are not valid or too high for a sign-in (at most ${maxPasswordCosts})`

interface UsedServices {
  readonly securityUsers: SecurityUserService
  readonly partners: PartnerService
}

export function securityUsersOperations(services: UsedServices, change: Change): Operations {
  return {
    ...readOperations(services.securityUsers),
    ...creationAndDeletion(services, change),
    ...changesOfOneUser(services, change),

    async endAllSecurityUserSessions({ body }, context): Promise<Audited<'endAllSecurityUserSessions'>> {
      return change('endAllSecurityUserSessions', context, async (trx, at) => {
        const {
          users,
          sessions,
          nextAfterUid = null,
        } = await services.securityUsers.endAllSessions(trx, body.afterUid, body.limit, at)
        const detail = `users: ${users}, sessions: ${sessions}, after: ${body.afterUid}`
        return { reply: { status: 200, body: { users, sessions, nextAfterUid } }, detail }
      })
    },
  }
}

function readOperations(securityUsers: SecurityUserService): Pick<Operations, 'listSecurityUsers' | 'getSecurityUser'> {
  return {
    async listSecurityUsers({ query }): Promise<OperatorReplies['listSecurityUsers']> {
      const { username, search, state } = query
      const filter = { username, search, state, partnerId: readPartnerId(query.partnerId) }
      const page = await securityUsers.list(filter, sortedPageRequest(query))
      return { status: 200, body: showSortedPage(page, query, formatSecurityUser) }
    },

    async getSecurityUser({ params }): Promise<OperatorReplies['getSecurityUser']> {
      const uid = parseUid(params.uid)
      const user = uid === undefined ? undefined : await securityUsers.find(uid)
      return user ? { status: 200, body: formatSecurityUser(user) } : notFound
    },
  }
}

function creationAndDeletion(
  { securityUsers, partners }: UsedServices,
  change: Change,
): Pick<Operations, 'createSecurityUser' | 'deleteSecurityUser'> {
  return {
    async createSecurityUser({ body }, context): Promise<Audited<'createSecurityUser'>> {
      const password = await securityUsers.newPassword(body)
      if (!password) throw new UnacceptableField('passwordHash', unusableHash)
      const { hash: passwordHash, generated, origin } = password
      return change('createSecurityUser', context, async (trx, createdAt) => {
        const partner = await joinPartner(partners, trx, body.partnerId)
        const { username, customerId = partner?.id ?? randomUUID() } = body
        const partnerId = partner?.id ?? null
        const newUser = { username, customerId, partnerId, passwordHash, isActive: true, createdAt }
        const user = await securityUsers.create(trx, newUser)
        if (!user) return { reply: { status: 409, body: replyExamples.createSecurityUser.taken } }
        const shown = { ...formatSecurityUser(user), ...(generated && { password: generated.reveal() }) }
        const detail = [`password: ${origin}`, ...(partner ? [`partnerId: ${partner.id}`] : [])].join(', ')
        return { reply: { status: 201, body: shown }, subject: String(user.uid), detail }
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

function changesOfOneUser(
  { securityUsers, partners }: UsedServices,
  change: Change,
): Pick<Operations, ChangeOfOneUser> {
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
      const { active: isActive, password, partnerId } = body
      const passwordHash = password === undefined ? undefined : await securityUsers.hashPassword(new Secret(password))
      const changes = [
        ...(isActive === undefined ? [] : [`active: ${isActive}`]),
        ...(passwordHash === undefined ? [] : ['a new password']),
        ...(partnerId === undefined ? [] : [`partnerId: ${partnerId?.toLowerCase() ?? null}`]),
      ]
      return changeUser(
        'updateSecurityUser',
        context,
        params.uid,
        async (trx, uid, at) => {
          const change = { isActive, passwordHash, partnerId: await joinPartnerLater(partners, trx, partnerId) }
          return securityUsers.update(trx, uid, change, at)
        },
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
export function parseUid(text: string): number | undefined {
  const uid = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined
  return uid !== undefined && uid <= 2_147_483_647 ? uid : undefined
}

function formatSecurityUser(user: SecurityUserRecord): components['schemas']['SecurityUser'] {
  return {
    uid: user.uid,
    username: user.username,
    customerId: user.customerId,
    partnerId: user.partnerId,
    active: user.isActive,
    createdAt: user.createdAt.toISOString(),
    lastUsedAt: user.lastUsedAt?.toISOString() ?? null,
  }
}
