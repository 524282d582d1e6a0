import { useState } from 'react'
import { SelectField } from '../ui/fields.js'
import { FormDialog } from '../ui/form-dialog.js'
import { TimeLine } from './time-line.js'
import type { SecretSpan } from './time-line-layout.js'

const overlaps = [
  { value: '0', label: 'none: the earlier secret ends at once' },
  { value: '3600', label: '1 hour' },
  { value: '86400', label: '1 day' },
  { value: '604800', label: '7 days' },
  { value: '2592000', label: '30 days' },
]

interface RotateDialogProps {
  readonly name: string
  readonly secrets: readonly SecretSpan[]
  readonly onClose: () => void
  readonly onRotate: (overlapSeconds: number) => Promise<void>
}

/** Asks for how long the earlier secret stays valid, and shows what comes of it. */
export function RotateDialog({ name, secrets, onClose, onRotate }: RotateDialogProps) {
  const [overlap, setOverlap] = useState('86400')
  const [now] = useState(Date.now)

  return (
    <FormDialog
      title={`Rotate the secret of ${name}`}
      submitLabel="Rotate the secret"
      onClose={onClose}
      onSubmit={() => onRotate(Number(overlap))}
    >
      {(errors) => (
        <>
          <SelectField
            label="Overlap"
            hint="For how long the earlier secret stays valid beside the new one."
            value={overlap}
            onChange={setOverlap}
            options={overlaps}
            error={errors.overlapSeconds}
          />
          <TimeLine secrets={afterRotation(secrets, now, Number(overlap))} now={now} />
        </>
      )}
    </FormDialog>
  )
}

/** The current secret gets an end. While an earlier one is valid beside it, the server refuses another overlap and says so. */
function afterRotation(secrets: readonly SecretSpan[], now: number, overlapSeconds: number): SecretSpan[] {
  const newest = secrets.toSorted((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt))[0]
  const end = new Date(now + overlapSeconds * 1000).toISOString()
  return [
    ...(newest ? [{ ...newest, expiresAt: end }] : []),
    { hint: '', createdAt: new Date(now).toISOString(), expiresAt: null },
  ]
}
