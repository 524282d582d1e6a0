import { useState } from 'react'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { SecretDialog } from '../secrets/secret-dialog.js'
import { useOperator } from '../session/session.js'
import { ExpiryField, expiryAt } from '../ui/expiry-field.js'
import { SelectField, TextField } from '../ui/fields.js'
import { FormDialog } from '../ui/form-dialog.js'

type Role = components['schemas']['Operator']['role']

/** Creates an operator, and shows its key. */
export function CreateOperator({ onClose }: { readonly onClose: () => void }) {
  const { client } = useOperator()
  const [created, setCreated] = useState<components['schemas']['NewOperator']>()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const [expiry, setExpiry] = useState('')

  async function create(): Promise<void> {
    const body = { name: name.trim(), role, expiresAt: expiryAt(expiry) }
    setCreated(await expectSuccess(client.createOperator({ body })))
  }

  if (created) {
    return (
      <SecretDialog
        title={`Operator ${created.name}`}
        values={[{ label: 'Operator key', value: created.key }]}
        onClose={onClose}
      />
    )
  }
  return (
    <FormDialog title="Create an operator" submitLabel="Create" onClose={onClose} onSubmit={create}>
      {(errors) => (
        <>
          <TextField label="Name" value={name} onChange={setName} error={errors.name} isRequired autoFocus />
          <SelectField
            label="Role"
            value={role}
            onChange={(value) => setRole(value as Role)}
            options={[
              { value: 'viewer', label: 'viewer: may look' },
              { value: 'admin', label: 'admin: may make changes' },
            ]}
          />
          <ExpiryField value={expiry} onChange={setExpiry} error={errors.expiresAt} />
        </>
      )}
    </FormDialog>
  )
}
