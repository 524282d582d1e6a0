import { UnacceptableField } from '../../contract/failure.js'
import type { Place, SortedPage, SortedPageRequest } from '../../database/sorted-page.js'
import type { PartnerId } from '../../domain/partners/partner.js'

/** The names of the values, without `createdAt`, by which every list can be ordered. */
type Sort<Text extends string> = Exclude<Text extends `-${infer Name}` ? Name : Text, 'createdAt'>

interface ListQuery<Text extends string> {
  readonly limit: number
  readonly cursor?: string
  readonly sort: Text
}

/**
 * Reads `limit`, `sort` and `cursor` of a list.
 * @throws {UnacceptableField} for a cursor of another order, and for one that this server has not made
 */
export function sortedPageRequest<Text extends string>({
  limit,
  cursor,
  sort,
}: ListQuery<Text>): SortedPageRequest<Sort<Text>> {
  const isDescending = sort.startsWith('-')
  const name = (isDescending ? sort.slice(1) : sort) as Sort<Text> | 'createdAt'
  return { limit, sort: name, isDescending, after: cursor === undefined ? undefined : readCursor(cursor, sort) }
}

/** A page as the contract has it. */
export function showSortedPage<Item, Shown>(
  { items, next }: SortedPage<Item>,
  { sort }: { readonly sort: string },
  show: (item: Item) => Shown,
): { items: Shown[]; nextCursor: string | null } {
  return { items: items.map(show), nextCursor: next === undefined ? null : writeCursor(next, sort) }
}

/** Reads the id of a partner, which the contract has validated. */
export function readPartnerId(partnerId: string | undefined): PartnerId | undefined {
  return partnerId?.toLowerCase() as PartnerId | undefined
}

/** The order in which lists are without a `sort`: its cursors are numbers. */
const newestFirst = '-createdAt'

function writeCursor({ seq, value }: Place, sort: string): string {
  if (sort === newestFirst) return `n${seq}`
  return Buffer.from(JSON.stringify([sort, seq, ...(value === undefined ? [] : [value])])).toString('base64url')
}

function readCursor(cursor: string, sort: string): Place {
  const place = sort === newestFirst ? readNumber(cursor) : readPlace(cursor, sort)
  if (!place) throw new UnacceptableField('cursor', 'is not the nextCursor of a page in this order')
  return place
}

const number = /^\d{1,18}$/

function readNumber(cursor: string): Place | undefined {
  return cursor.startsWith('n') && number.test(cursor.slice(1)) ? { seq: cursor.slice(1) } : undefined
}

function readPlace(cursor: string, sort: string): Place | undefined {
  const [ofSort, seq, value, ...others] = parseArray(Buffer.from(cursor, 'base64url').toString())
  if (ofSort !== sort || typeof seq !== 'string' || !number.test(seq) || others.length > 0) return undefined
  if (sort.endsWith('createdAt')) return value === undefined ? { seq } : undefined
  const isTime = sort.endsWith('At')
  if (typeof value !== 'string' || !(isTime ? isInstant(value) : isStorable(value))) return undefined
  return { seq, value }
}

function parseArray(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** Whether a text is a time as the database writes it: `2026-01-15T10:00:00.000000Z`. */
function isInstant(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(text)) return false
  const instant = new Date(text)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 23) === text.slice(0, 23)
}

/** PostgreSQL refuses NUL and lone surrogates in a text. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}
