import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../database/schema.js'
import { searchText } from '../../database/search-text.js'
import { mapSortedPage, type SortedPage, type SortedPageRequest, selectSortedPage } from '../../database/sorted-page.js'
import type { GatewayToken, GatewayTokenChanges, TokenLink } from './gateway-token.js'
import { type GatewayTokenFilter, type GatewayTokenSort, gatewayTokenList } from './list.js'
import { columns, toGatewayToken } from './rows.js'

/** The table `gateway_tokens`, as operators read and describe it. */
export class GatewayTokenDirectoryRepository {
  /** A page of the tokens of all accounts. */
  async search(
    db: Kysely<Database>,
    { search, accountId, state, partnerId }: GatewayTokenFilter,
    page: SortedPageRequest<GatewayTokenSort>,
  ): Promise<SortedPage<GatewayToken>> {
    const all = db.selectFrom('gateway_tokens')
    let query = all.select(columns).select('seq')
    if (accountId !== undefined) query = query.where('account_id', '=', accountId)
    if (state !== undefined) query = query.where('revoked_at', state === 'active' ? 'is' : 'is not', null)
    if (partnerId !== undefined) query = query.where('partner_id', '=', partnerId)
    const options = { text: searchText(search), all, isNarrow: accountId !== undefined || partnerId !== undefined }
    return mapSortedPage(await selectSortedPage(gatewayTokenList, query, page, options), toGatewayToken)
  }

  /**
   * Changes a token. Of a revoked one only the partner changes.
   * @returns the token as it is now; `undefined` where it is unknown, or revoked and its description should change
   */
  async update(
    trx: Transaction<Database>,
    link: TokenLink,
    { description, partnerId }: GatewayTokenChanges,
  ): Promise<GatewayToken | undefined> {
    let update = trx
      .updateTable('gateway_tokens')
      .set({
        ...(description !== undefined && { description }),
        ...(partnerId !== undefined && { partner_id: partnerId }),
      })
      .where('link', '=', link)
    if (description !== undefined) update = update.where('revoked_at', 'is', null)
    const row = await update.returning(columns).executeTakeFirst()
    return row && toGatewayToken(row)
  }
}
