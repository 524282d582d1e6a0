import type { PartnerLoginFailureReply } from '../../../generated/partner-login/operations.js'
import type { components } from '../../../generated/partner-login/types.js'
import type { Failure, SchemaError } from '../../contract/failure.js'

type RequestFault = components['schemas']['RequestFault']
type UndocumentedFailure = components['schemas']['Failure']

export function partnerLoginFailures(failure: Failure): PartnerLoginFailureReply {
  switch (failure.kind) {
    case 'malformed':
      return { status: 400, body: invalidRequest([unreadable]) }
    case 'invalid':
      return { status: 400, body: invalidRequest(failure.errors.map(toFault)) }
    case 'method-not-allowed':
      return { status: 405, body: undocumented('MethodNotAllowedError', 'This path does not know this method.') }
    case 'too-large':
      return { status: 413, body: undocumented('PayloadTooLargeError', 'The request body is larger than 16 KiB.') }
    case 'unsupported-media-type':
      return { status: 415, body: undocumented('UnsupportedMediaTypeError', 'The request body must be JSON.') }
    case 'too-many-requests':
      return {
        status: 429,
        headers: { 'Retry-After': failure.retryAfter },
        body: undocumented('TooManyRequestsError', 'Too many requests. Please try again later.'),
      }
    case 'unavailable':
      return {
        status: 503,
        headers: { 'Retry-After': failure.retryAfter },
        body: undocumented(
          'ServiceUnavailableError',
          'The service cannot answer at the moment. Please try again later.',
        ),
      }
    case 'internal':
      return {
        status: 500,
        body: undocumented('InternalServerError', 'The service failed. The fault is not in the request.'),
      }
  }
}

/** The one fault of whatever cannot be read, so that nothing of it has to be quoted. */
const unreadable: RequestFault = { path: '', code: 'parse', message: 'must be valid JSON', info: {} }

/** The fault is what Ajv says of it, as in seed 003: `required`, `must have required property 'secret'`, `{missingProperty}`. */
function toFault({ instancePath, keyword, message = '', params }: SchemaError): RequestFault {
  return { path: instancePath, code: keyword, message, info: params }
}

function invalidRequest(details: RequestFault[]): components['schemas']['InvalidRequest'] {
  return {
    statusCode: 'Error',
    error: {
      name: 'InvalidRequestFormatError',
      message: 'The request body is invalid. See error object `details` property for more info',
      details,
    },
  }
}

function undocumented(name: UndocumentedFailure['error']['name'], message: string): UndocumentedFailure {
  return { statusCode: 'Error', error: { name, message, code: name } }
}
