import type { OperatorFailureReply } from '../../../generated/operator/operations.js'
import type { components } from '../../../generated/operator/types.js'
import type { Failure, SchemaError } from '../../contract/failure.js'
import { problem } from './problem.js'

type InvalidField = components['schemas']['InvalidField']

export function operatorFailures(failure: Failure): OperatorFailureReply {
  switch (failure.kind) {
    case 'malformed':
      return { status: 400, body: problem('malformed-request', 400, sentence(failure.reason)) }
    case 'invalid':
      return {
        status: 400,
        body: problem('invalid-request', 400, 'A value in the request is not acceptable; see errors.', {
          errors: invalidFields(failure.errors),
        }),
      }
    case 'method-not-allowed':
      return { status: 405, body: problem('method-not-allowed', 405, 'This path does not know this method.') }
    case 'too-large':
      return { status: 413, body: problem('too-large', 413, 'The request body is larger than this operation takes.') }
    case 'unsupported-media-type':
      return {
        status: 415,
        body: problem('unsupported-media-type', 415, 'The request body must be application/json.'),
      }
    case 'too-many-requests':
      return {
        status: 429,
        headers: { 'Retry-After': failure.retryAfter },
        body: problem('too-many-requests', 429, 'Too many requests; try again later.'),
      }
    case 'unavailable':
      return {
        status: 503,
        headers: { 'Retry-After': failure.retryAfter },
        body: problem('unavailable', 503, 'The service is not available; nothing was changed. Try again later.'),
      }
    case 'internal':
      return {
        status: 500,
        body: problem('internal-failure', 500, 'The request could not be answered because of a failure of the server.'),
      }
  }
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** More are of no use to a reader. */
const mostErrors = 20

/** What is wrong with which field. Values are never repeated: they may be secrets. */
function invalidFields(errors: readonly SchemaError[]): InvalidField[] {
  const told = new Map(errors.map((error) => [pointerOf(error), complaint(error)]))
  return [...told].slice(0, mostErrors).map(([pointer, detail]) => ({ pointer: pointer.slice(0, 500), detail }))
}

/** An unknown key is the caller's own text; it is named by where it stands. */
function pointerOf({ keyword, instancePath, params }: SchemaError): string {
  return keyword === 'required' || keyword === 'dependentRequired'
    ? `#${instancePath}/${params.missingProperty}`
    : `#${instancePath}`
}

function complaint({ keyword, params, message }: SchemaError): string {
  switch (keyword) {
    case 'required':
      return 'is missing'
    case 'dependentRequired':
      return `is needed where ${params.property} is given`
    case 'additionalProperties':
      return 'has a key that this operation does not know'
    case 'type':
      return `must be of type ${[params.type].flat().join(' or ')}`
    case 'minLength':
      return params.limit === 1 ? 'must not be empty' : `must have at least ${params.limit} characters`
    case 'maxLength':
      return `must not be longer than ${params.limit} characters`
    case 'minimum':
    case 'maximum':
      return `must be ${params.comparison} ${params.limit}`
    case 'minItems':
    case 'maxItems':
      return `must have ${keyword === 'minItems' ? 'at least' : 'at most'} ${params.limit} entries`
    case 'minProperties':
      return 'must name something'
    case 'enum':
      return `must be one of ${(params.allowedValues as readonly string[]).join(', ')}`
    case 'const':
      return `must be ${params.allowedValue}`
    case 'format':
      return params.format === 'uuid' ? 'must be a UUID' : 'must be a time such as 2026-01-01T00:00:00Z'
    case 'false schema':
      return 'cannot be combined with what else is given'
    case 'unacceptable':
      return String(message)
    default:
      return 'is not acceptable'
  }
}
