import { type HTMLInputTypeAttribute, type ReactNode, useId } from 'react'

interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isRequired?: boolean
  readonly className?: string
}

interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: HTMLInputTypeAttribute
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly maxLength?: number
  /** More than one line. */
  readonly rows?: number
}

/** A field for text. Browsers neither fill it in nor remember or check it: much of what is typed here is secret. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, type = 'text', rows, isRequired = false, placeholder, autoFocus, maxLength } = props
  const id = useId()
  const shared = {
    id,
    value,
    placeholder,
    maxLength,
    required: isRequired,
    autoComplete: 'off',
    spellCheck: false,
    autoCapitalize: 'none',
    'aria-invalid': props.error !== undefined || undefined,
    'aria-describedby': describedBy(id, props),
    'data-1p-ignore': true,
    'data-autofocus': autoFocus || undefined,
  } as const
  return (
    <FieldFrame id={id} {...props}>
      {rows === undefined ? (
        // biome-ignore lint/a11y/noAutofocus: the first field of the sign-in page and of dialogs is where one begins.
        <input {...shared} type={type} autoFocus={autoFocus} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      )}
    </FieldFrame>
  )
}

interface SelectFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

export function SelectField(props: SelectFieldProps) {
  const { value, onChange, options } = props
  const id = useId()
  return (
    <FieldFrame id={id} {...props}>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={describedBy(id, props)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

interface CheckFieldProps extends Pick<FieldProps, 'label' | 'hint'> {
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
}

export function CheckField({ label, hint, isChecked, onChange }: CheckFieldProps) {
  const id = useId()
  return (
    <div className="field check-field">
      <input
        id={id}
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  )
}

/** The label above a field, and below it a hint and what is wrong. */
export function FieldFrame(props: FieldProps & { readonly id: string; readonly children: ReactNode }) {
  const { id, label, hint, error, className = '', children } = props
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

function describedBy(id: string, { hint, error }: FieldProps): string | undefined {
  return [hint && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ') || undefined
}
