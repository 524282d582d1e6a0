import { useState } from 'react'
import { useLocation } from 'wouter'
import { expectSuccess } from '../api/api-problem.js'
import { PartnerField } from '../partners/partner-field.js'
import { RotateDialog } from '../secrets/rotate-dialog.js'
import { SecretDialog } from '../secrets/secret-dialog.js'
import { useOperator } from '../session/session.js'
import { useAnnounce } from '../ui/announcer.js'
import { Button } from '../ui/button.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { TextField } from '../ui/fields.js'
import { FormDialog } from '../ui/form-dialog.js'
import { useAction } from '../ui/use-action.js'
import type { BrokerUser } from './broker-users-page.js'

/** What an admin can do with a broker user. */
export function BrokerUserActions({ user }: { readonly user: BrokerUser }) {
  const { id, name, active } = user
  const { client, isAdmin } = useOperator()
  const [, navigate] = useLocation()
  const [open, setOpen] = useState<'edit' | 'rotate' | 'deactivate' | 'delete'>()
  const [secret, setSecret] = useState<string>()
  const close = () => setOpen(undefined)
  const setActive = (isActive: boolean) =>
    expectSuccess(client.updateBrokerUser({ params: { id }, body: { active: isActive } }))
  const activate = useAction(() => setActive(true), `${name} is active.`)

  async function rotate(overlapSeconds: number): Promise<void> {
    const rotated = await expectSuccess(client.rotateBrokerSecret({ params: { id }, body: { overlapSeconds } }))
    close()
    setSecret(rotated.secret)
  }

  if (!isAdmin) return null
  return (
    <>
      {!active && (
        <Button kind="primary" isBusy={activate.isBusy} onPress={activate.run}>
          Activate
        </Button>
      )}
      <Button onPress={() => setOpen('edit')}>Edit</Button>
      <Button onPress={() => setOpen('rotate')}>Rotate the secret</Button>
      {active && <Button onPress={() => setOpen('deactivate')}>Deactivate</Button>}
      <Button kind="danger" onPress={() => setOpen('delete')}>
        Delete
      </Button>
      {open === 'edit' && <EditBrokerUser user={user} onClose={close} />}
      {open === 'rotate' && <RotateDialog name={name} secrets={user.secrets} onClose={close} onRotate={rotate} />}
      {open === 'deactivate' && (
        <ConfirmDialog
          title={`Deactivate ${name}`}
          text="The user cannot sign in, and its tokens end at once. It can be activated again."
          actionLabel="Deactivate"
          onConfirm={() => setActive(false)}
          done={`${name} was deactivated.`}
          onClose={close}
        />
      )}
      {open === 'delete' && (
        <ConfirmDialog
          title={`Delete ${name}`}
          text="The user, its secrets and its accounts are deleted. Its tokens end at once."
          actionLabel="Delete"
          nameToType={name}
          onConfirm={async () => {
            await expectSuccess(client.deleteBrokerUser({ params: { id } }))
            navigate('/broker-users')
          }}
          done={`${name} was deleted.`}
          onClose={close}
        />
      )}
      {secret !== undefined && (
        <SecretDialog
          title={`New secret of ${name}`}
          values={[{ label: 'Secret', value: secret }]}
          onClose={() => setSecret(undefined)}
        />
      )}
    </>
  )
}

function EditBrokerUser({ user, onClose }: { readonly user: BrokerUser; readonly onClose: () => void }) {
  const { client } = useOperator()
  const announce = useAnnounce()
  const [name, setName] = useState(user.name)
  const [partnerId, setPartnerId] = useState(user.partnerId)

  async function save(): Promise<void> {
    const body = { name: name.trim(), partnerId }
    await expectSuccess(client.updateBrokerUser({ params: { id: user.id }, body }))
    onClose()
    announce('The broker user was changed.')
  }

  return (
    <FormDialog title={`Edit ${user.name}`} submitLabel="Save" onClose={onClose} onSubmit={save}>
      {(errors) => (
        <>
          <TextField label="Name" value={name} onChange={setName} error={errors.name} isRequired autoFocus />
          <PartnerField label="Partner" value={partnerId} onChange={setPartnerId} none="None" />
        </>
      )}
    </FormDialog>
  )
}
