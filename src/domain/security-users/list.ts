import { type List, plainTextSort, timeSort } from '../../database/sorted-page.js'
import type { PartnerId } from '../partners/partner.js'
import type { UsernameKey } from './security-user.js'

export type SecurityUserSort = 'name' | 'lastUsedAt'

/** Selects users. An absent member selects all. */
export interface SecurityUserFilter {
  /** Only the user of this name. */
  readonly username?: UsernameKey | undefined
  readonly search?: string | undefined
  readonly state?: 'active' | 'inactive' | undefined
  readonly partnerId?: PartnerId | undefined
}

/** How users are listed and searched. Their names are unique, and stored folded too. */
export const securityUserList: List<'security_users', SecurityUserSort> = {
  table: 'security_users',
  seq: 'uid',
  id: undefined,
  sorts: { name: plainTextSort('username_key'), lastUsedAt: timeSort('last_used_at') },
  matches:
    (text) =>
    ({ or }) =>
      or([text.isPartOf('username'), text.is('uid'), text.begins('customer_id')]),
}
