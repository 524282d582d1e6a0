import { useQuery } from '@tanstack/react-query'
import { expectSuccess } from '../api/api-problem.js'
import { useOperator } from '../session/session.js'
import { Badge, type Tone } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { Loading, ProblemNotice } from '../ui/notices.js'
import { Panel } from '../ui/panel.js'

const tones = { ok: 'good', warning: 'warning', problem: 'bad' } as const satisfies Record<string, Tone>

/** What the checks of the installation find, what needs attention first. */
export function Findings() {
  const { client } = useOperator()
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['/diagnosis'],
    queryFn: ({ signal }) => expectSuccess(client.getDiagnosis({ signal })),
    staleTime: 60_000,
  })
  const attention = data?.items.filter(({ level }) => level !== 'ok') ?? []
  const fine = data?.items.filter(({ level }) => level === 'ok') ?? []

  return (
    <Panel
      title="Installation"
      actions={
        <Button isBusy={isFetching} onPress={() => void refetch()}>
          Check again
        </Button>
      }
    >
      {error && <ProblemNotice error={error} />}
      {!error && !data && <Loading what="Checks" />}
      {data && attention.length === 0 && <p>Nothing needs attention.</p>}
      <ul className="findings">
        {attention.map(({ check, level, message, action }) => (
          <li key={`${check}: ${message}`}>
            <Badge tone={tones[level]}>{level}</Badge> <strong>{check}</strong>: {message}
            {action !== null && <div className="cell-sub">{action}</div>}
          </li>
        ))}
      </ul>
      {fine.length > 0 && (
        <details>
          <summary>{fine.length} checks found nothing to do</summary>
          <ul className="findings">
            {fine.map(({ check, message }) => (
              <li key={`${check}: ${message}`}>
                <Badge tone="good">ok</Badge> <strong>{check}</strong>: {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}
