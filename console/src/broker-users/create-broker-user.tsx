import { useState } from 'react'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { brokerUserSteps } from '../next-steps/steps.js'
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

/** Creates a broker user with its accounts, and shows its credentials. */
export function CreateBrokerUser({ partnerId: givenPartner, onClose }: CreateProps) {
  const { client } = useOperator()
  const [created, setCreated] = useState<components['schemas']['NewBrokerUser']>()
  const [name, setName] = useState('')
  const [partnerId, setPartnerId] = useState(givenPartner)
  const [accounts, setAccounts] = useState('')

  async function create(): Promise<void> {
    const names = accounts.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ name: line.trim() }]))
    const body = { name: name.trim(), accounts: names, ...(partnerId !== null && { partnerId }) }
    setCreated(await expectSuccess(client.createBrokerUser({ body })))
  }

  if (created) {
    const { hash, secret } = created
    return (
      <SecretDialog
        title={`Broker user ${created.name}`}
        values={[
          { label: 'Hash', value: hash },
          { label: 'Secret', value: secret },
          ...created.accounts.map((account) => ({ label: `Token of ${account.name}`, value: account.aToken })),
        ]}
        stepsAt={(addressOf) => brokerUserSteps(addressOf, { hash, secret })}
        onClose={onClose}
      />
    )
  }
  return (
    <FormDialog title="Create a broker user" submitLabel="Create" onClose={onClose} onSubmit={create}>
      {(errors) => (
        <>
          <TextField label="Name" value={name} onChange={setName} error={errors.name} isRequired autoFocus />
          <PartnerField label="Partner" value={partnerId} onChange={setPartnerId} none="None" />
          <TextField
            label="Accounts"
            rows={3}
            value={accounts}
            onChange={setAccounts}
            error={errors.accounts}
            hint="One name on each line, in the order in which the broker gets them. More can be added later."
          />
        </>
      )}
    </FormDialog>
  )
}
