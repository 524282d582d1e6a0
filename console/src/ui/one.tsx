import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { OperatorClient } from '../../../generated/operator/client.js'
import { Page } from '../layout/page.js'
import { useOperator } from '../session/session.js'
import { Loading, ProblemNotice } from './notices.js'

interface OneProps<Item> {
  readonly parent: { readonly path: string; readonly name: string }
  /** What it is, in the singular. */
  readonly what: string
  readonly id: string
  readonly load: (client: OperatorClient, id: string, signal: AbortSignal) => Promise<Item>
  readonly children: (item: Item) => ReactNode
}

/** The page of one thing: read, or why it cannot be. */
export function One<Item>({ parent, what, id, load, children }: OneProps<Item>) {
  const { client } = useOperator()
  const { data, error, refetch } = useQuery({
    queryKey: [parent.path, 'one', id],
    queryFn: ({ signal }) => load(client, id, signal),
  })
  if (data !== undefined) return children(data)
  return (
    <Page title={what} parent={parent}>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading what={what} />}
    </Page>
  )
}
