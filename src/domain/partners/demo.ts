import type { DemoRows } from '../../demo.js'
import type { Partner, PartnerId } from './partner.js'
import type { PartnerRepository } from './repository.js'

/** To whom the credentials of the published examples belong, one of each kind. Its id is the company of the access keys there. */
export const demoPartnerId = '29263739-2cf8-483d-af15-6151dc8448b4' as PartnerId

const createdAt = new Date('2025-11-03T08:30:00Z')

const partners: readonly Partner[] = [
  {
    id: '9b2e4c10-7a35-4d6f-8e21-5c0d3f7a1b02' as PartnerId,
    name: 'A partner that the operator examples remove',
    contacts: [],
    accounts: [{ id: '0ea70001-0f58-44a2-80ad-953633ff2c03', name: 'The only account', createdAt }],
    createdAt,
  },
  {
    id: demoPartnerId,
    name: 'Datastore Ltd',
    contacts: [{ name: 'Ethan Buckley', email: 'ethan.buckley@datastoreltd.biz' }],
    accounts: [
      { id: '0ea70001-0f58-44a2-80ad-953633ff2cc7', name: 'Datastore Ltd', createdAt },
      { id: '0ea70001-0f58-44a2-80ad-953633ff2c02', name: 'Datastore Ltd, returns', createdAt },
    ],
    createdAt,
  },
]

/** The partners of the contracts' examples. */
export function partnersDemo(repository: PartnerRepository): DemoRows {
  return {
    // Credentials that were created for a demo partner stay with it.
    replaces: true,

    remove: (trx) =>
      repository.deleteAll(
        trx,
        partners.map(({ id }) => id),
      ),

    async insert(trx) {
      // One by one, so that lists show them in this order.
      for (const partner of partners) await repository.replace(trx, partner)
    },
  }
}
