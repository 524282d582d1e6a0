import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { describeError, expectSuccess } from '../api/api-problem.js'
import { Page } from '../layout/page.js'
import { useOperator } from '../session/session.js'
import { Button } from '../ui/button.js'
import { TextField } from '../ui/fields.js'

/** Finds out what a leaked secret belongs to, and revokes it. */
export function LeakedPage() {
  const { isAdmin } = useOperator()
  return (
    <Page
      title="Leaked secret"
      description="Paste what leaked: whatever it is, it is found by what it is and revoked. It is sent to this server only, and stands in no address, no log and no storage."
    >
      {isAdmin ? (
        <LeakedForm />
      ) : (
        <p className="notice">A viewer may not revoke. Tell an admin, by other means than the secret itself.</p>
      )}
    </Page>
  )
}

function LeakedForm() {
  const { client } = useOperator()
  const queryClient = useQueryClient()
  const [secret, setSecret] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [revoked, setRevoked] = useState<{ readonly text: string; readonly path: string }>()

  async function revoke(event: FormEvent): Promise<void> {
    event.preventDefault()
    setIsBusy(true)
    setError(undefined)
    setRevoked(undefined)
    try {
      const token = await expectSuccess(client.revokeLeakedGatewayToken({ body: { token: secret.trim() } }))
      setRevoked({
        text: `It was the gateway token “${token.description}”.`,
        path: `/gateway-tokens/${token.tokenLink}`,
      })
      setSecret('')
      await queryClient.invalidateQueries()
    } catch (problem) {
      setError(describeError(problem))
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <form className="stack leaked-form" onSubmit={(event) => void revoke(event)}>
      <TextField label="What leaked" type="password" value={secret} onChange={setSecret} error={error} isRequired />
      <div className="button-row">
        <Button type="submit" kind="danger" isBusy={isBusy} isDisabled={secret.trim() === ''}>
          Find and revoke it
        </Button>
      </div>
      {revoked && (
        <p role="status" className="notice notice-good">
          {revoked.text} It is revoked. <Link href={revoked.path}>Show it</Link>
        </p>
      )}
    </form>
  )
}
