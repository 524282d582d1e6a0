import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ApiProblem } from '../api/api-problem.js'
import { Button } from './button.js'
import { Dialog } from './dialog.js'
import { ProblemNotice } from './notices.js'

interface FormDialogProps {
  readonly title: string
  readonly submitLabel: string
  readonly kind?: 'primary' | 'danger'
  readonly isDisabled?: boolean
  readonly onClose: () => void
  /** What it throws is shown. */
  readonly onSubmit: () => Promise<void>
  /** @param errors what the server says about fields, by their names */
  readonly children: (errors: Readonly<Record<string, string>>) => ReactNode
}

/** A dialog that sends something. After it everything that is shown is read anew. */
export function FormDialog(props: FormDialogProps) {
  const { title, submitLabel, kind = 'primary', isDisabled = false, onClose, onSubmit, children } = props
  const queryClient = useQueryClient()
  const [error, setError] = useState<unknown>()
  const [isBusy, setIsBusy] = useState(false)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isBusy || isDisabled) return
    setIsBusy(true)
    setError(undefined)
    try {
      await onSubmit()
      await queryClient.invalidateQueries()
    } catch (problem) {
      setError(problem)
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        {children(error instanceof ApiProblem ? error.fieldErrors() : {})}
        {error !== undefined && <ProblemNotice error={error} />}
        <div className="dialog-foot">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" kind={kind} isBusy={isBusy} isDisabled={isDisabled}>
            {submitLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
