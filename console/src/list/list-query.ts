import { useCallback, useEffect, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { looksLikeSecret } from './looks-like-secret.js'

/** What a list shows. It stands in the address, so that it can be kept and sent on. */
export interface ListQuery {
  readonly search: string
  readonly state: string
  readonly partnerId: string
  readonly sort: string
  readonly cursor: string
  /** Which page this is, for its reader. */
  readonly page: number
}

export type ListFilters = Omit<ListQuery, 'cursor' | 'page'>

const filterNames = ['search', 'state', 'partnerId', 'sort'] as const

/** What the address says about a list. A secret that stands there is not read. */
export function readListQuery(params: URLSearchParams): ListQuery {
  const text = (name: string): string => params.get(name) ?? ''
  const search = text('search')
  return {
    search: looksLikeSecret(search) ? '' : search,
    state: text('state'),
    partnerId: text('partnerId'),
    sort: text('sort'),
    cursor: text('cursor'),
    page: Math.max(1, Number.parseInt(text('page'), 10) || 1),
  }
}

/** The query of the list at this address, and what changes it. Another filter begins at the first page. */
export function useListQuery() {
  const [params, setParams] = useSearchParams()
  const query = useMemo(() => readListQuery(params), [params])

  const filter = useCallback(
    (change: Partial<ListFilters>) => {
      setParams(
        (current) => {
          const filters = { ...readListQuery(current), ...change }
          return filterNames.flatMap((name) => (filters[name] === '' ? [] : [[name, filters[name]]]))
        },
        // A search is typed letter by letter.
        { replace: 'search' in change },
      )
    },
    [setParams],
  )

  // Whoever put a secret into the address does not leave it there, nor in the history of the browser.
  useEffect(() => {
    if (looksLikeSecret(params.get('search') ?? '')) filter({ search: '' })
  }, [params, filter])

  const turnTo = useCallback(
    (cursor: string, page: number) => {
      setParams((current) => {
        const next = new URLSearchParams(current)
        if (cursor === '') {
          next.delete('cursor')
          next.delete('page')
        } else {
          next.set('cursor', cursor)
          next.set('page', String(page))
        }
        return next
      })
    },
    [setParams],
  )
  return { query, filter, turnTo }
}
