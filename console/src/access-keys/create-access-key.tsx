import { useState } from 'react'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { accessKeySteps } from '../next-steps/steps.js'
import { PartnerField } from '../partners/partner-field.js'
import { SecretDialog } from '../secrets/secret-dialog.js'
import { useOperator } from '../session/session.js'
import { ExpiryField, expiryAt } from '../ui/expiry-field.js'
import { CheckField, TextField } from '../ui/fields.js'
import { FormDialog } from '../ui/form-dialog.js'

type NewAccessKey = components['schemas']['NewAccessKey']

interface CreateProps {
  /** The partner that it is created for, where that is known. */
  readonly partnerId: string | null
  readonly onClose: () => void
}

/** Creates an access key, activates it if that is wanted, and shows its secret. */
export function CreateAccessKey({ partnerId: givenPartner, onClose }: CreateProps) {
  const { client } = useOperator()
  const [created, setCreated] = useState<NewAccessKey>()
  const [name, setName] = useState('')
  const [partnerId, setPartnerId] = useState(givenPartner)
  const [roles, setRoles] = useState('')
  const [expiry, setExpiry] = useState('')
  const [isActivated, setIsActivated] = useState(true)

  async function create(): Promise<void> {
    const body = {
      name: name.trim(),
      roles: roles.split(/[\s,]+/).filter((role) => role !== ''),
      ...(partnerId !== null && { partnerId }),
      ...(expiry !== '' && { expiresAt: expiryAt(expiry) }),
    }
    const accessKey = await expectSuccess(client.createAccessKey({ body }))
    setCreated(accessKey)
    if (isActivated) await expectSuccess(client.activateAccessKey({ params: { id: accessKey.id } }))
  }

  if (created) return <NewAccessKeyDialog accessKey={created} isActivated={isActivated} onClose={onClose} />
  return (
    <FormDialog title="Create an access key" submitLabel="Create" onClose={onClose} onSubmit={create}>
      {(errors) => (
        <>
          <TextField label="Name" value={name} onChange={setName} error={errors.name} isRequired autoFocus />
          <PartnerField
            label="Partner"
            value={partnerId}
            onChange={setPartnerId}
            none="None"
            hint="Its company and its first account stand in the tokens. Without one the server makes both ids."
          />
          <TextField
            label="Roles"
            value={roles}
            onChange={setRoles}
            error={errors.roles}
            hint="Separated by spaces. They stand in the tokens."
          />
          <ExpiryField value={expiry} onChange={setExpiry} error={errors.expiresAt} />
          <CheckField
            label="Activate it at once"
            hint="A pending key cannot log in."
            isChecked={isActivated}
            onChange={setIsActivated}
          />
        </>
      )}
    </FormDialog>
  )
}

interface NewAccessKeyDialogProps {
  readonly accessKey: Pick<NewAccessKey, 'name' | 'accessKey' | 'secret'>
  readonly isActivated: boolean
  readonly onClose: () => void
}

function NewAccessKeyDialog({ accessKey, isActivated, onClose }: NewAccessKeyDialogProps) {
  return (
    <SecretDialog
      title={`Access key ${accessKey.name}`}
      values={[
        { label: 'Access key', value: accessKey.accessKey },
        { label: 'Secret', value: accessKey.secret },
      ]}
      stepsAt={(addressOf) => accessKeySteps(addressOf, { accessKey: accessKey.accessKey, secret: accessKey.secret })}
      onClose={onClose}
    >
      {!isActivated && <p>The key is pending. Activate it on its page before the partner logs in.</p>}
    </SecretDialog>
  )
}
