import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../database/schema.js'
import type { SortedPage, SortedPageRequest } from '../../database/sorted-page.js'
import type { GatewayTokenDirectoryRepository } from './directory-repository.js'
import { type GatewayToken, type GatewayTokenChanges, parseTokenLink, type TokenLink } from './gateway-token.js'
import type { GatewayTokenFilter, GatewayTokenSort } from './list.js'
import type { GatewayTokenRepository } from './repository.js'

export interface GatewayTokenDirectoryOptions {
  readonly db: Kysely<Database>
  readonly tokens: GatewayTokenRepository
  readonly directory: GatewayTokenDirectoryRepository
}

/** What came of a change; `revoked`: the description of a revoked token stays. */
export type GatewayTokenChange =
  | { readonly outcome: 'changed'; readonly token: GatewayToken }
  | { readonly outcome: 'revoked'; readonly link: TokenLink }
  | { readonly outcome: 'unknown' }

/** The gateway tokens of all accounts, as operators find and describe them. */
export class GatewayTokenDirectory {
  constructor(readonly options: GatewayTokenDirectoryOptions) {}

  /** A page of the tokens of all accounts. */
  search(filter: GatewayTokenFilter, page: SortedPageRequest<GatewayTokenSort>): Promise<SortedPage<GatewayToken>> {
    const { db, directory } = this.options
    return directory.search(db, filter, page)
  }

  /** The token with a link, active or revoked. */
  async find(linkText: string): Promise<GatewayToken | undefined> {
    const { db, tokens } = this.options
    const link = parseTokenLink(linkText)
    return link && tokens.findByLink(db, link)
  }

  /** Changes a token. Of a revoked one only the partner changes. */
  async update(
    trx: Transaction<Database>,
    linkText: string,
    changes: GatewayTokenChanges,
  ): Promise<GatewayTokenChange> {
    const { directory, tokens } = this.options
    const link = parseTokenLink(linkText)
    if (!link) return { outcome: 'unknown' }
    const token = await directory.update(trx, link, changes)
    if (token) return { outcome: 'changed', token }
    return (await tokens.findByLink(trx, link)) ? { outcome: 'revoked', link } : { outcome: 'unknown' }
  }
}
