import type { ReactNode } from 'react'
import type { OperatorClient } from '../../../generated/operator/client.js'
import type { ListFilters } from './list-query.js'

/** What can be sorted by. */
export type SortKey = 'name' | 'accountId' | 'createdAt' | 'lastUsedAt'

export interface Column<Item> {
  readonly header: string
  /** For the table. */
  readonly cell: (item: Item) => ReactNode
  /** For the export. */
  readonly text: (item: Item) => string
  readonly sort?: SortKey
  /** From which width of the window on it is shown; absent: always. */
  readonly from?: 'medium' | 'wide'
  readonly className?: string
}

export interface ListPage<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

/** What the server is asked for. */
export interface PageRequest extends ListFilters {
  readonly cursor: string
  readonly limit: number
}

/** A kind of thing that is listed. */
export interface ListDefinition<Item> {
  /** Of the addresses, and of exported files. */
  readonly path: string
  readonly title: string
  readonly description?: ReactNode
  /** What the search finds; absent where there is none. */
  readonly searchHint?: string
  readonly states?: readonly string[]
  readonly hasPartner: boolean
  readonly columns: readonly Column<Item>[]
  readonly keyOf: (item: Item) => string
  readonly load: (client: OperatorClient, request: PageRequest, signal: AbortSignal) => Promise<ListPage<Item>>
  /** What is said where there is nothing yet. */
  readonly empty: string
}

/** The parameters of a request; those that are not set are left out. What somebody wrote into the address is judged by the server. */
export function queryOf({ limit, cursor, search, partnerId, sort, state }: PageRequest) {
  return {
    limit,
    ...(cursor && { cursor }),
    ...(search && { search }),
    ...(partnerId && { partnerId }),
    ...(sort && { sort: sort as never }),
    ...(state && { state: state as never }),
  }
}
