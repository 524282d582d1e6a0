import { type List, textSort, timeSort } from '../../database/sorted-page.js'
import type { PartnerId } from '../partners/partner.js'

export type BrokerUserSort = 'name' | 'lastUsedAt'

/** Selects users. An absent member selects all. */
export interface BrokerUserFilter {
  readonly search?: string | undefined
  readonly state?: 'active' | 'inactive' | undefined
  readonly partnerId?: PartnerId | undefined
}

/** How users are listed and searched. */
export const brokerUserList: List<'broker_users', BrokerUserSort> = {
  table: 'broker_users',
  seq: 'seq',
  id: 'id',
  sorts: { name: textSort('name'), lastUsedAt: timeSort('last_used_at') },
  matches:
    (text) =>
    ({ exists, or, selectFrom }) =>
      or([
        text.isPartOf('broker_users.name'),
        text.begins('broker_users.id'),
        text.isHint('broker_users.hash_hint'),
        exists(
          selectFrom('broker_secrets as secret')
            .select('secret.user_id')
            .whereRef('secret.user_id', '=', 'broker_users.id')
            .where(text.isHint('secret.hint')),
        ),
        exists(
          selectFrom('broker_accounts as account')
            .select('account.id')
            .whereRef('account.user_id', '=', 'broker_users.id')
            .where(({ or }) => or([text.isPartOf('account.name'), text.isEndOfSecret('account.a_token')])),
        ),
      ]),
}
