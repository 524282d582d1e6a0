import { type List, textSort, timeSort } from '../../database/sorted-page.js'
import type { PartnerId } from '../partners/partner.js'
import type { AccessKeyState } from './access-key.js'

export type AccessKeySort = 'name' | 'lastUsedAt'

/** Selects access keys. An absent member selects all. */
export interface AccessKeyFilter {
  readonly search?: string | undefined
  readonly state?: AccessKeyState | undefined
  readonly partnerId?: PartnerId | undefined
}

/** How access keys are listed and searched. */
export const accessKeyList: List<'access_keys', AccessKeySort> = {
  table: 'access_keys',
  seq: 'seq',
  id: 'id',
  sorts: { name: textSort('name'), lastUsedAt: timeSort('last_used_at') },
  matches:
    (text) =>
    ({ exists, or, selectFrom }) =>
      or([
        text.isPartOf('access_keys.name'),
        text.begins('access_keys.id'),
        text.begins('access_keys.access_key'),
        text.begins('access_keys.account'),
        text.begins('access_keys.company'),
        text.begins('access_keys.user_id'),
        exists(
          selectFrom('access_key_secrets as secret')
            .select('secret.access_key_id')
            .whereRef('secret.access_key_id', '=', 'access_keys.id')
            .where(text.isHint('secret.hint')),
        ),
      ]),
}
