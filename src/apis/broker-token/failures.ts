import type { BrokerTokenFailureReply } from '../../../generated/broker-token/operations.js'
import type { Failure, SchemaError } from '../../contract/failure.js'

export function brokerTokenFailures(failure: Failure): BrokerTokenFailureReply {
  switch (failure.kind) {
    // 200 on failure too: seed 000 documents no error status.
    case 'malformed':
      return { status: 200, body: { error: `${failure.reason.charAt(0).toUpperCase()}${failure.reason.slice(1)}.` } }
    case 'invalid':
      return { status: 200, body: { error: explain(failure.errors) } }
    case 'method-not-allowed':
      return { status: 405, body: { error: 'This path does not know this method.' } }
    case 'too-large':
      return { status: 413, body: { error: 'The request body is larger than 16 KiB.' } }
    case 'unsupported-media-type':
      return { status: 415, body: { error: 'The request body must be application/json.' } }
    case 'too-many-requests':
      return {
        status: 429,
        headers: { 'Retry-After': failure.retryAfter },
        body: { error: 'Too many requests; try again later.' },
      }
    case 'unavailable':
      return {
        status: 503,
        headers: { 'Retry-After': failure.retryAfter },
        body: { error: 'The service is not available; try again later.' },
      }
    case 'internal':
      return { status: 500, body: { error: 'The request could not be answered because of a failure of the server.' } }
  }
}

/** In the order in which the document lists the fields. */
const fields = ['hash', 'secret']

/** The first field that is wrong, and why. */
function explain(errors: readonly SchemaError[]): string {
  for (const field of fields) {
    const fault = errors.find((error) => fieldOf(error) === field)
    if (fault) return `The field "${field}" ${complaint(fault)}.`
  }
  return 'The request body must be a JSON object.'
}

function fieldOf({ keyword, params, instancePath }: SchemaError): string {
  return keyword === 'required' ? params.missingProperty : instancePath.slice(1)
}

function complaint({ keyword, params }: SchemaError): string {
  switch (keyword) {
    case 'required':
      return 'is missing'
    case 'type':
      return 'must be a string'
    case 'minLength':
      return 'must not be empty'
    case 'maxLength':
      return `must not be longer than ${params.limit} characters`
    default:
      return 'is not valid'
  }
}
