import { useState } from 'react'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { gatewayTokenSteps } from '../next-steps/steps.js'
import { PartnerField } from '../partners/partner-field.js'
import { SecretDialog } from '../secrets/secret-dialog.js'
import { useOperator } from '../session/session.js'
import { SelectField, TextField } from '../ui/fields.js'
import { FormDialog } from '../ui/form-dialog.js'

type TokenType = components['schemas']['GatewayTokenType']

interface CreateProps {
  /** The partner that it is created for, where that is known. */
  readonly partnerId: string | null
  readonly onClose: () => void
}

/** Issues a gateway token, and shows it. */
export function CreateGatewayToken({ partnerId: givenPartner, onClose }: CreateProps) {
  const { client, operator } = useOperator()
  const [created, setCreated] = useState<components['schemas']['NewGatewayToken']>()
  const [accountId, setAccountId] = useState('')
  const [description, setDescription] = useState('')
  const [tokenType, setTokenType] = useState<TokenType>('CARD')
  const [partnerId, setPartnerId] = useState(givenPartner)

  async function create(): Promise<void> {
    const body = {
      accountId: accountId.trim(),
      description: description.trim(),
      tokenType,
      createdBy: operator.name,
      ...(partnerId !== null && { partnerId }),
    }
    setCreated(await expectSuccess(client.createGatewayToken({ body })))
  }

  if (created) {
    return (
      <SecretDialog
        title={`Token of ${created.accountId}`}
        values={[{ label: 'Token', value: created.token }]}
        stepsAt={(addressOf) => gatewayTokenSteps(addressOf, created.token)}
        onClose={onClose}
      />
    )
  }
  return (
    <FormDialog title="Create a gateway token" submitLabel="Create" onClose={onClose} onSubmit={create}>
      {(errors) => (
        <>
          <TextField
            label="Account"
            value={accountId}
            onChange={setAccountId}
            error={errors.accountId}
            hint="The id of the gateway account."
            isRequired
            autoFocus
          />
          <TextField
            label="Description"
            value={description}
            onChange={setDescription}
            error={errors.description}
            hint="What the token is for, such as the service that presents it."
            isRequired
          />
          <PartnerField label="Partner" value={partnerId} onChange={setPartnerId} none="None" />
          <SelectField
            label="Kind of payment"
            value={tokenType}
            onChange={(value) => setTokenType(value as TokenType)}
            options={[
              { value: 'CARD', label: 'Card' },
              { value: 'DIRECT_DEBIT', label: 'Direct debit' },
            ]}
          />
        </>
      )}
    </FormDialog>
  )
}
