import { ApiProblem, describeError } from '../api/api-problem.js'
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
      {onRetry && !isRefusal(error) && <Button onPress={onRetry}>Try again</Button>}
    </div>
  )
}

/** What was refused once is refused again. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.status < 500
}
