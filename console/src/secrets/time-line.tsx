import { formatTime, Time } from '../ui/time.js'
import { type Bar, layOut, type SecretSpan } from './time-line-layout.js'

const width = 560
const rowHeight = 30
const top = 22

/** Until when each secret of a credential is valid, as a picture and as a table. */
export function TimeLine({ secrets, now }: { readonly secrets: readonly SecretSpan[]; readonly now: number }) {
  const ordered = secrets.toSorted((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt))
  const { bars, now: nowAt, end } = layOut(ordered, now)
  const height = top + bars.length * rowHeight + 18
  const x = (share: number): number => Math.round(share * (width - 2)) + 1
  const lastEnd = ordered.findLast(({ expiresAt }) => expiresAt !== null)?.expiresAt ?? null

  return (
    <figure className="stack">
      <svg className="time-line" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary(ordered)}>
        {bars.map((bar, at) => (
          <g key={`${bar.hint}-${bar.from}`}>
            <rect
              className={bar.isNewest ? 'bar-new' : 'bar-old'}
              x={x(bar.from)}
              y={top + at * rowHeight}
              width={Math.max(3, x(bar.to) - x(bar.from))}
              height={rowHeight - 8}
              rx={3}
            />
            <text className="bar-label" x={Math.min(x(bar.from) + 8, width - 110)} y={top + at * rowHeight + 15}>
              {labelOf(bar, bars.length)}
            </text>
          </g>
        ))}
        <line className="now" x1={x(nowAt)} x2={x(nowAt)} y1={14} y2={height - 16} />
        <text x={x(nowAt)} y={10} textAnchor="middle">
          now
        </text>
        {end !== undefined && lastEnd !== null && (
          <text x={Math.min(x(end), width - 60)} y={height - 3} textAnchor="middle">
            {formatTime(lastEnd)}
          </text>
        )}
      </svg>
      <details>
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Secret</th>
              <th scope="col">Valid from</th>
              <th scope="col">Until</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map(({ hint, createdAt, expiresAt }) => (
              <tr key={`${hint}-${createdAt}`}>
                <th scope="row">{hint === '' ? 'new' : `…${hint}`}</th>
                <td>
                  <Time at={createdAt} />
                </td>
                <td>
                  <Time at={expiresAt} none="no end" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

/** The secret that is yet to be made has no last characters. */
function labelOf({ isNewest, hint }: Bar, count: number): string {
  const name = isNewest ? (count > 1 ? 'new' : 'current') : 'earlier'
  return hint === '' ? name : `${name} …${hint}`
}

function summary(secrets: readonly SecretSpan[]): string {
  const parts = secrets.map(({ hint, createdAt, expiresAt }) => {
    const until = expiresAt === null ? 'without an end' : `until ${formatTime(expiresAt)}`
    return `${hint === '' ? 'new secret' : `secret …${hint}`} from ${formatTime(createdAt)} ${until}`
  })
  return `Time line: ${parts.join('; ')}`
}
