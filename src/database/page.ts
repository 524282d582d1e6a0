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
 * Makes a page of rows that carry their number.
 * @param rows one more than the limit, where there are so many: the one too many tells that there is a next page
 */
export function pageOf<Row extends { readonly seq: string | number }, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(toItem), next: rows.length > limit && last ? String(last.seq) : undefined }
}
