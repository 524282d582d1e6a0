import { useState } from 'react'
import { expectSuccess } from '../api/api-problem.js'
import { PartnerField } from '../partners/partner-field.js'
import { useOperator } from '../session/session.js'
import { useAnnounce } from '../ui/announcer.js'
import { dayOf, ExpiryField, expiryAt } from '../ui/expiry-field.js'
import { TextField } from '../ui/fields.js'
import { FormDialog } from '../ui/form-dialog.js'
import type { AccessKey } from './access-keys-page.js'

/** Changes the name, the partner, the roles and the expiry of an access key. */
export function EditAccessKey({ accessKey, onClose }: { readonly accessKey: AccessKey; readonly onClose: () => void }) {
  const { client } = useOperator()
  const announce = useAnnounce()
  const [name, setName] = useState(accessKey.name)
  const [partnerId, setPartnerId] = useState(accessKey.partnerId)
  const [roles, setRoles] = useState(accessKey.roles.join(' '))
  const [expiry, setExpiry] = useState(dayOf(accessKey.expiresAt))

  async function save(): Promise<void> {
    const isSameDay = expiry === dayOf(accessKey.expiresAt)
    const body = {
      name: name.trim(),
      partnerId,
      roles: roles.split(/[\s,]+/).filter((role) => role !== ''),
      // An expiry within a day keeps its hour.
      ...(!isSameDay && { expiresAt: expiryAt(expiry) }),
    }
    await expectSuccess(client.updateAccessKey({ params: { id: accessKey.id }, body }))
    onClose()
    announce('The access key was changed.')
  }

  return (
    <FormDialog title={`Edit ${accessKey.name}`} submitLabel="Save" onClose={onClose} onSubmit={save}>
      {(errors) => (
        <>
          <TextField label="Name" value={name} onChange={setName} error={errors.name} isRequired autoFocus />
          <PartnerField label="Partner" value={partnerId} onChange={setPartnerId} none="None" />
          <TextField
            label="Roles"
            value={roles}
            onChange={setRoles}
            error={errors.roles}
            hint="Separated by spaces. Tokens that were issued keep the earlier ones."
          />
          <ExpiryField value={expiry} onChange={setExpiry} error={errors.expiresAt} />
        </>
      )}
    </FormDialog>
  )
}
