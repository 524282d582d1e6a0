import type { ReactNode } from 'react'

interface ButtonProps {
  readonly children: ReactNode
  readonly type?: 'button' | 'submit'
  readonly kind?: 'primary' | 'plain' | 'danger'
  /** It waits for an answer: it stays in the order of the keyboard, and does nothing. */
  readonly isBusy?: boolean
  readonly isDisabled?: boolean
  readonly onPress?: () => void
  readonly label?: string
}

export function Button(props: ButtonProps) {
  const { children, type = 'button', kind = 'plain', isBusy = false, isDisabled = false, onPress, label } = props
  return (
    <button
      type={type}
      className={`button button-${kind}`}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      aria-label={label}
      disabled={isDisabled}
      onClick={(event) => {
        if (isBusy) event.preventDefault()
        else onPress?.()
      }}
    >
      {children}
    </button>
  )
}
