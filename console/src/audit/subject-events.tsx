import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { expectSuccess } from '../api/api-problem.js'
import { useOperator } from '../session/session.js'
import { Loading, ProblemNotice } from '../ui/notices.js'
import { Panel } from '../ui/panel.js'
import { EventTable } from './event-table.js'

const limit = 10

/** The latest events of the audit about one thing, and the way to all of them. */
export function SubjectEvents({ subject }: { readonly subject: string }) {
  const { client } = useOperator()
  const { data, error, refetch } = useQuery({
    queryKey: ['/audit', 'subject', subject],
    queryFn: ({ signal }) => expectSuccess(client.listAuditEvents({ query: { subject, limit }, signal })),
  })
  return (
    <Panel
      title="Latest events"
      actions={<Link href={`/audit?subject=${encodeURIComponent(subject)}`}>All events in the audit</Link>}
    >
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading what="Latest events" />}
      {data?.items.length === 0 && <p className="hint">The audit has no event about this.</p>}
      {data && data.items.length > 0 && <EventTable title="Latest events" events={data.items} isOfOneSubject />}
    </Panel>
  )
}
