import { useMemo, useState } from 'react'
import type { components } from '../../../generated/operator/types.js'
import { SelectField } from '../ui/fields.js'
import { type Hour, lastHours } from './hours.js'

type SignInHour = components['schemas']['SignInHour']

interface SignInChartProps {
  readonly signIns: readonly SignInHour[]
  /** The time of the answer. */
  readonly at: string
}

/** Sign-ins and refusals by hour, as bars and as a table. */
export function SignInChart({ signIns, at }: SignInChartProps) {
  const [api, setApi] = useState('')
  const apis = useMemo(() => [...new Set(signIns.map((one) => one.api))].sort(), [signIns])
  const hours = lastHours(
    signIns.filter((one) => api === '' || one.api === api),
    at,
  )
  const succeeded = hours.reduce((sum, hour) => sum + hour.succeeded, 0)
  const refused = hours.reduce((sum, hour) => sum + hour.refused, 0)

  return (
    <figure className="stack">
      <div className="chart-head">
        <ul className="legend">
          <li>
            <Key className="succeeded" />
            {succeeded.toLocaleString('en')} succeeded
          </li>
          <li>
            <Key className="refused" />
            {refused.toLocaleString('en')} refused
          </li>
        </ul>
        <SelectField
          label="API"
          value={api}
          onChange={setApi}
          options={[{ value: '', label: 'All' }, ...apis.map((one) => ({ value: one, label: one }))]}
        />
      </div>
      <Bars hours={hours} label={`${succeeded} sign-ins succeeded and ${refused} were refused in the last 24 hours`} />
      <details>
        <summary>As a table</summary>
        <HourTable hours={hours} />
      </details>
    </figure>
  )
}

function Key({ className }: { readonly className: string }) {
  return (
    <svg width="10" height="10" aria-hidden="true">
      <rect className={className} width="10" height="10" rx="2" />
    </svg>
  )
}

const [width, height, left, bottom] = [720, 150, 36, 18]
const barWidth = (width - left) / 24

function Bars({ hours, label }: { readonly hours: readonly Hour[]; readonly label: string }) {
  const max = Math.max(1, ...hours.map(({ succeeded, refused }) => succeeded + refused))
  const lengthOf = (count: number): number => (count / max) * (height - bottom - 14)
  const base = height - bottom
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line className="axis" x1={left} x2={width} y1={base} y2={base} />
      <line className="axis" x1={left} x2={width} y1={14} y2={14} />
      <text x={left - 6} y={18} textAnchor="end">
        {max.toLocaleString('en')}
      </text>
      <text x={left - 6} y={base + 4} textAnchor="end">
        0
      </text>
      {hours.map(({ at, succeeded, refused }, index) => {
        const x = left + index * barWidth + 2
        return (
          <g key={at}>
            <title>{`${at.slice(11, 16)} UTC: ${succeeded} succeeded, ${refused} refused`}</title>
            <rect
              className="succeeded"
              x={x}
              y={base - lengthOf(succeeded)}
              width={barWidth - 4}
              height={lengthOf(succeeded)}
            />
            <rect
              className="refused"
              x={x}
              y={base - lengthOf(succeeded) - lengthOf(refused)}
              width={barWidth - 4}
              height={lengthOf(refused)}
            />
            {index % 4 === 3 && (
              <text x={x + barWidth / 2 - 2} y={height - 4} textAnchor="middle">
                {at.slice(11, 16)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

function HourTable({ hours }: { readonly hours: readonly Hour[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Hour (UTC)</th>
          <th scope="col" className="cell-number">
            Succeeded
          </th>
          <th scope="col" className="cell-number">
            Refused
          </th>
        </tr>
      </thead>
      <tbody>
        {hours.map(({ at, succeeded, refused }) => (
          <tr key={at}>
            <th scope="row">{at.slice(0, 16).replace('T', ' ')}</th>
            <td className="cell-number">{succeeded}</td>
            <td className="cell-number">{refused}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
