import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { Button } from './button.js'

interface DialogProps {
  readonly title: string
  /** Asked for by the button or Escape. */
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A modal dialog: the browser keeps the keyboard inside, closes it with Escape, and goes back to where it was opened. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const close = useRef(onClose)
  close.current = onClose

  useLayoutEffect(() => {
    const dialog = element.current
    const opener = document.activeElement
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => {
      dialog?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])

  useEffect(() => {
    const dialog = element.current
    const onCancel = (event: Event) => {
      event.preventDefault()
      close.current()
    }
    dialog?.addEventListener('cancel', onCancel)
    return () => dialog?.removeEventListener('cancel', onCancel)
  }, [])

  return (
    <dialog ref={element} aria-labelledby={heading}>
      <div className="dialog-head">
        <h2 id={heading}>{title}</h2>
        <Button onPress={onClose} label="Close">
          <span aria-hidden="true">✕</span>
        </Button>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}
