import { Link } from 'wouter'
import type { components } from '../../../generated/operator/types.js'

type Overview = components['schemas']['Overview']

const kinds = [
  { key: 'brokerUsers', path: '/broker-users', title: 'Broker users' },
  { key: 'accessKeys', path: '/access-keys', title: 'Access keys' },
  { key: 'securityUsers', path: '/security-users', title: 'Security users' },
  { key: 'gatewayTokens', path: '/gateway-tokens', title: 'Gateway tokens' },
] as const

/** How many credentials there are of each kind. Each number leads to what it counts. */
export function Counts({ overview }: { readonly overview: Overview }) {
  return (
    <div className="tiles">
      {kinds.map(({ key, path, title }) => {
        const { estimated, active, ...others } = overview[key]
        return (
          <section key={key} className="panel tile" aria-label={title}>
            <h2>
              <Link href={path}>{title}</Link>
            </h2>
            <p className="tile-number">
              <Link href={`${path}?state=active`}>
                {estimated && 'about '}
                {active.toLocaleString('en')}
              </Link>{' '}
              <span className="hint">active</span>
            </p>
            <ul className="tile-others">
              {Object.entries(others).map(([state, count]) => (
                <li key={state}>
                  <Link href={`${path}?state=${state}`}>
                    {count.toLocaleString('en')} {state}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
