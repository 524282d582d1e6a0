import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Page } from '../layout/page.js'
import { useOperator } from '../session/session.js'
import { Button } from '../ui/button.js'
import { Loading, ProblemNotice } from '../ui/notices.js'
import type { ListDefinition } from './definition.js'
import { ExportButton } from './export-button.js'
import { useListQuery } from './list-query.js'
import { ListTable } from './list-table.js'
import { ListTools } from './list-tools.js'

const pageSize = 50

interface ListViewProps<Item> {
  readonly definition: ListDefinition<Item>
  /** What an admin can do here. */
  readonly actions?: ReactNode
}

/** A list with its search, filters, pages and export. */
export function ListView<Item>({ definition, actions }: ListViewProps<Item>) {
  const { client, isAdmin } = useOperator()
  const { query, filter, turnTo } = useListQuery()
  const { page, ...request } = query
  const list = useQuery({
    queryKey: [definition.path, request],
    queryFn: ({ signal }) => definition.load(client, { ...request, limit: pageSize }, signal),
    placeholderData: keepPreviousData,
  })
  const isFiltered = query.search !== '' || query.state !== '' || query.partnerId !== ''

  return (
    <Page
      title={definition.title}
      description={definition.description}
      actions={
        <>
          <ExportButton definition={definition} filters={request} />
          {isAdmin && actions}
        </>
      }
    >
      <ListTools definition={definition} query={query} onFilter={filter} />
      {list.isPending && <Loading what={definition.title} />}
      {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.data.items.length > 0 && (
        <ListTable
          definition={definition}
          items={list.data.items}
          sort={query.sort}
          onSort={(sort) => filter({ sort })}
          isStale={list.isPlaceholderData}
        />
      )}
      {list.isSuccess && list.data.items.length === 0 && (
        <div className="panel empty">
          <p>{emptyText(definition.empty, isFiltered, list.data.nextCursor)}</p>
          {isFiltered && <Button onPress={() => filter({ search: '', state: '', partnerId: '' })}>Show all</Button>}
        </div>
      )}
      {list.isSuccess && (list.data.items.length > 0 || page > 1 || list.data.nextCursor !== null) && (
        <PageTurner page={page} shown={list.data.items.length} nextCursor={list.data.nextCursor} onTurn={turnTo} />
      )}
    </Page>
  )
}

/** The server looks through a bounded number of items in a call: a search may go on after a page with nothing in it. */
function emptyText(none: string, isFiltered: boolean, nextCursor: string | null): string {
  if (nextCursor !== null) return 'Nothing was found so far. The search goes on with the next page.'
  return isFiltered ? 'Nothing matches this search and these filters.' : none
}

interface PageTurnerProps {
  readonly page: number
  readonly shown: number
  readonly nextCursor: string | null
  readonly onTurn: (cursor: string, page: number) => void
}

function PageTurner({ page, shown, nextCursor, onTurn }: PageTurnerProps) {
  return (
    <nav className="list-foot" aria-label="Pages">
      <span className="hint">
        Page {page} · {shown} shown · times are UTC
      </span>
      <div className="button-row">
        {page > 1 && <Button onPress={() => onTurn('', 1)}>First page</Button>}
        <Button isDisabled={nextCursor === null} onPress={() => onTurn(nextCursor ?? '', page + 1)}>
          Next page
        </Button>
      </div>
    </nav>
  )
}
