import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { useOperator } from '../session/session.js'
import { SelectField } from '../ui/fields.js'
import { Loading, ProblemNotice } from '../ui/notices.js'
import { Panel } from '../ui/panel.js'

const dayMs = 86_400_000

interface UsagePanelProps {
  readonly kind: components['schemas']['SignInKind']
  readonly id: string
}

/** How often a credential signed in on each of the last days. */
export function UsagePanel({ kind, id }: UsagePanelProps) {
  const { client } = useOperator()
  const [days, setDays] = useState('7')
  const { data, error, refetch } = useQuery({
    queryKey: ['/usage', kind, id, days],
    queryFn: ({ signal }) => {
      // A week is what the server answers by itself, by its own clock.
      const from = days === '7' ? undefined : firstOf(Number(days))
      return expectSuccess(client.getUsage({ query: { kind, id, ...(from && { from }) }, signal }))
    },
    placeholderData: (previous) => previous,
  })
  return (
    <Panel title="Sign-ins by day">
      <SelectField
        label="Days"
        value={days}
        onChange={setDays}
        options={['7', '30', '90'].map((value) => ({ value, label: `the last ${value}` }))}
      />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading what="Sign-ins" />}
      {data && <DayBars days={data.items} />}
    </Panel>
  )
}

/** The first of the last days, in UTC. */
function firstOf(days: number): string {
  return new Date(Date.now() - (days - 1) * dayMs).toISOString().slice(0, 10)
}

function DayBars({ days }: { readonly days: readonly components['schemas']['UsageDay'][] }) {
  const total = days.reduce((sum, { signIns }) => sum + signIns, 0)
  const max = Math.max(1, ...days.map(({ signIns }) => signIns))
  const [width, height] = [560, 90]
  const barWidth = width / Math.max(1, days.length)
  return (
    <figure className="stack">
      <p>
        {total.toLocaleString('en')} sign-ins in {days.length} days
      </p>
      <svg
        className="chart"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${total} sign-ins in ${days.length} days, at most ${max} a day`}
      >
        <line className="axis" x1={0} x2={width} y1={height - 18} y2={height - 18} />
        {days.map(({ day, signIns }, index) => {
          const length = (signIns / max) * (height - 24)
          return (
            <g key={day}>
              <title>{`${day}: ${signIns}`}</title>
              <rect
                className="succeeded"
                x={index * barWidth + 1}
                y={height - 18 - length}
                width={Math.max(1, barWidth - 2)}
                height={length}
              />
            </g>
          )
        })}
        <text x={0} y={height - 4}>
          {days[0]?.day}
        </text>
        <text x={width} y={height - 4} textAnchor="end">
          {days.at(-1)?.day}
        </text>
      </svg>
      <details>
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Day (UTC)</th>
              <th scope="col" className="cell-number">
                Sign-ins
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, signIns }) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td className="cell-number">{signIns}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
