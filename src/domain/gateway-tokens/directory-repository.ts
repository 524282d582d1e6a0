import type { Kysely, Transaction } from 'kysely'
import { mapPage, type Page, type PageRequest, selectPage } from '../../database/page.js'
import type { Database } from '../../database/schema.js'
import type { GatewayToken, GatewayTokenChanges, GatewayTokenFilter, TokenLink } from './gateway-token.js'
import { columns, toGatewayToken } from './rows.js'

/** The table `gateway_tokens`, as operators read and describe it. */
export class GatewayTokenDirectoryRepository {
  /** A page of the tokens of all accounts, newest first. */
  async search(
    db: Kysely<Database>,
    { accountId, state }: GatewayTokenFilter,
    page: PageRequest,
  ): Promise<Page<GatewayToken>> {
    let query = db.selectFrom('gateway_tokens').select(columns).select('seq')
    if (accountId !== undefined) query = query.where('account_id', '=', accountId)
    if (state !== undefined) query = query.where('revoked_at', state === 'active' ? 'is' : 'is not', null)
    return mapPage(await selectPage(query, page), toGatewayToken)
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
