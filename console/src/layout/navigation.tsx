import { Link, useLocation } from 'wouter'

const groups = [
  {
    title: undefined,
    links: [
      ['/', 'Overview'],
      ['/partners', 'Partners'],
    ],
  },
  {
    title: 'Credentials',
    links: [
      ['/broker-users', 'Broker users'],
      ['/access-keys', 'Access keys'],
      ['/security-users', 'Security users'],
      ['/gateway-tokens', 'Gateway tokens'],
    ],
  },
  {
    title: 'Security',
    links: [
      ['/audit', 'Audit'],
      ['/leaked', 'Leaked secret'],
      ['/operators', 'Operators'],
    ],
  },
] as const satisfies readonly { title: string | undefined; links: readonly (readonly [string, string])[] }[]

/** The way to every page. On a narrow screen it is opened by the menu button. */
export function Navigation({ isOpen }: { readonly isOpen: boolean }) {
  const [location] = useLocation()
  return (
    <nav id="navigation" className={isOpen ? 'navigation is-open' : 'navigation'} aria-label="Console">
      {groups.map(({ title, links }) => (
        <div key={title ?? ''} className="navigation-group">
          {title !== undefined && <h2>{title}</h2>}
          <ul>
            {links.map(([path, name]) => (
              <li key={path}>
                <Link href={path} aria-current={isBelow(location, path) ? 'page' : undefined}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function isBelow(location: string, path: string): boolean {
  return path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`)
}
