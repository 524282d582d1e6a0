import { useState } from 'react'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { useOperator } from '../session/session.js'
import { useAnnounce } from '../ui/announcer.js'
import { dayOf, ExpiryField, expiryAt } from '../ui/expiry-field.js'
import { FormDialog } from '../ui/form-dialog.js'

interface RenewOperatorProps {
  readonly operator: components['schemas']['Operator']
  readonly onClose: () => void
}

/** Changes when the key of an operator expires. */
export function RenewOperator({ operator, onClose }: RenewOperatorProps) {
  const { client } = useOperator()
  const announce = useAnnounce()
  const [expiry, setExpiry] = useState(dayOf(operator.expiresAt))

  async function save(): Promise<void> {
    const body = { expiresAt: expiryAt(expiry) }
    // An expiry within a day keeps its hour.
    if (expiry !== dayOf(operator.expiresAt)) {
      await expectSuccess(client.updateOperator({ params: { id: operator.id }, body }))
    }
    onClose()
    announce('The expiry was changed.')
  }

  return (
    <FormDialog title={`Renew ${operator.name}`} submitLabel="Save" onClose={onClose} onSubmit={save}>
      {(errors) => (
        <>
          <p>A key that has expired works again. The key itself stays the same.</p>
          <ExpiryField value={expiry} onChange={setExpiry} error={errors.expiresAt} autoFocus />
        </>
      )}
    </FormDialog>
  )
}
