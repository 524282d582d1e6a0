import { type SelectQueryBuilder, sql } from 'kysely'
import type { Database } from './schema.js'

/** Which part of a list is wanted: at most `limit` items, those after a place. Lists are newest first. */
export interface PageRequest {
  readonly limit: number
  /** The number of the last item of the page before; absent for the first page. */
  readonly before?: string
}

/** A part of a list, and where the next one begins. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** The number of the last item, where there are others after it. */
  readonly next: string | undefined
}

/**
 * Reads a page, newest first.
 * @param query selects the list, and in `seq` the number of each row
 * @param column the number's column
 */
export async function selectPage<Table extends keyof Database, Row extends { readonly seq: string | number }>(
  query: SelectQueryBuilder<Database, Table, Row>,
  { limit, before }: PageRequest,
  column = 'seq',
): Promise<Page<Row>> {
  const number = sql.ref<string>(column)
  // A cursor may be larger than any number of the column.
  const rest = before === undefined ? query : query.where(number, '<', sql<string>`${before}::bigint`)
  const rows = await rest
    .orderBy(number, 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit)
}

/**
 * Makes a page of rows that carry their number.
 * @param rows the page and what follows; one row more than the limit tells that there is a next page
 */
export function pageOf<Row extends { readonly seq: string | number }>(rows: readonly Row[], limit: number): Page<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? String(last.seq) : undefined }
}

/** The same page with other items. */
export function mapPage<Item, Mapped>({ items, next }: Page<Item>, toMapped: (item: Item) => Mapped): Page<Mapped> {
  return { items: items.map(toMapped), next }
}
