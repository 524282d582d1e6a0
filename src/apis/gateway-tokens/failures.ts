import type { GatewayTokensFailureReply } from '../../../generated/gateway-tokens/operations.js'
import type { Failure, SchemaError } from '../../contract/failure.js'
import { formatMissingFields } from './format.js'

export function gatewayTokensFailures(failure: Failure): GatewayTokensFailureReply {
  switch (failure.kind) {
    case 'malformed':
      return { status: 400, body: { message: sentence(failure.reason) } }
    case 'invalid':
      return { status: 400, body: { message: explain(failure.errors) } }
    case 'method-not-allowed':
      return { status: 405, body: { message: 'This path does not know this method' } }
    case 'too-large':
      return { status: 413, body: { message: 'The request body is larger than 16 KiB' } }
    case 'unsupported-media-type':
      return { status: 415, body: { message: 'The request body must be application/json' } }
    case 'too-many-requests':
      return {
        status: 429,
        headers: { 'Retry-After': failure.retryAfter },
        body: { message: 'Too many requests; try again later' },
      }
    case 'unavailable':
      return {
        status: 503,
        headers: { 'Retry-After': failure.retryAfter },
        body: { message: 'The service is not available; try again later' },
      }
    case 'internal':
      return { status: 500, body: { message: 'The request could not be answered because of a failure of the server' } }
  }
}

/** Missing fields first, as the document words them; otherwise the first field that is wrong. */
function explain(errors: readonly SchemaError[]): string {
  const missing = errors.flatMap(missingFields)
  if (missing.length > 0) return formatMissingFields(inOrder(missing, errors))
  const [first] = errors
  if (!first) return 'The request is not valid'
  const field = first.instancePath.slice(1)
  switch (first.keyword) {
    case 'type':
      return `${field} must be of type ${[first.params.type].flat().join(' or ')}`
    case 'maxLength':
      return `${field} must not be longer than ${first.params.limit} characters`
    case 'minimum':
    case 'maximum':
      return `${field} must be a whole number that JSON can hold exactly`
    default:
      return `${field} is not valid`
  }
}

/** Absent, `null` and, for an account, the empty string are missing; a body that is no object has nothing in it. */
function missingFields({ keyword, instancePath, params, data, parentSchema }: SchemaError): string[] {
  if (keyword === 'required') return [String(params.missingProperty)]
  if (keyword === 'type' && instancePath === '') {
    return (
      (parentSchema?.required as string[] | undefined) ??
      Object.keys((parentSchema?.properties as object | undefined) ?? {})
    )
  }
  if (data === null || (keyword === 'minLength' && data === '')) return [instancePath.slice(1)]
  return []
}

/** In the order in which the contract lists the required fields. */
function inOrder(missing: readonly string[], errors: readonly SchemaError[]): string[] {
  const order = errors.flatMap(({ parentSchema, keyword }) =>
    keyword === 'required' || keyword === 'type' ? ((parentSchema?.required as string[] | undefined) ?? []) : [],
  )
  const known = new Set([...order, ...missing])
  return [...known].filter((name) => missing.includes(name))
}

function sentence(reason: string): string {
  return reason.charAt(0).toUpperCase() + reason.slice(1)
}
