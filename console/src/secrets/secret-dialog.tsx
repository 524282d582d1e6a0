import { type ReactNode, useState } from 'react'
import { NextSteps } from '../next-steps/next-steps.js'
import { addressesBelow, publicAddress } from '../next-steps/public-address.js'
import type { AddressOf, Step } from '../next-steps/steps.js'
import { Button } from '../ui/button.js'
import { CopyButton } from '../ui/copy-button.js'
import { Dialog } from '../ui/dialog.js'
import { downloadText } from '../ui/download.js'

export interface ShownValue {
  readonly label: string
  readonly value: string
}

interface SecretDialogProps {
  readonly title: string
  /** The identifier and the secret, as the partner needs them. */
  readonly values: readonly ShownValue[]
  readonly stepsAt?: (addressOf: AddressOf) => readonly Step[]
  /** More about what was made. */
  readonly children?: ReactNode
  readonly onClose: () => void
}

/** Shows a secret for the only time. It is closed at once after the secret was taken, else at the second attempt. */
export function SecretDialog({ title, values, stepsAt, children, onClose }: SecretDialogProps) {
  const [isTaken, setIsTaken] = useState(false)
  const [isWarned, setIsWarned] = useState(false)

  function download(): void {
    const steps = stepsAt?.(addressesBelow(publicAddress())) ?? []
    const lines = [
      ...values.map(({ label, value }) => `${label}: ${value}`),
      ...steps.flatMap((step) => ['', `# ${step.title}`, step.command]),
    ]
    downloadText('credentials.txt', `${lines.join('\n')}\n`)
    setIsTaken(true)
  }

  return (
    <Dialog title={title} onClose={() => (isTaken || isWarned ? onClose() : setIsWarned(true))}>
      {children}
      <p className="notice notice-warning">The secret is shown now and never again. Hand it over on a safe way.</p>
      <div className="secret">
        {values.map(({ label, value }) => (
          <div key={label} className="field">
            <span className="label">{label}</span>
            <div className="copy-value">
              <code data-secret>{value}</code>
              <CopyButton value={value} what={label} onCopied={() => setIsTaken(true)} />
            </div>
          </div>
        ))}
        <div className="button-row">
          <Button onPress={download}>Download as a file</Button>
        </div>
      </div>
      {stepsAt && <NextSteps stepsAt={stepsAt} />}
      {isWarned && !isTaken && (
        <p role="alert" className="notice notice-bad">
          The secret was neither copied nor downloaded. Close again to go on without it.
        </p>
      )}
      <div className="dialog-foot">
        <Button kind="primary" onPress={() => (isTaken || isWarned ? onClose() : setIsWarned(true))}>
          Done
        </Button>
      </div>
    </Dialog>
  )
}
