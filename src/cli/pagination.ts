import contract from '../../generated/operator/contract.json' with { type: 'json' }

interface PageQuery {
  readonly limit: number
  readonly cursor?: string
}

interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

const { maximum: maxPageSize } = contract.components.parameters.Limit.schema

/**
 * The items of a list over its pages, one page at a time.
 * @param limit how many items at most; all of them where there is none
 */
export async function* allItems<Item>(
  fetchPage: (page: PageQuery) => Promise<PageOf<Item>>,
  limit = Infinity,
): AsyncGenerator<Item, void, void> {
  let left = limit
  let cursor: string | null | undefined
  do {
    const page = await fetchPage({ limit: Math.min(left, maxPageSize), ...(cursor && { cursor }) })
    yield* page.items
    left -= page.items.length
    cursor = page.nextCursor
  } while (cursor !== null && left > 0)
}
