import {
  type Expression,
  type ExpressionBuilder,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely'
import type { Database } from './schema.js'
import { idRange, type SearchText } from './search-text.js'

/** Where a page ends: the number of its last row, and the value by which the list is ordered, where it is not by creation. */
export interface Place {
  readonly seq: string
  readonly value?: string
}

/** Which part of a list is wanted, and in which order. */
export interface SortedPageRequest<Sort extends string = string> {
  readonly limit: number
  /** `createdAt`, or another value of the list. */
  readonly sort: Sort | 'createdAt'
  readonly isDescending: boolean
  /** Where the page before ended, in the same order; absent for the first page. */
  readonly after?: Place | undefined
  /** How many rows a search looks through. Other values are for tests. */
  readonly maxSearched?: number
}

/** A part of a list, and where the next one begins. */
export interface SortedPage<Item> {
  readonly items: readonly Item[]
  /** Where this page ends, where there may be others after it. */
  readonly next: Place | undefined
}

/** A value by which a list can be ordered. It is never null. */
export interface SortValue {
  readonly value: RawBuilder<unknown>
  /** The same as a text, from which PostgreSQL reads the value again. */
  readonly text: RawBuilder<string>
  readonly type: 'text' | 'timestamptz'
}

/** How a table is listed. */
export interface List<Table extends keyof Database, Sort extends string> {
  readonly table: Table
  /** The column that numbers rows in the order of their creation. */
  readonly seq: string
  /** The column of ids, where they are UUIDs. */
  readonly id: string | undefined
  readonly sorts: Readonly<Record<Sort, SortValue>>
  /** Whether a row has a text. */
  readonly matches: (text: SearchText) => (eb: ExpressionBuilder<Database, Table>) => Expression<SqlBool>
}

/**
 * How many rows one call of a search looks through at most: a text can stand within a word, where no index finds it.
 * 300,000 tokens on 2 busy cores: 0.1 s for tokens, 0.3 s for users with their secrets and accounts.
 */
const maxSearchedRows = 20_000

/** A column of text as a value to order by: in any case, and in the same order on every system. */
export function textSort(column: string): SortValue {
  const value = sql`lower(${sql.ref(column)}) collate "C"`
  return { value, text: sql<string>`lower(${sql.ref(column)})`, type: 'text' }
}

/** A column of text that is indexed as it is. */
export function plainTextSort(column: string): SortValue {
  return { value: sql.ref(column), text: sql.ref<string>(column), type: 'text' }
}

/** A column of times as a value to order by; none comes before all others. The index of the column has the same expression. */
export function timeSort(column: string): SortValue {
  const value = sql`coalesce(${sql.ref(column)}, 'epoch'::timestamptz)`
  return {
    value,
    text: sql<string>`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    type: 'timestamptz',
  }
}

interface RowOfPage {
  readonly seq: string | number
  readonly sort_value: string | null
}

/**
 * Reads a page of a list.
 * @param query selects the list, and in `seq` the number of each row
 * @param search where it is given, only rows that have the text. The page can end early, with a place where the search goes on.
 * @param isNarrow whether an index finds the rows of the query, so that a search can look through all of them
 */
export async function selectSortedPage<
  Table extends keyof Database,
  Sort extends string,
  Row extends { readonly seq: string | number },
>(
  list: List<Table, Sort>,
  query: SelectQueryBuilder<Database, Table, Row>,
  page: SortedPageRequest<Sort>,
  { text, all, isNarrow }: Search<Table>,
): Promise<SortedPage<Row>> {
  const order = new Order(list, page)
  if (!text) return order.read(query)
  const range = list.id === undefined ? undefined : idRange(text.text)
  if (range && list.id !== undefined) {
    const id = sql.ref<string>(list.id)
    const found = await order.read(query.where(id, '>=', range.first).where(id, '<=', range.last))
    if (found.items.length > 0) return found
  }
  const end = isNarrow ? undefined : await order.placeOf(all, page.maxSearched ?? maxSearchedRows)
  const found = await order.read(query.where(list.matches(text)), end)
  return found.next || !end ? found : { items: found.items, next: end }
}

export interface Search<Table extends keyof Database> {
  readonly text: SearchText | undefined
  /** Selects every row of the table. */
  readonly all: SelectQueryBuilder<Database, Table, object>
  readonly isNarrow: boolean
}

/** The order of a page. */
class Order<Table extends keyof Database, Sort extends string> {
  readonly #seq: RawBuilder<string>
  readonly #value: SortValue | undefined

  constructor(
    list: List<Table, Sort>,
    readonly page: SortedPageRequest<Sort>,
  ) {
    this.#seq = sql.ref<string>(list.seq)
    this.#value = page.sort === 'createdAt' ? undefined : list.sorts[page.sort]
  }

  /** @param end where the page ends at the latest */
  async read<Row extends { readonly seq: string | number }>(
    query: SelectQueryBuilder<Database, Table, Row>,
    end?: Place,
  ): Promise<SortedPage<Row>> {
    const { limit } = this.page
    let rest = this.#rest(query)
    if (end) rest = rest.where(this.#compare(this.page.isDescending ? '>=' : '<=', end))
    const rows = await this.#sorted(rest.select(this.#valueText()))
      .limit(limit + 1)
      .execute()
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return { items, next: rows.length > limit && last ? toPlace(last as RowOfPage) : undefined }
  }

  /** The place of the row with a number in what is left of the list; `undefined` where there are fewer rows. */
  async placeOf(all: SelectQueryBuilder<Database, Table, object>, number: number): Promise<Place | undefined> {
    const row = await this.#sorted(this.#rest(all).select([this.#seq.as('seq'), this.#valueText()]))
      .offset(number - 1)
      .limit(1)
      .executeTakeFirst()
    return row && toPlace(row as RowOfPage)
  }

  #valueText() {
    return (this.#value?.text ?? sql<string | null>`null`).as('sort_value')
  }

  #rest<Row>(query: SelectQueryBuilder<Database, Table, Row>): SelectQueryBuilder<Database, Table, Row> {
    const { after, isDescending } = this.page
    return after ? query.where(this.#compare(isDescending ? '<' : '>', after)) : query
  }

  #sorted<Row>(query: SelectQueryBuilder<Database, Table, Row>): SelectQueryBuilder<Database, Table, Row> {
    const direction = this.page.isDescending ? 'desc' : 'asc'
    const byValue = this.#value ? query.orderBy(this.#value.value, direction) : query
    return byValue.orderBy(this.#seq, direction)
  }

  /** Raw, since the builder does not compare rows, for which one index is enough. A place may be beyond any number of the column. */
  #compare(operator: '<' | '>' | '<=' | '>=', { seq, value }: Place): RawBuilder<SqlBool> {
    const sign = sql.raw(operator)
    if (!this.#value) return sql<SqlBool>`${this.#seq} ${sign} ${seq}::bigint`
    return sql<SqlBool>`(${this.#value.value}, ${this.#seq}) ${sign} (${value}::${sql.raw(this.#value.type)}, ${seq}::bigint)`
  }
}

function toPlace({ seq, sort_value: value }: RowOfPage): Place {
  return { seq: String(seq), ...(value !== null && { value }) }
}

/** The same page with other items. */
export function mapSortedPage<Item, Mapped>(
  { items, next }: SortedPage<Item>,
  toMapped: (item: Item) => Mapped,
): SortedPage<Mapped> {
  return { items: items.map(toMapped), next }
}
