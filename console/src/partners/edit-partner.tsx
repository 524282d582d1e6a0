import { useState } from 'react'
import { useLocation } from 'wouter'
import { expectSuccess } from '../api/api-problem.js'
import { useOperator } from '../session/session.js'
import { useAnnounce } from '../ui/announcer.js'
import { TextField } from '../ui/fields.js'
import { FormDialog } from '../ui/form-dialog.js'
import { formatContacts, parseContacts } from './contacts.js'
import type { Partner } from './partners-page.js'

interface EditPartnerProps {
  /** Absent: a new one. */
  readonly partner: Partner | undefined
  readonly onClose: () => void
}

/** Creates a partner, or changes its name and contacts. */
export function EditPartner({ partner, onClose }: EditPartnerProps) {
  const { client } = useOperator()
  const announce = useAnnounce()
  const [, navigate] = useLocation()
  const [name, setName] = useState(partner?.name ?? '')
  const [contacts, setContacts] = useState(formatContacts(partner?.contacts ?? []))
  const [unreadable, setUnreadable] = useState<string>()

  async function save(): Promise<void> {
    const parsed = parseContacts(contacts)
    if ('unreadable' in parsed) return setUnreadable(`This line is no contact: ${parsed.unreadable}`)
    setUnreadable(undefined)
    const body = { name: name.trim(), contacts: parsed.contacts }
    if (partner) {
      await expectSuccess(client.updatePartner({ params: { id: partner.id }, body }))
      announce('The partner was changed.')
      return onClose()
    }
    const created = await expectSuccess(client.createPartner({ body }))
    onClose()
    announce(`${created.name} was created.`)
    navigate(`/partners/${created.id}`)
  }

  return (
    <FormDialog
      title={partner ? `Edit ${partner.name}` : 'Create a partner'}
      submitLabel={partner ? 'Save' : 'Create'}
      onClose={onClose}
      onSubmit={save}
    >
      {(errors) => (
        <>
          <TextField label="Name" value={name} onChange={setName} error={errors.name} isRequired autoFocus />
          <TextField
            label="Contacts"
            rows={3}
            value={contacts}
            onChange={setContacts}
            error={unreadable ?? errors.contacts}
            placeholder="Jane Doe <jane@example.org>"
            hint="One on each line: whom to write to when a secret ends or has leaked."
          />
        </>
      )}
    </FormDialog>
  )
}
