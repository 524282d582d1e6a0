import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { expectSuccess } from '../api/api-problem.js'
import { Page } from '../layout/page.js'
import { useOperator } from '../session/session.js'
import { Button } from '../ui/button.js'
import { CheckField, SelectField, TextField } from '../ui/fields.js'
import { Loading, ProblemNotice } from '../ui/notices.js'
import { auditActions } from './audit-actions.js'
import { type AuditFilters, auditParameters, useAuditFilters } from './audit-query.js'
import { EventTable } from './event-table.js'

const limit = 50
/** How often new events are asked for while they are followed, in milliseconds. */
const followIntervalMs = 2_000

/** The record of changes and failed sign-ins. */
export function AuditPage() {
  const { filters, change } = useAuditFilters()
  return (
    <Page
      title="Audit"
      description="Every change, every refused change and every failed sign-in: who did what to what, when and from where."
    >
      <AuditTools filters={filters} onChange={change} />
      <Events filters={filters} />
    </Page>
  )
}

interface AuditToolsProps {
  readonly filters: AuditFilters
  readonly onChange: (changed: Partial<AuditFilters>) => void
}

function AuditTools({ filters, onChange }: AuditToolsProps) {
  return (
    <search className="list-tools">
      <SubjectField value={filters.subject} onChange={(subject) => onChange({ subject })} />
      <SelectField
        label="Action"
        value={filters.action}
        onChange={(action) => onChange({ action })}
        options={[{ value: '', label: 'All' }, ...auditActions.map((action) => ({ value: action, label: action }))]}
      />
      <TextField
        className="is-wide"
        label="Since (UTC)"
        type="datetime-local"
        value={filters.since}
        onChange={(since) => onChange({ since })}
      />
      <CheckField
        label="Follow"
        isChecked={filters.isFollowing}
        onChange={(isFollowing) => onChange({ isFollowing })}
      />
    </search>
  )
}

/** Asks when the field is left or Enter is pressed: a part of an id finds nothing. */
function SubjectField({ value, onChange }: { readonly value: string; readonly onChange: (subject: string) => void }) {
  const [typed, setTyped] = useState<string>()
  const submit = (): void => {
    if (typed !== undefined && typed.trim() !== value) onChange(typed.trim())
    setTyped(undefined)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onBlur={submit}
    >
      <TextField
        label="Subject"
        type="search"
        value={typed ?? value}
        onChange={setTyped}
        placeholder="Id, token link, user number or API"
        maxLength={255}
      />
    </form>
  )
}

function Events({ filters }: { readonly filters: AuditFilters }) {
  const { client } = useOperator()
  const query = auditParameters(filters)
  const events = useInfiniteQuery({
    queryKey: ['/audit', query],
    queryFn: ({ signal, pageParam }) =>
      expectSuccess(
        client.listAuditEvents({ query: { ...query, limit, ...(pageParam && { cursor: pageParam }) }, signal }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: filters.isFollowing ? followIntervalMs : false,
  })
  if (events.isPending) return <Loading what="Events" />
  if (events.isError) return <ProblemNotice error={events.error} onRetry={() => void events.refetch()} />
  const items = events.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    return (
      <div className="panel empty">
        <p>The audit has no event that fits.</p>
      </div>
    )
  }
  return (
    <>
      <div className="panel">
        <EventTable title="Events" events={items} />
      </div>
      <div className="list-foot">
        <span className="hint" role="status">
          {items.length} {items.length === 1 ? 'event' : 'events'}
          {filters.isFollowing ? ', new ones appear by themselves' : ''}
        </span>
        <Button
          isDisabled={!events.hasNextPage}
          isBusy={events.isFetchingNextPage}
          onPress={() => void events.fetchNextPage()}
        >
          Earlier events
        </Button>
      </div>
    </>
  )
}
