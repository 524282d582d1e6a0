import { useIsFetching } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useOperator, useSession } from '../session/session.js'
import { Badge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { Logo } from './logo.js'
import { Navigation } from './navigation.js'

/** The frame of every page: the name of the product, who has signed in, and the way to the other pages. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const [isMenuOpen, setIsMenuOpen] = useState(false)
  const [location] = useLocation()
  const main = useRef<HTMLElement>(null)
  const isFirst = useRef(true)
  const isBusy = useIsFetching() > 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu, and is where the keyboard goes on.
  useEffect(() => {
    setIsMenuOpen(false)
    if (isFirst.current) isFirst.current = false
    else main.current?.focus()
  }, [location])

  return (
    <div className="frame">
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <header className="top">
        <Link href="/" className="top-logo">
          <Logo />
        </Link>
        <button
          type="button"
          className="button menu-button"
          aria-expanded={isMenuOpen}
          aria-controls="navigation"
          onClick={() => setIsMenuOpen(!isMenuOpen)}
        >
          Menu
        </button>
        <WhoAmI />
      </header>
      <Navigation isOpen={isMenuOpen} />
      <main id="main" ref={main} tabIndex={-1} aria-busy={isBusy}>
        {children}
      </main>
    </div>
  )
}

function WhoAmI() {
  const { operator } = useOperator()
  const { signOut } = useSession()
  return (
    <div className="who">
      <span className="who-name">{operator.name}</span>
      <Badge tone={operator.role === 'admin' ? 'accent' : 'neutral'}>{operator.role}</Badge>
      <Button onPress={signOut}>Sign out</Button>
    </div>
  )
}
