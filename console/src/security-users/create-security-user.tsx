import { useState } from 'react'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { securityUserSteps } from '../next-steps/steps.js'
import { PartnerField } from '../partners/partner-field.js'
import { SecretDialog } from '../secrets/secret-dialog.js'
import { useOperator } from '../session/session.js'
import { TextField } from '../ui/fields.js'
import { FormDialog } from '../ui/form-dialog.js'

interface CreateProps {
  /** The partner that it is created for, where that is known. */
  readonly partnerId: string | null
  readonly onClose: () => void
}

/** Creates a security user, and shows the password where the server made it. */
export function CreateSecurityUser({ partnerId: givenPartner, onClose }: CreateProps) {
  const { client } = useOperator()
  const [created, setCreated] = useState<components['schemas']['NewSecurityUser']>()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [partnerId, setPartnerId] = useState(givenPartner)

  async function create(): Promise<void> {
    const body = {
      username: username.trim(),
      ...(password !== '' && { password }),
      ...(partnerId !== null && { partnerId }),
    }
    const user = await expectSuccess(client.createSecurityUser({ body }))
    setCreated({ ...user, password: user.password ?? password })
    setPassword('')
  }

  if (created) {
    const credentials = { username: created.username, password: created.password ?? '' }
    return (
      <SecretDialog
        title={`User ${created.username}`}
        values={[
          { label: 'User name', value: credentials.username },
          { label: 'Password', value: credentials.password },
        ]}
        stepsAt={(addressOf) => securityUserSteps(addressOf, credentials)}
        onClose={onClose}
      />
    )
  }
  return (
    <FormDialog title="Create a user" submitLabel="Create" onClose={onClose} onSubmit={create}>
      {(errors) => (
        <>
          <TextField
            label="User name"
            type="email"
            value={username}
            onChange={setUsername}
            error={errors.username}
            hint="An e-mail address."
            isRequired
            autoFocus
          />
          <PartnerField
            label="Partner"
            value={partnerId}
            onChange={setPartnerId}
            none="None"
            hint="Its id is the customer id. Without one the server makes it."
          />
          <TextField
            label="Password"
            type="password"
            value={password}
            onChange={setPassword}
            error={errors.password}
            hint="Empty: the server makes a strong one, which is better."
          />
        </>
      )}
    </FormDialog>
  )
}
