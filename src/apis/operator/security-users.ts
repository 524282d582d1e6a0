import { randomUUID } from 'node:crypto'
import type { OperatorOperations, OperatorReplies } from '../../../generated/operator/operations.js'
import type { components } from '../../../generated/operator/types.js'
import type { SecuredContext } from '../../../generated/runtime/operation.js'
import { UnacceptableField } from '../../contract/failure.js'
import { generatePassword, importedPasswordHash, type PasswordHash } from '../../crypto/password-hashing.js'
import { Secret } from '../../crypto/secret.js'
import type { Repositories } from '../../database/repositories.js'
import type { Operator } from '../../domain/operators/operator.js'
import { type SecurityUserRecord, usernameKey } from '../../domain/security-users/security-user.js'
import { throttleSubject } from '../../domain/security-users/sign-in-throttle.js'
import type { Dependencies } from '../../services.js'
import type { Change } from './change.js'
import { pageRequest, showPage } from './paging.js'
import { alreadyExists, notFound } from './problem.js'
import type { Principals } from './security.js'

type Operations = Pick<
  OperatorOperations<Principals>,
  | 'createSecurityUser'
  | 'listSecurityUsers'
  | 'getSecurityUser'
  | 'updateSecurityUser'
  | 'deleteSecurityUser'
  | 'endSecurityUserSessions'
  | 'unlockSecurityUser'
>

export function securityUsersOperations(
  {
    repositories: {
      administration: { securityUsers },
    },
    passwords,
    acceptedDigests,
    random,
  }: Dependencies,
  change: Change,
): Operations {
  /** Does something to a user, and answers the user as it is then. */
  function changeUser(
    operationId: 'updateSecurityUser' | 'endSecurityUserSessions' | 'unlockSecurityUser',
    context: SecuredContext<Operator>,
    uidText: string,
    work: (repositories: Repositories, uid: number, at: Date) => Promise<SecurityUserRecord | undefined>,
    detail?: string,
  ): Promise<OperatorReplies[typeof operationId]> {
    return change<OperatorReplies[typeof operationId]>(operationId, context, async (repositories, at) => {
      const uid = userNumber(uidText)
      const user = uid === undefined ? undefined : await work(repositories, uid, at)
      if (!user) return { reply: notFound }
      return {
        reply: { status: 200, body: showSecurityUser(user) },
        subject: String(user.uid),
        ...(detail !== undefined && { detail }),
      }
    })
  }

  return {
    async createSecurityUser({ body }, context): Promise<OperatorReplies['createSecurityUser']> {
      const { passwordHash, made, origin } = await passwordOf(body)
      return change<OperatorReplies['createSecurityUser']>(
        'createSecurityUser',
        context,
        async ({ administration }, createdAt) => {
          const { username, customerId = randomUUID() } = body
          const user = await administration.securityUsers.insert({
            username,
            customerId,
            passwordHash,
            isActive: true,
            createdAt,
          })
          if (!user) return { reply: alreadyExists('Another security user has this username.') }
          return {
            reply: { status: 201, body: { ...showSecurityUser(user), ...(made && { password: made.reveal() }) } },
            subject: String(user.uid),
            detail: `password: ${origin}`,
          }
        },
      )
    },

    async listSecurityUsers({ query }): Promise<OperatorReplies['listSecurityUsers']> {
      const username = query.username === undefined ? undefined : usernameKey(query.username)
      const page = await securityUsers.list({ username }, pageRequest(query))
      return { status: 200, body: showPage(page, showSecurityUser) }
    },

    async getSecurityUser({ params }): Promise<OperatorReplies['getSecurityUser']> {
      const uid = userNumber(params.uid)
      const user = uid === undefined ? undefined : await securityUsers.find(uid)
      return user ? { status: 200, body: showSecurityUser(user) } : notFound
    },

    async updateSecurityUser({ params, body }, context): Promise<OperatorReplies['updateSecurityUser']> {
      const { active: isActive, password } = body
      const passwordHash = password === undefined ? undefined : await passwords.hash(new Secret(password))
      const changes = [
        ...(isActive === undefined ? [] : [`active: ${isActive}`]),
        ...(passwordHash === undefined ? [] : ['a new password']),
      ]
      return changeUser(
        'updateSecurityUser',
        context,
        params.uid,
        async ({ administration: { securityUsers } }, uid, at) => {
          const user = await securityUsers.update(uid, { isActive, passwordHash })
          if (user && (isActive === false || passwordHash !== undefined)) await securityUsers.endSessions(uid, at)
          return user
        },
        changes.join(', '),
      )
    },

    async deleteSecurityUser({ params }, context): Promise<OperatorReplies['deleteSecurityUser']> {
      return change<OperatorReplies['deleteSecurityUser']>(
        'deleteSecurityUser',
        context,
        async ({ administration: { securityUsers } }) => {
          const uid = userNumber(params.uid)
          const isRemoved = uid !== undefined && (await securityUsers.remove(uid))
          return isRemoved ? { reply: { status: 204 }, subject: String(uid) } : { reply: notFound }
        },
      )
    },

    async endSecurityUserSessions({ params }, context): Promise<OperatorReplies['endSecurityUserSessions']> {
      return changeUser('endSecurityUserSessions', context, params.uid, ({ administration }, uid, at) =>
        administration.securityUsers.endSessions(uid, at),
      )
    },

    async unlockSecurityUser({ params }, context): Promise<OperatorReplies['unlockSecurityUser']> {
      return changeUser(
        'unlockSecurityUser',
        context,
        params.uid,
        async ({ administration: { securityUsers }, signIns }, uid) => {
          const user = await securityUsers.find(uid)
          if (user) await signIns.forget(acceptedDigests(throttleSubject(usernameKey(user.username))))
          return user
        },
      )
    },
  }

  /** The hash of a new user's password, where it comes from, and the password itself where it is made here. */
  async function passwordOf({ password, passwordHash }: components['schemas']['SecurityUserCreation']): Promise<{
    passwordHash: PasswordHash
    origin: 'made' | 'given' | 'hash given'
    made?: Secret
  }> {
    if (passwordHash !== undefined) {
      const imported = importedPasswordHash(passwordHash)
      if (!imported) {
        throw new UnacceptableField(
          'passwordHash',
          'is not a hash that can be verified here, or one that takes too much: Argon2id takes at most 1 GiB and 4 GiB in all iterations, scrypt 128 MiB in all lanes',
        )
      }
      return { passwordHash: imported, origin: 'hash given' }
    }
    if (password !== undefined) return { passwordHash: await passwords.hash(new Secret(password)), origin: 'given' }
    const made = generatePassword(random)
    return { passwordHash: await passwords.hash(made), origin: 'made', made }
  }
}

/** Reads the number of a user from a path. What is no number that a user can have is simply unknown. */
function userNumber(text: string): number | undefined {
  const uid = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined
  return uid !== undefined && uid <= 2_147_483_647 ? uid : undefined
}

function showSecurityUser(user: SecurityUserRecord): components['schemas']['SecurityUser'] {
  return {
    uid: user.uid,
    username: user.username,
    customerId: user.customerId,
    active: user.isActive,
    createdAt: user.createdAt.toISOString(),
  }
}
