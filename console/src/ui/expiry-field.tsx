import { TextField } from './fields.js'

interface ExpiryFieldProps {
  /** A day such as `2027-01-01`, or an empty text for never. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
  readonly autoFocus?: boolean
}

/** On which day a key expires. */
export function ExpiryField(props: ExpiryFieldProps) {
  return (
    <TextField
      label="Expires on"
      type="date"
      hint="From the start of this day (UTC) on it is refused. Empty: never."
      {...props}
    />
  )
}

/** The day of an expiry, for {@link ExpiryField}. */
export function dayOf(expiresAt: string | null): string {
  return expiresAt?.slice(0, 10) ?? ''
}

/** The expiry at the start of a day, as the operator API expects it. */
export function expiryAt(day: string): string | null {
  return day === '' ? null : `${day}T00:00:00.000Z`
}
