import { useQuery } from '@tanstack/react-query'
import { expectSuccess } from '../api/api-problem.js'
import { useOperator } from '../session/session.js'

/** How long the name of a partner is taken for true, in milliseconds. */
const staleTime = 60_000

/** The partner with this id. */
export function usePartner(id: string | null) {
  const { client } = useOperator()
  return useQuery({
    queryKey: ['/partners', 'one', id],
    queryFn: ({ signal }) => expectSuccess(client.getPartner({ params: { id: id ?? '' }, signal })),
    enabled: id !== null,
    staleTime,
  })
}

/** Partners whose name, contact or id fits a text, as many as a menu shows. */
export function usePartnerSearch(search: string) {
  const { client } = useOperator()
  return useQuery({
    queryKey: ['/partners', 'search', search],
    queryFn: ({ signal }) =>
      expectSuccess(client.listPartners({ query: { limit: 20, sort: 'name', ...(search && { search }) }, signal })),
    select: ({ items }) => items,
    staleTime,
    placeholderData: (previous) => previous,
  })
}
