import type { OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import type { Partner, PartnerAccount, PartnerChanges, PartnerId } from '../../domain/partners/partner.js'
import type { PartnerService } from '../../domain/partners/service.js'
import { parseUuid } from '../../uuid.js'
import type { Audited, Change, OperatorHandlers } from './change.js'
import { partnerNotFound as notFound, partnerAccountNotFound } from './problem.js'
import { showSortedPage, sortedPageRequest } from './sorting.js'

type Schemas = components['schemas']

type Operations<Ids extends keyof OperatorHandlers> = Pick<OperatorHandlers, Ids>
type PartnerOperations = Operations<'createPartner' | 'listPartners' | 'getPartner' | 'updatePartner' | 'deletePartner'>
type AccountOperations = Operations<'addPartnerAccount' | 'deletePartnerAccount'>

export function partnersOperations(partners: PartnerService, change: Change): PartnerOperations & AccountOperations {
  return { ...partnerOperations(partners, change), ...accountOperations(partners, change) }
}

function partnerOperations(partners: PartnerService, change: Change): PartnerOperations {
  return {
    async createPartner({ body }, context): Promise<Audited<'createPartner'>> {
      return change('createPartner', context, async (trx, at) => {
        const partner = partners.draft(body, at)
        if (!(await partners.create(trx, partner))) return { reply: partnerExists }
        return {
          reply: { status: 201, body: showPartner(partner) },
          subject: partner.id,
          detail: `accounts: ${partner.accounts.length}`,
        }
      })
    },

    async listPartners({ query }): Promise<OperatorReplies['listPartners']> {
      const page = await partners.list({ search: query.search }, sortedPageRequest(query))
      return { status: 200, body: showSortedPage(page, query, showPartner) }
    },

    async getPartner({ params }): Promise<OperatorReplies['getPartner']> {
      const id = parseUuid<PartnerId>(params.id)
      const partner = id && (await partners.find(id))
      return partner ? { status: 200, body: showPartner(partner) } : notFound
    },

    async updatePartner({ params, body }, context): Promise<Audited<'updatePartner'>> {
      return change('updatePartner', context, async (trx) => {
        const id = parseUuid<PartnerId>(params.id)
        const partner = id && (await partners.update(trx, id, body))
        if (!partner) return { reply: notFound }
        return { reply: { status: 200, body: showPartner(partner) }, subject: partner.id, detail: changesOf(body) }
      })
    },

    async deletePartner({ params }, context): Promise<Audited<'deletePartner'>> {
      return change('deletePartner', context, async (trx) => {
        const id = parseUuid<PartnerId>(params.id)
        const deletion = id ? await partners.delete(trx, id) : 'unknown'
        if (!id || deletion === 'unknown') return { reply: notFound }
        return { reply: deletionReplies[deletion], subject: id }
      })
    },
  }
}

function accountOperations(partners: PartnerService, change: Change): AccountOperations {
  return {
    async addPartnerAccount({ params, body }, context): Promise<Audited<'addPartnerAccount'>> {
      return change('addPartnerAccount', context, async (trx, at) => {
        const id = parseUuid<PartnerId>(params.id)
        const account = partners.draftAccount(body, at)
        const outcome = id ? await partners.addAccount(trx, id, account) : 'unknown'
        if (!id || outcome === 'unknown') return { reply: notFound }
        if (outcome === 'existing') return { reply: accountExists, subject: id }
        return { reply: { status: 201, body: showAccount(account) }, subject: id, detail: `account: ${account.id}` }
      })
    },

    async deletePartnerAccount({ params }, context): Promise<Audited<'deletePartnerAccount'>> {
      return change('deletePartnerAccount', context, async (trx) => {
        const id = parseUuid<PartnerId>(params.id)
        const accountId = parseUuid(params.accountId)
        const deletion = id && accountId ? await partners.deleteAccount(trx, id, accountId) : 'unknown'
        if (!id || deletion === 'unknown') return { reply: partnerAccountNotFound }
        return { reply: accountDeletionReplies[deletion], subject: id, detail: `account: ${accountId}` }
      })
    },
  }
}

const partnerExists = { status: 409, body: replyExamples.createPartner.taken } as const
const accountExists = { status: 409, body: replyExamples.addPartnerAccount.taken } as const
const deletionReplies = {
  deleted: { status: 204 },
  'in-use': { status: 409, body: replyExamples.deletePartner.inUse },
} as const
const accountDeletionReplies = {
  deleted: { status: 204 },
  'in-use': { status: 409, body: replyExamples.deletePartnerAccount.inUse },
  last: { status: 409, body: replyExamples.deletePartnerAccount.last },
} as const

/** The changed fields, for the audit. */
function changesOf({ name, contacts }: PartnerChanges): string {
  return [...(name === undefined ? [] : ['name']), ...(contacts ? [`contacts: ${contacts.length}`] : [])].join(', ')
}

function showPartner({ id, name, contacts, accounts, createdAt }: Partner): Schemas['Partner'] {
  return {
    id,
    name,
    contacts: [...contacts],
    accounts: accounts.map(showAccount),
    createdAt: createdAt.toISOString(),
  }
}

function showAccount({ id, name, createdAt }: PartnerAccount): Schemas['PartnerAccount'] {
  return { id, name, createdAt: createdAt.toISOString() }
}
