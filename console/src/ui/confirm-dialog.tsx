import { type ReactNode, useState } from 'react'
import { useAnnounce } from './announcer.js'
import { TextField } from './fields.js'
import { FormDialog } from './form-dialog.js'

interface ConfirmDialogProps {
  readonly title: string
  readonly text: ReactNode
  readonly actionLabel: string
  /** Has to be typed, since what is done cannot be undone. */
  readonly nameToType?: string
  readonly onConfirm: () => Promise<unknown>
  /** Said after it. */
  readonly done: string
  readonly onClose: () => void
}

/** Asks before something that ends access. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, text, actionLabel, nameToType, onConfirm, done, onClose } = props
  const announce = useAnnounce()
  const [typed, setTyped] = useState('')

  return (
    <FormDialog
      title={title}
      submitLabel={actionLabel}
      kind="danger"
      isDisabled={nameToType !== undefined && typed !== nameToType}
      onClose={onClose}
      onSubmit={async () => {
        await onConfirm()
        onClose()
        announce(done)
      }}
    >
      {() => (
        <>
          <p>{text}</p>
          {nameToType !== undefined && (
            <>
              <p>
                This cannot be undone. To go on, type <strong>{nameToType}</strong>
              </p>
              <TextField label="Name" value={typed} onChange={setTyped} autoFocus />
            </>
          )}
        </>
      )}
    </FormDialog>
  )
}
