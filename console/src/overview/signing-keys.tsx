import { useQuery } from '@tanstack/react-query'
import { expectSuccess } from '../api/api-problem.js'
import { useOperator } from '../session/session.js'
import { StateBadge } from '../ui/badge.js'
import { Loading, ProblemNotice } from '../ui/notices.js'
import { Panel } from '../ui/panel.js'
import { Time } from '../ui/time.js'
import { formatAge } from './age.js'

/** The keys that sign tokens, with their age. */
export function SigningKeys() {
  const { client } = useOperator()
  const { data, error, refetch } = useQuery({
    queryKey: ['/signing-keys'],
    queryFn: ({ signal }) => expectSuccess(client.listSigningKeys({ query: { limit: 50 }, signal })),
  })
  return (
    <Panel title="Signing keys">
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading what="Signing keys" />}
      {data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
        <section className="table-frame" aria-label="Signing keys: table" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">API</th>
                <th scope="col">State</th>
                <th scope="col">Age</th>
                <th scope="col" className="from-medium">
                  Created
                </th>
                <th scope="col" className="from-wide">
                  Valid until
                </th>
                <th scope="col" className="from-wide">
                  Algorithm
                </th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((key) => (
                <tr key={key.id}>
                  <th scope="row" className="cell-short">
                    {key.api}
                  </th>
                  <td>
                    <StateBadge state={key.state} />
                  </td>
                  <td className="cell-short">{formatAge(key.createdAt, Date.now())}</td>
                  <td className="from-medium">
                    <Time at={key.createdAt} />
                  </td>
                  <td className="from-wide">
                    <Time at={key.expiresAt} none="no end" />
                  </td>
                  <td className="from-wide cell-short">
                    {key.algorithm}
                    {key.imported ? ', imported' : ''}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  )
}
