import type { OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import { hintOf, Secret } from '../../crypto/secret.js'
import type {
  BrokerAccountRecord,
  BrokerUserChanges,
  BrokerUserId,
  BrokerUserRecord,
} from '../../domain/broker-users/broker-user.js'
import type { BrokerUserDraft } from '../../domain/broker-users/draft.js'
import type { BrokerUserService } from '../../domain/broker-users/service.js'
import type { PartnerService } from '../../domain/partners/service.js'
import { parseUuid } from '../../uuid.js'
import type { Audited, Change, OperatorHandlers } from './change.js'
import { joinPartner, joinPartnerLater } from './partner-of-credential.js'
import { brokerAccountNotFound, brokerUserNotFound as notFound } from './problem.js'
import { rotationRefused, showSecretHint } from './secrets.js'
import { readPartnerId, showSortedPage, sortedPageRequest } from './sorting.js'

type Schemas = components['schemas']

type Operations<Ids extends keyof OperatorHandlers> = Pick<OperatorHandlers, Ids>
type UserOperations = Operations<
  'createBrokerUser' | 'listBrokerUsers' | 'getBrokerUser' | 'updateBrokerUser' | 'deleteBrokerUser'
>
type SecretAndAccountOperations = Operations<'rotateBrokerSecret' | 'addBrokerAccount' | 'deleteBrokerAccount'>

interface UsedServices {
  readonly brokerUsers: BrokerUserService
  readonly partners: PartnerService
}

export function brokerUsersOperations(
  services: UsedServices,
  change: Change,
): UserOperations & SecretAndAccountOperations {
  return { ...userOperations(services, change), ...secretAndAccountOperations(services.brokerUsers, change) }
}

function userOperations({ brokerUsers, partners }: UsedServices, change: Change): UserOperations {
  return {
    async createBrokerUser({ body }, context): Promise<Audited<'createBrokerUser'>> {
      return change('createBrokerUser', context, async (trx, at) => {
        const partner = await joinPartner(partners, trx, body.partnerId)
        const draft = brokerUsers.draft({ ...body, partnerId: partner?.id })
        if (!(await brokerUsers.create(trx, draft, at))) return { reply: userExists }
        const { id, accounts } = draft
        return {
          reply: { status: 201, body: showNewUser(draft, at) },
          subject: id,
          detail: [`accounts: ${accounts.length}`, ...(partner ? [`partnerId: ${partner.id}`] : [])].join(', '),
        }
      })
    },

    async listBrokerUsers({ query }): Promise<OperatorReplies['listBrokerUsers']> {
      const { search, state } = query
      const filter = { search, state, partnerId: readPartnerId(query.partnerId) }
      const page = await brokerUsers.list(filter, sortedPageRequest(query))
      return { status: 200, body: showSortedPage(page, query, showBrokerUser) }
    },

    async getBrokerUser({ params }): Promise<OperatorReplies['getBrokerUser']> {
      const id = parseUuid<BrokerUserId>(params.id)
      const user = id && (await brokerUsers.find(id))
      return user ? { status: 200, body: showBrokerUser(user) } : notFound
    },

    async updateBrokerUser({ params, body }, context): Promise<Audited<'updateBrokerUser'>> {
      return change('updateBrokerUser', context, async (trx, at) => {
        const id = parseUuid<BrokerUserId>(params.id)
        if (!id) return { reply: notFound }
        const partnerId = await joinPartnerLater(partners, trx, body.partnerId)
        const changes = { name: body.name, isActive: body.active, partnerId }
        const user = await brokerUsers.update(trx, id, changes, at)
        if (!user) return { reply: notFound }
        return { reply: { status: 200, body: showBrokerUser(user) }, subject: user.id, detail: changesOf(changes) }
      })
    },

    async deleteBrokerUser({ params }, context): Promise<Audited<'deleteBrokerUser'>> {
      return change('deleteBrokerUser', context, async (trx) => {
        const id = parseUuid<BrokerUserId>(params.id)
        if (!id || !(await brokerUsers.delete(trx, id))) return { reply: notFound }
        return { reply: { status: 204 }, subject: id }
      })
    },
  }
}

function secretAndAccountOperations(brokerUsers: BrokerUserService, change: Change): SecretAndAccountOperations {
  return {
    async rotateBrokerSecret({ params, body }, context): Promise<Audited<'rotateBrokerSecret'>> {
      const id = parseUuid<BrokerUserId>(params.id)
      // Before the transaction, which may have to wait for the rotation of another operator.
      const seen = id && (await brokerUsers.find(id))
      return change('rotateBrokerSecret', context, async (trx, at) => {
        if (!seen) return { reply: notFound }
        const rotated = await brokerUsers.rotateSecret(trx, seen.id, { ...body, seen: seen.secrets }, at)
        if (rotated === 'unknown') return { reply: notFound }
        const audited = { subject: seen.id, detail: `overlapSeconds: ${body.overlapSeconds}` }
        if (typeof rotated === 'string') return { reply: rotationRefused(rotated), ...audited }
        const shown = { ...showBrokerUser(rotated.user), secret: rotated.secret.reveal() }
        return { reply: { status: 200, body: shown }, ...audited }
      })
    },

    async addBrokerAccount({ params, body }, context): Promise<Audited<'addBrokerAccount'>> {
      const account = brokerUsers.draftAccount(body)
      return change('addBrokerAccount', context, async (trx, at) => {
        const id = parseUuid<BrokerUserId>(params.id)
        const outcome = id ? await brokerUsers.addAccount(trx, id, account, at) : 'unknown'
        if (!id || outcome === 'unknown') return { reply: notFound }
        if (outcome === 'existing') return { reply: accountExists, subject: id }
        return { reply: { status: 201, body: account }, subject: id, detail: `account: ${account.id}` }
      })
    },

    async deleteBrokerAccount({ params }, context): Promise<Audited<'deleteBrokerAccount'>> {
      return change('deleteBrokerAccount', context, async (trx) => {
        const id = parseUuid<BrokerUserId>(params.id)
        const accountId = parseUuid(params.accountId)
        if (!id || !accountId || !(await brokerUsers.deleteAccount(trx, id, accountId)))
          return { reply: brokerAccountNotFound }
        return { reply: { status: 204 }, subject: id, detail: `account: ${accountId}` }
      })
    },
  }
}

const userExists = { status: 409, body: replyExamples.createBrokerUser.taken } as const
const accountExists = { status: 409, body: replyExamples.addBrokerAccount.taken } as const

/** The changed fields, for the audit. */
function changesOf({ name, isActive, partnerId }: BrokerUserChanges): string {
  return [
    ...(name === undefined ? [] : ['name']),
    ...(isActive === undefined ? [] : [`active: ${isActive}`]),
    ...(partnerId === undefined ? [] : [`partnerId: ${partnerId}`]),
  ].join(', ')
}

function showNewUser(
  { id, name, partnerId, hash, secret, accounts }: BrokerUserDraft,
  createdAt: Date,
): Schemas['NewBrokerUser'] {
  return {
    id,
    name,
    active: true,
    partnerId,
    hash: hash.reveal(),
    secret: secret.reveal(),
    accounts: [...accounts],
    createdAt: createdAt.toISOString(),
  }
}

function showBrokerUser(user: BrokerUserRecord): Schemas['BrokerUser'] {
  return {
    id: user.id,
    name: user.name,
    active: user.isActive,
    partnerId: user.partnerId,
    hashHint: user.hashHint,
    secrets: user.secrets.map(showSecretHint),
    accounts: user.accounts.map(showBrokerAccount),
    createdAt: user.createdAt.toISOString(),
    lastUsedAt: user.lastUsedAt?.toISOString() ?? null,
  }
}

function showBrokerAccount({ id, name, aToken }: BrokerAccountRecord): Schemas['ListedBrokerAccount'] {
  return { id, name, aTokenHint: hintOf(new Secret(aToken)) }
}
