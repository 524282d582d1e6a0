import type { PartnerLoginInvalidRequestReply } from '../../../generated/partner-login/operations.js'
import { replyExamples } from '../../../generated/partner-login/reply-examples.js'
import type { components } from '../../../generated/partner-login/types.js'
import type { RequestFailure, SchemaError } from '../../contract/failure.js'

const { statusCode, error: envelope } = replyExamples.MalformedRequest.parse

export function replyToInvalidPartnerLogin(failure: RequestFailure): PartnerLoginInvalidRequestReply {
  // Whatever cannot be read has one fault, so that nothing of the request is quoted.
  const details = failure.kind === 'malformed' ? envelope.details : failure.errors.map(toFault)
  return { status: 400, body: { statusCode, error: { ...envelope, details } } }
}

/** Ajv's error, as the published document shows it: `required`, `must have required property 'secret'`, `{missingProperty}`. */
function toFault({ instancePath, keyword, message = '', params }: SchemaError): components['schemas']['RequestFault'] {
  return { path: instancePath, code: keyword, message, info: params }
}
