import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import type { components } from '../../../generated/operator/types.js'
import { describeError, expectSuccess } from '../api/api-problem.js'
import { Page } from '../layout/page.js'
import { useOperator } from '../session/session.js'
import { Button } from '../ui/button.js'
import { TextField } from '../ui/fields.js'

type RevokedSecret = components['schemas']['RevokedSecret']

/** Finds out what a leaked secret belongs to, and revokes it. */
export function LeakedPage() {
  const { isAdmin } = useOperator()
  return (
    <Page
      title="Leaked secret"
      description="Paste what leaked: a token, a secret, a key. It is found by what it is, and revoked. It is sent to this server only, and stands in no address, no log and no storage."
    >
      {isAdmin ? (
        <LeakedForm />
      ) : (
        <p className="notice">A viewer may not revoke. Tell an admin; do not send the secret itself once more.</p>
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
  const [revoked, setRevoked] = useState<readonly RevokedSecret[]>([])

  async function revoke(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    setError(undefined)
    setRevoked([])
    try {
      setRevoked((await expectSuccess(client.revokeLeakedSecret({ body: { secret: secret.trim() } }))).items)
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
      <TextField
        label="What leaked"
        type="password"
        value={secret}
        onChange={setSecret}
        error={error}
        hint="The secret alone, without quotes or the name of a header."
        isRequired
      />
      <div className="button-row">
        <Button type="submit" kind="danger" isBusy={isBusy} isDisabled={secret.trim() === ''}>
          Find and revoke it
        </Button>
      </div>
      {revoked.map((one) => (
        <p key={one.subject} role="status" className="notice notice-good">
          <RevokedText revoked={one} />
        </p>
      ))}
    </form>
  )
}

const names: Readonly<Record<RevokedSecret['kind'], string>> = {
  'gateway-token': 'a gateway token',
  'broker-hash': 'the hash of a broker user',
  'broker-secret': 'the secret of a broker user',
  'access-key-secret': 'the secret of an access key',
  'operator-key': 'the key of an operator',
  'refresh-token': 'a refresh token of a user',
  'access-token': 'an access token of a user',
}

const paths: Readonly<Record<RevokedSecret['kind'], string | undefined>> = {
  'gateway-token': '/gateway-tokens',
  'broker-hash': '/broker-users',
  'broker-secret': '/broker-users',
  'access-key-secret': '/access-keys',
  'operator-key': undefined,
  'refresh-token': '/security-users',
  'access-token': '/security-users',
}

const outcomes: Readonly<Record<RevokedSecret['done'], string>> = {
  'token-revoked': 'The token is revoked.',
  'secret-ended': 'The secret has ended; another one is valid, and works.',
  'user-deactivated': 'The user is deactivated. Rotate the secret, then activate the user again.',
  'access-key-revoked': 'The access key is revoked for good. Create another one.',
  'operator-deleted': 'The operator is deleted.',
  'sessions-ended': 'All sessions of the user have ended.',
}

function RevokedText({ revoked: { kind, subject, name, done } }: { readonly revoked: RevokedSecret }) {
  const path = paths[kind]
  return (
    <>
      This was {names[kind]}: {path ? <Link href={`${path}/${subject}`}>{name}</Link> : <strong>{name}</strong>}.{' '}
      {outcomes[done]}
    </>
  )
}
