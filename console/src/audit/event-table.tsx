import { Link } from 'wouter'
import type { components } from '../../../generated/operator/types.js'
import { StateBadge } from '../ui/badge.js'
import { Time } from '../ui/time.js'
import { pageOfSubject } from './subjects.js'

export type AuditEvent = components['schemas']['AuditEvent']

interface EventTableProps {
  readonly title: string
  readonly events: readonly AuditEvent[]
  /** Whether it is clear what the events are about. */
  readonly isOfOneSubject?: boolean
}

export function EventTable({ title, events, isOfOneSubject = false }: EventTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
    <section className="table-frame" aria-label={`${title}: table`} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Time (UTC)</th>
            <th scope="col">Action</th>
            <th scope="col">Result</th>
            <th scope="col">Who</th>
            {!isOfOneSubject && (
              <th scope="col" className="from-medium">
                Subject
              </th>
            )}
            <th scope="col" className="from-medium">
              Detail
            </th>
            <th scope="col" className="from-wide">
              Source
            </th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td className="cell-short">
                <Time at={event.at} />
              </td>
              <th scope="row" className="cell-short">
                {event.action}
              </th>
              <td>
                <StateBadge state={event.result} />
              </td>
              <td className="cell-name">{event.actor.name ?? event.actor.kind}</td>
              {!isOfOneSubject && (
                <td className="from-medium">
                  <Subject event={event} />
                </td>
              )}
              <td className="from-medium cell-name">{event.detail ?? <span className="cell-sub">–</span>}</td>
              <td className="from-wide cell-short">{event.source ?? <span className="cell-sub">–</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Subject({ event: { action, subject } }: { readonly event: AuditEvent }) {
  if (subject === null) return <span className="cell-sub">–</span>
  const page = pageOfSubject(action, subject)
  const short = subject.length > 24 ? `${subject.slice(0, 8)}…` : subject
  return (
    <span className="mono cell-short">
      {page ? <Link href={page}>{short}</Link> : short}{' '}
      <Link href={`/audit?subject=${encodeURIComponent(subject)}`} aria-label={`All events of ${subject}`}>
        events
      </Link>
    </span>
  )
}
