import { randomUUID } from 'node:crypto'
import type { OperatorOperations, OperatorReplies } from '../../../generated/operator/operations.js'
import type { components } from '../../../generated/operator/types.js'
import { hintOf, Secret, storedSecret } from '../../crypto/secret.js'
import type { BrokerAccountRecord, BrokerUserRecord } from '../../domain/broker-users/administration.js'
import {
  type BrokerUserId,
  generateAToken,
  generateBrokerHash,
  generateBrokerSecret,
} from '../../domain/broker-users/broker-user.js'
import type { Dependencies } from '../../services.js'
import { parseUuid } from '../../uuid.js'
import type { Change } from './change.js'
import { pageRequest, showPage } from './paging.js'
import { alreadyExists, notFound } from './problem.js'
import { defaultOverlapSeconds, rotationUnderWay } from './rotation.js'
import { showSecretHint } from './secret-hint.js'
import type { Principals } from './security.js'

type Schemas = components['schemas']

export function brokerUsersOperations(
  {
    repositories: {
      administration: { brokerUsers },
    },
    digest,
    acceptedDigests,
    rekeyings,
    random,
    clock,
  }: Dependencies,
  change: Change,
): Pick<
  OperatorOperations<Principals>,
  | 'createBrokerUser'
  | 'listBrokerUsers'
  | 'getBrokerUser'
  | 'updateBrokerUser'
  | 'deleteBrokerUser'
  | 'rotateBrokerSecret'
  | 'addBrokerAccount'
  | 'deleteBrokerAccount'
> {
  const newAccount = ({
    name,
    aToken = generateAToken(random).reveal(),
  }: Schemas['BrokerAccountCreation']): BrokerAccountRecord => ({ id: randomUUID(), name, aToken })

  return {
    async createBrokerUser({ body }, context): Promise<OperatorReplies['createBrokerUser']> {
      const id = randomUUID() as string as BrokerUserId
      const { name } = body
      const hash = body.hash === undefined ? generateBrokerHash(random) : new Secret(body.hash)
      const secret = body.secret === undefined ? generateBrokerSecret(random) : new Secret(body.secret)
      const accounts = (body.accounts ?? []).map(newAccount)
      if (body.hash !== undefined) await rekeyings.moveNow('broker hash', [acceptedDigests(body.hash)])
      return change<OperatorReplies['createBrokerUser']>(
        'createBrokerUser',
        context,
        async ({ administration: { brokerUsers } }, createdAt) => {
          const isNew = await brokerUsers.insert({
            id,
            name,
            isActive: true,
            hash: storedSecret(hash, digest),
            secret: storedSecret(secret, digest),
            accounts,
            createdAt,
          })
          if (!isNew) return { reply: taken }
          return {
            reply: {
              status: 201,
              body: {
                id,
                name,
                active: true,
                hash: hash.reveal(),
                secret: secret.reveal(),
                accounts,
                createdAt: createdAt.toISOString(),
              },
            },
            subject: id,
            detail: `accounts: ${accounts.length}`,
          }
        },
      )
    },

    async listBrokerUsers({ query }): Promise<OperatorReplies['listBrokerUsers']> {
      return { status: 200, body: showPage(await brokerUsers.list(pageRequest(query), clock()), showBrokerUser) }
    },

    async getBrokerUser({ params }): Promise<OperatorReplies['getBrokerUser']> {
      const id = parseUuid<BrokerUserId>(params.id)
      const user = id && (await brokerUsers.find(id, clock()))
      return user ? { status: 200, body: showBrokerUser(user) } : notFound
    },

    async updateBrokerUser({ params, body }, context): Promise<OperatorReplies['updateBrokerUser']> {
      return change<OperatorReplies['updateBrokerUser']>(
        'updateBrokerUser',
        context,
        async ({ administration: { brokerUsers } }, at) => {
          const id = parseUuid<BrokerUserId>(params.id)
          const user = id && (await brokerUsers.update(id, body, at))
          if (!user) return { reply: notFound }
          return { reply: { status: 200, body: showBrokerUser(user) }, subject: user.id, detail: changesOf(body) }
        },
      )
    },

    async deleteBrokerUser({ params }, context): Promise<OperatorReplies['deleteBrokerUser']> {
      return change<OperatorReplies['deleteBrokerUser']>(
        'deleteBrokerUser',
        context,
        async ({ administration: { brokerUsers } }) => {
          const id = parseUuid<BrokerUserId>(params.id)
          if (!id || !(await brokerUsers.remove(id))) return { reply: notFound }
          return { reply: { status: 204 }, subject: id }
        },
      )
    },

    async rotateBrokerSecret({ params, body }, context): Promise<OperatorReplies['rotateBrokerSecret']> {
      const { overlapSeconds = defaultOverlapSeconds } = body
      const id = parseUuid<BrokerUserId>(params.id)
      const secret = generateBrokerSecret(random)
      // Before the transaction, which may have to wait for that of another rotation.
      const asked = id === undefined ? undefined : await brokerUsers.find(id, clock())
      return change<OperatorReplies['rotateBrokerSecret']>(
        'rotateBrokerSecret',
        context,
        async ({ administration: { brokerUsers } }, at) => {
          const rotation = { seen: asked?.secrets ?? [], overlapSeconds, at }
          const user = id ? await brokerUsers.rotateSecret(id, storedSecret(secret, digest), rotation) : 'unknown'
          if (!id || user === 'unknown') return { reply: notFound }
          const detail = `overlapSeconds: ${overlapSeconds}`
          if (user === 'rotating') return { reply: rotationUnderWay, subject: id, detail }
          const shown = { ...showBrokerUser(user), secret: secret.reveal() }
          return { reply: { status: 200, body: shown }, subject: id, detail }
        },
      )
    },

    async addBrokerAccount({ params, body }, context): Promise<OperatorReplies['addBrokerAccount']> {
      const account = newAccount(body)
      return change<OperatorReplies['addBrokerAccount']>(
        'addBrokerAccount',
        context,
        async ({ administration: { brokerUsers } }, createdAt) => {
          const id = parseUuid<BrokerUserId>(params.id)
          const outcome = id ? await brokerUsers.addAccount(id, account, createdAt) : 'unknown'
          if (!id || outcome === 'unknown') return { reply: notFound }
          if (outcome === 'taken') return { reply: accountTaken, subject: id }
          return { reply: { status: 201, body: account }, subject: id, detail: `account: ${account.id}` }
        },
      )
    },

    async deleteBrokerAccount({ params }, context): Promise<OperatorReplies['deleteBrokerAccount']> {
      return change<OperatorReplies['deleteBrokerAccount']>(
        'deleteBrokerAccount',
        context,
        async ({ administration: { brokerUsers } }) => {
          const id = parseUuid<BrokerUserId>(params.id)
          const accountId = parseUuid(params.accountId)
          if (!id || !accountId || !(await brokerUsers.removeAccount(id, accountId))) return { reply: notFound }
          return { reply: { status: 204 }, subject: id, detail: `account: ${accountId}` }
        },
      )
    },
  }
}

const taken = alreadyExists('Another broker user has this hash, or one of these account tokens.')
const accountTaken = alreadyExists('Another account has this account token.')

/** What changes, for the audit. */
function changesOf({ name, active }: Schemas['BrokerUserChange']): string {
  return [...(name === undefined ? [] : ['name']), ...(active === undefined ? [] : [`active: ${active}`])].join(', ')
}

function showBrokerUser(user: BrokerUserRecord): Schemas['BrokerUser'] {
  return {
    id: user.id,
    name: user.name,
    active: user.isActive,
    hashHint: user.hashHint,
    secrets: user.secrets.map(showSecretHint),
    accounts: user.accounts.map(showBrokerAccount),
    createdAt: user.createdAt.toISOString(),
  }
}

function showBrokerAccount({ id, name, aToken }: BrokerAccountRecord): Schemas['ListedBrokerAccount'] {
  return { id, name, aTokenHint: hintOf(new Secret(aToken)) }
}
