import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { createOperatorClient, type OperatorClient } from '../../../generated/operator/client.js'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { forgetAccount, keepAccount, signOutOfProvider } from './account-sign-in.js'
import type { AccountTokens } from './account-tokens.js'
import { forgetKey, keepKey } from './kept-key.js'

type OwnOperator = components['schemas']['OwnOperator']

/** What a user signs in with: an operator key, or the tokens of an identity provider. */
export type Credential = string | AccountTokens

/** Who has signed in. The credential is inside the client, and nowhere else in memory. */
export interface Session {
  readonly operator: OwnOperator
  readonly client: OperatorClient
  /** Absent for a key. */
  readonly tokens: AccountTokens | undefined
}

interface SessionState {
  readonly session: Session | undefined
  /** What was refused while it was in use. */
  readonly expired: OwnOperator['signedInWith'] | undefined
  /** @throws {ApiProblem} where the credential is refused */
  signIn(credential: Credential, isKept: boolean): Promise<void>
  signOut(): void
}

const SessionContext = createContext<SessionState | undefined>(undefined)

/** A client that presents the credential, and tells when it is refused. */
function connect(credential: Credential, onUnauthorized: () => void): OperatorClient {
  return createOperatorClient({
    baseUrl: window.location.origin,
    ...(typeof credential === 'string' && { token: credential }),
    async fetch(request) {
      if (typeof credential !== 'string') {
        request.headers.set('Authorization', `Bearer ${await credential.accessToken()}`)
      }
      const response = await fetch(request, { cache: 'no-store', credentials: 'omit' })
      if (response.status === 401) onUnauthorized()
      return response
    },
  })
}

function keep(credential: Credential): void {
  if (typeof credential === 'string') keepKey(credential)
  else keepAccount()
}

/** @param onEnd forgets what was read during a session */
export function SessionProvider({ onEnd, children }: { readonly onEnd: () => void; readonly children: ReactNode }) {
  const [session, setSession] = useState<Session>()
  const [expired, setExpired] = useState<SessionState['expired']>()

  const end = useCallback(
    (expired: SessionState['expired']) => {
      forgetKey()
      forgetAccount()
      setSession(undefined)
      setExpired(expired)
      onEnd()
    },
    [onEnd],
  )

  const signIn = useCallback(
    async (credential: Credential, isKept: boolean) => {
      let operator: OwnOperator | undefined
      const client = connect(credential, () => operator && end(operator.signedInWith))
      operator = await expectSuccess(client.getOwnOperator())
      if (isKept) keep(credential)
      setExpired(undefined)
      setSession({ operator, client, tokens: typeof credential === 'string' ? undefined : credential })
    },
    [end],
  )

  const signOut = useCallback(() => {
    const tokens = session?.tokens
    end(undefined)
    if (tokens) signOutOfProvider(tokens.provider, tokens.idToken)
  }, [end, session])
  const state = useMemo(() => ({ session, expired, signIn, signOut }), [session, expired, signIn, signOut])
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
