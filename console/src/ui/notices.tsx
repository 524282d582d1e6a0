import { describeError } from '../api/api-problem.js'
import { Button } from './button.js'

export function Loading({ what }: { readonly what: string }) {
  return (
    <p role="status" className="hint">
      {what} …
    </p>
  )
}

/** What failed, and a way to try again. */
export function ProblemNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  return (
    <div role="alert" className="notice notice-bad panel-head">
      <span>{describeError(error)}</span>
      {onRetry && <Button onPress={onRetry}>Try again</Button>}
    </div>
  )
}
