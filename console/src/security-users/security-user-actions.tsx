import { useState } from 'react'
import { useLocation } from 'wouter'
import { expectSuccess } from '../api/api-problem.js'
import { PartnerField } from '../partners/partner-field.js'
import { useOperator } from '../session/session.js'
import { useAnnounce } from '../ui/announcer.js'
import { Button } from '../ui/button.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { TextField } from '../ui/fields.js'
import { FormDialog } from '../ui/form-dialog.js'
import { useAction } from '../ui/use-action.js'
import type { SecurityUser } from './security-users-page.js'

/** What an admin can do with a security user. */
export function SecurityUserActions({ user }: { readonly user: SecurityUser }) {
  const { username, active } = user
  const uid = String(user.uid)
  const { client, isAdmin } = useOperator()
  const [, navigate] = useLocation()
  const [open, setOpen] = useState<'edit' | 'password' | 'sessions' | 'deactivate' | 'delete'>()
  const close = () => setOpen(undefined)
  const setActive = (isActive: boolean) =>
    expectSuccess(client.updateSecurityUser({ params: { uid }, body: { active: isActive } }))
  const activate = useAction(() => setActive(true), `${username} is active.`)
  const unlock = useAction(
    () => expectSuccess(client.unlockSecurityUser({ params: { uid } })),
    `${username} may try to sign in again at once.`,
  )

  if (!isAdmin) return null
  return (
    <>
      {!active && (
        <Button kind="primary" isBusy={activate.isBusy} onPress={activate.run}>
          Activate
        </Button>
      )}
      <Button onPress={() => setOpen('edit')}>Edit</Button>
      <Button onPress={() => setOpen('password')}>Set a password</Button>
      <Button isBusy={unlock.isBusy} onPress={unlock.run}>
        Unlock
      </Button>
      <Button onPress={() => setOpen('sessions')}>End all sessions</Button>
      {active && <Button onPress={() => setOpen('deactivate')}>Deactivate</Button>}
      <Button kind="danger" onPress={() => setOpen('delete')}>
        Delete
      </Button>
      {open === 'edit' && <EditSecurityUser user={user} onClose={close} />}
      {open === 'password' && <SetPassword user={user} onClose={close} />}
      {open === 'sessions' && (
        <ConfirmDialog
          title={`End all sessions of ${username}`}
          text="Every refresh token ends at once. The user has to sign in again."
          actionLabel="End all sessions"
          onConfirm={() => expectSuccess(client.endSecurityUserSessions({ params: { uid } }))}
          done={`The sessions of ${username} were ended.`}
          onClose={close}
        />
      )}
      {open === 'deactivate' && (
        <ConfirmDialog
          title={`Deactivate ${username}`}
          text="The user cannot sign in, and all sessions end. The user can be activated again."
          actionLabel="Deactivate"
          onConfirm={() => setActive(false)}
          done={`${username} was deactivated.`}
          onClose={close}
        />
      )}
      {open === 'delete' && (
        <ConfirmDialog
          title={`Delete ${username}`}
          text="The user is deleted, and all sessions end."
          actionLabel="Delete"
          nameToType={username}
          onConfirm={async () => {
            await expectSuccess(client.deleteSecurityUser({ params: { uid } }))
            navigate('/security-users')
          }}
          done={`${username} was deleted.`}
          onClose={close}
        />
      )}
    </>
  )
}

interface UserDialogProps {
  readonly user: SecurityUser
  readonly onClose: () => void
}

function EditSecurityUser({ user, onClose }: UserDialogProps) {
  const { client } = useOperator()
  const announce = useAnnounce()
  const [partnerId, setPartnerId] = useState(user.partnerId)

  async function save(): Promise<void> {
    await expectSuccess(client.updateSecurityUser({ params: { uid: String(user.uid) }, body: { partnerId } }))
    onClose()
    announce('The user was changed.')
  }

  return (
    <FormDialog title={`Edit ${user.username}`} submitLabel="Save" onClose={onClose} onSubmit={save}>
      {() => (
        <PartnerField
          label="Partner"
          value={partnerId}
          onChange={setPartnerId}
          none="None"
          hint="The customer id of the user stays as it is."
        />
      )}
    </FormDialog>
  )
}

function SetPassword({ user, onClose }: UserDialogProps) {
  const { client } = useOperator()
  const announce = useAnnounce()
  const [password, setPassword] = useState('')

  async function save(): Promise<void> {
    await expectSuccess(client.updateSecurityUser({ params: { uid: String(user.uid) }, body: { password } }))
    onClose()
    announce('The password was set.')
  }

  return (
    <FormDialog title={`Set a password for ${user.username}`} submitLabel="Set it" onClose={onClose} onSubmit={save}>
      {(errors) => (
        <TextField
          label="New password"
          type="password"
          value={password}
          onChange={setPassword}
          error={errors.password}
          hint="8 characters or more. All sessions end."
          isRequired
          autoFocus
        />
      )}
    </FormDialog>
  )
}
