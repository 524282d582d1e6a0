import type { SecurityManagementFailureReply } from '../../../generated/security-management/operations.js'
import type { Failure, MalformedReason, SchemaError } from '../../contract/failure.js'
import { formatFailure } from './format.js'

export function securityManagementFailures(failure: Failure): SecurityManagementFailureReply {
  switch (failure.kind) {
    case 'malformed':
      return { status: 400, body: formatFailure('GLOBAL_1002', malformed[failure.reason]) }
    case 'invalid':
      return { status: 400, body: formatFailure('GLOBAL_1002', explain(failure.errors)) }
    case 'method-not-allowed':
      return { status: 405, body: formatFailure('GLOBAL_1006', 'Method not allowed') }
    case 'too-large':
      return { status: 413, body: formatFailure('GLOBAL_1004', 'The body is larger than 16 KiB') }
    case 'unsupported-media-type':
      return { status: 415, body: formatFailure('GLOBAL_1005', 'The body must be JSON') }
    case 'too-many-requests':
      return { status: 429, headers: { 'Retry-After': failure.retryAfter }, body: tooManyRequests }
    case 'unavailable':
      return {
        status: 503,
        headers: { 'Retry-After': failure.retryAfter },
        body: formatFailure('GLOBAL_1001', 'Service unavailable. Please try again'),
      }
    case 'internal':
      return { status: 500, body: formatFailure('GLOBAL_1000', 'Internal failure') }
  }
}

/** The one body of every 429, whether a limit of the server or of a sign-in is reached. */
export const tooManyRequests = formatFailure('GLOBAL_1003', 'Too many requests. Please try again later')

const malformed: Readonly<Record<MalformedReason, string>> = {
  'the request body is not valid JSON': 'The body must be valid JSON',
  'the request body is not a valid form': 'The body must be valid JSON',
  'the request body is incomplete': 'The body is incomplete',
  'the request holds a character that is not allowed': 'The body holds a character that is not allowed',
  'the request body holds a key that is not allowed': 'The body holds a key that is not allowed',
}

/** The fields of both operations, in the order in which their tables list them. */
const fields = ['username', 'password', 'token', 'refreshToken']

/** Tells what is wrong with the first field that is at fault. */
function explain(errors: readonly SchemaError[]): string {
  const [first] = errors.toSorted((one, other) => fields.indexOf(fieldOf(one)) - fields.indexOf(fieldOf(other)))
  const field = first && fieldOf(first)
  if (!first || !field) return 'The body must be a JSON object'
  switch (first.keyword) {
    case 'required':
      return `The field "${field}" is missing`
    case 'minLength':
      return `The field "${field}" is empty`
    case 'maxLength':
      return `The field "${field}" is longer than ${first.params.limit} characters`
    default:
      return `The field "${field}" must be a string`
  }
}

/** The field that an error is about; empty for the body as a whole. */
function fieldOf({ keyword, instancePath, params }: SchemaError): string {
  return keyword === 'required' ? String(params.missingProperty) : instancePath.slice(1)
}
