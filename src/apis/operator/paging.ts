import type { Page, PageRequest } from '../../database/page.js'

/** Reads `limit` and `cursor` of a list. The cursor matches the contract's pattern. */
export function pageRequest({ limit, cursor }: { limit: number; cursor?: string }): PageRequest {
  return cursor === undefined ? { limit } : { limit, before: cursor.slice(1) }
}

/** A page as the contract has it. */
export function showPage<Item, Shown>(
  { items, next }: Page<Item>,
  show: (item: Item) => Shown,
): { items: Shown[]; nextCursor: string | null } {
  return { items: items.map(show), nextCursor: next === undefined ? null : `n${next}` }
}
