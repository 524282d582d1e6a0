import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ApiProblem, describeError } from '../api/api-problem.js'
import { Logo } from '../layout/logo.js'
import { settings } from '../settings.js'
import { Button } from '../ui/button.js'
import { CheckField, TextField } from '../ui/fields.js'
import { useTitle } from '../ui/use-title.js'
import { AccountButton } from './account-button.js'
import { forgetKey, keptKey } from './kept-key.js'
import { useSession } from './session.js'

/** Asks for the operator key, or for a sign-in with the identity provider. After the sign-in the page of the address is shown. */
export function SignInPage() {
  useTitle('Sign in')
  const { expired } = useSession()
  const { problem, isBusy, submit } = useSignIn()
  const [key, setKey] = useState('')
  const [isKept, setIsKept] = useState(false)

  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <Logo />
        <h1>Operator console</h1>
        {expired && (
          <p role="alert" className="notice notice-warning">
            {expired === 'operator-key' ? 'Your operator key is no longer valid.' : 'Your sign-in has ended.'} Sign in
            again.
          </p>
        )}
        <AccountButton isKept={isKept} />
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            void submit(key, isKept)
          }}
        >
          <TextField
            label="Operator key"
            type="password"
            value={key}
            onChange={setKey}
            error={problem}
            isRequired
            autoFocus
          />
          <CheckField
            label="Keep me signed in while this tab is open"
            hint="Otherwise a reload of the page asks again. Closing the tab signs out in any case."
            isChecked={isKept}
            onChange={setIsKept}
          />
          <Button type="submit" kind="primary" isBusy={isBusy}>
            Sign in
          </Button>
        </form>
        {settings.demoKeys && (
          <DemoKeys keys={settings.demoKeys} onChoose={(demoKey) => void submit(demoKey, isKept)} />
        )}
        <p className="hint">
          An admin makes operator keys: <code>tokenwright operator create NAME --role viewer</code>
        </p>
      </div>
    </main>
  )
}

function DemoKeys(props: {
  readonly keys: Readonly<Record<string, string>>
  readonly onChoose: (key: string) => void
}) {
  return (
    <section className="sign-in-demo" aria-label="Demo">
      <p>This server has demo data. Its operator keys are public:</p>
      <div className="button-row">
        {Object.entries(props.keys).map(([role, key]) => (
          <Button key={role} onPress={() => props.onChoose(key)}>
            Sign in as demo {role}
          </Button>
        ))}
      </div>
    </section>
  )
}

/** Presents a key. One that was kept for the tab is presented at once. */
function useSignIn() {
  const { signIn } = useSession()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  async function submit(key: string, isKept: boolean): Promise<void> {
    setProblem(undefined)
    if (!/^[\x21-\x7e]+$/.test(key.trim())) return setProblem('An operator key is one line without spaces.')
    setIsBusy(true)
    try {
      await signIn(key.trim(), isKept)
    } catch (error) {
      setProblem(
        error instanceof ApiProblem && error.status === 401 ? 'This operator key is not known.' : describeError(error),
      )
      if (error instanceof ApiProblem && error.status === 401) forgetKey()
      setIsBusy(false)
    }
  }

  const submitKept = useRef(submit)
  useEffect(() => {
    const kept = keptKey()
    if (kept !== undefined) void submitKept.current(kept, true)
  }, [])
  return { problem, isBusy, submit }
}
