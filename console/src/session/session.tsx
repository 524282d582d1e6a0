import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { createOperatorClient, type OperatorClient } from '../../../generated/operator/client.js'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { forgetKey, keepKey } from './kept-key.js'

type OwnOperator = components['schemas']['OwnOperator']

/** Who has signed in. The key is inside the client, and nowhere else in memory. */
export interface Session {
  readonly operator: OwnOperator
  readonly client: OperatorClient
}

interface SessionState {
  readonly session: Session | undefined
  /** The key was refused while it was in use. */
  readonly hasExpired: boolean
  /** @throws {ApiProblem} where the key is refused */
  signIn(key: string, isKept: boolean): Promise<void>
  signOut(): void
}

const SessionContext = createContext<SessionState | undefined>(undefined)

/** A client that presents the key, and tells when it is refused. */
function connect(key: string, onUnauthorized: () => void): OperatorClient {
  return createOperatorClient({
    baseUrl: window.location.origin,
    token: key,
    async fetch(request) {
      const response = await fetch(request, { cache: 'no-store', credentials: 'omit' })
      if (response.status === 401) onUnauthorized()
      return response
    },
  })
}

/** @param onEnd forgets what was read during a session */
export function SessionProvider({ onEnd, children }: { readonly onEnd: () => void; readonly children: ReactNode }) {
  const [session, setSession] = useState<Session>()
  const [hasExpired, setHasExpired] = useState(false)

  const end = useCallback(
    (isExpired: boolean) => {
      forgetKey()
      setSession(undefined)
      setHasExpired(isExpired)
      onEnd()
    },
    [onEnd],
  )

  const signIn = useCallback(
    async (key: string, isKept: boolean) => {
      let isSignedIn = false
      const client = connect(key, () => isSignedIn && end(true))
      const operator = await expectSuccess(client.getOwnOperator())
      isSignedIn = true
      if (isKept) keepKey(key)
      setHasExpired(false)
      setSession({ operator, client })
    },
    [end],
  )

  const signOut = useCallback(() => end(false), [end])
  const state = useMemo(() => ({ session, hasExpired, signIn, signOut }), [session, hasExpired, signIn, signOut])
  return <SessionContext value={state}>{children}</SessionContext>
}

export function useSession(): SessionState {
  const state = useContext(SessionContext)
  if (!state) throw new Error('there is no SessionProvider above')
  return state
}

/** The client of whoever has signed in, and what they may do. */
export function useOperator(): Session & { readonly isAdmin: boolean } {
  const { session } = useSession()
  if (!session) throw new Error('nobody has signed in')
  return { ...session, isAdmin: session.operator.role === 'admin' }
}
