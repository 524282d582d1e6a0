import { type List, textSort } from '../../database/sorted-page.js'

export type PartnerSort = 'name'

/** Selects partners. An absent member selects all. */
export interface PartnerFilter {
  readonly search?: string | undefined
}

/** How partners are listed and searched. */
export const partnerList: List<'partners', PartnerSort> = {
  table: 'partners',
  seq: 'seq',
  id: 'id',
  sorts: { name: textSort('name') },
  matches:
    (text) =>
    ({ exists, or, selectFrom }) =>
      or([
        text.isPartOf('partners.name'),
        text.begins('partners.id'),
        exists(
          selectFrom('partner_contacts as contact')
            .select('contact.position')
            .whereRef('contact.partner_id', '=', 'partners.id')
            .where(({ or }) => or([text.isPartOf('contact.name'), text.isPartOf('contact.email')])),
        ),
        exists(
          selectFrom('partner_accounts as account')
            .select('account.id')
            .whereRef('account.partner_id', '=', 'partners.id')
            .where(({ or }) => or([text.isPartOf('account.name'), text.begins('account.id')])),
        ),
      ]),
}
