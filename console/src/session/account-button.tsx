import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { createOperatorClient } from '../../../generated/operator/client.js'
import { describeError, expectSuccess } from '../api/api-problem.js'
import { Button } from '../ui/button.js'
import {
  beginSignIn,
  finishSignIn,
  isAnswer,
  SignInProblem,
  takeKeptAccount,
  takePendingSignIn,
} from './account-sign-in.js'
import type { Provider } from './provider.js'
import { useSession } from './session.js'

/** How to sign in with the identity provider, where the server has one. */
export function AccountButton({ isKept }: { readonly isKept: boolean }) {
  const { data: provider } = useQuery({ queryKey: ['/sign-in'], queryFn: readProvider })
  if (!provider) return null
  if (!provider.isAvailable) {
    return (
      <p className="notice">
        The identity provider of this server ({new URL(provider.issuer).host}) cannot be reached at the moment. Sign in
        with an operator key.
      </p>
    )
  }
  return <AvailableAccountButton provider={provider} isKept={isKept} />
}

function AvailableAccountButton({ provider, isKept }: { readonly provider: Provider; readonly isKept: boolean }) {
  const { problem, isBusy, begin } = useAccountSignIn(provider)
  return (
    <div className="sign-in-account">
      {problem !== undefined && (
        <p role="alert" className="notice notice-bad">
          {problem}
        </p>
      )}
      <Button kind="primary" isBusy={isBusy} onPress={() => void begin(isKept)}>
        Sign in with your organisation
      </Button>
    </div>
  )
}

/** `null`: this server knows operator keys only. */
async function readProvider(): Promise<Provider | null> {
  const client = createOperatorClient({
    baseUrl: window.location.origin,
    fetch: (request) => fetch(request, { cache: 'no-store', credentials: 'omit' }),
  })
  return (await expectSuccess(client.getSignIn())).identityProvider ?? null
}

/** Begins a sign-in, and finishes the one whose answer is in the address. One that was kept for the tab begins by itself. */
function useAccountSignIn(provider: Provider) {
  const { signIn } = useSession()
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  async function attempt(work: () => Promise<void>): Promise<void> {
    setProblem(undefined)
    setIsBusy(true)
    try {
      await work()
    } catch (error) {
      setProblem(error instanceof SignInProblem ? error.message : describeError(error))
      setIsBusy(false)
    }
  }

  const begin = (isKept: boolean): Promise<void> => attempt(() => beginSignIn(provider, isKept))

  async function finish(): Promise<void> {
    const pending = takePendingSignIn()
    await attempt(async () => signIn(await finishSignIn(provider, pending), pending?.isKept ?? false))
    // The code in the address has been used, and is nothing to be kept or sent on.
    navigate(`~${pending?.returnTo ?? '/console'}`, { replace: true })
  }

  const isStarted = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page was opened.
  useEffect(() => {
    if (isStarted.current) return
    isStarted.current = true
    if (isAnswer()) void finish()
    else if (takeKeptAccount()) void begin(true)
  }, [])
  return { problem, isBusy, begin }
}
