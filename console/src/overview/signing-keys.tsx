import type { components } from '../../../generated/operator/types.js'
import { StateBadge } from '../ui/badge.js'
import { Panel } from '../ui/panel.js'
import { Time } from '../ui/time.js'

/** The keys that sign tokens, with their age. */
export function SigningKeys({ keys }: { readonly keys: readonly components['schemas']['SigningKeyAge'][] }) {
  return (
    <Panel title="Signing keys">
      {keys.length === 0 ? (
        <p className="hint">There is none yet: the first token of an API makes its key.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">API</th>
              <th scope="col">State</th>
              <th scope="col" className="cell-number">
                Age in days
              </th>
              <th scope="col" className="from-medium">
                Created
              </th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key.id}>
                <th scope="row">
                  {key.api}
                  <div className="cell-sub">
                    {key.algorithm}
                    {key.imported ? ', imported' : ''}
                  </div>
                </th>
                <td>
                  <StateBadge state={key.state} />
                </td>
                <td className="cell-number">{key.ageDays}</td>
                <td className="from-medium">
                  <Time at={key.createdAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
