import type { SecurityManagementInvalidRequestReply } from '../../../generated/security-management/operations.js'
import { replyExamples } from '../../../generated/security-management/reply-examples.js'
import { explainSchemaError, type FieldFault } from '../../contract/explain.js'
import type { MalformedReason, RequestFailure, SchemaError } from '../../contract/failure.js'

/** The failures of requests have one error code. */
const envelope = replyExamples.MalformedRequest.missing_password

export function replyToInvalidSecurityManagement(failure: RequestFailure): SecurityManagementInvalidRequestReply {
  const message = failure.kind === 'malformed' ? malformed[failure.reason] : explain(failure.errors)
  return { status: 400, body: { ...envelope, errorMessage: message } }
}

const malformed: Readonly<Record<MalformedReason, string>> = {
  'the request body is not valid JSON': 'The body must be valid JSON',
  'the request body is not a valid form': 'The body must be valid JSON',
  'the request holds a character that is not allowed': 'The body holds a character that is not allowed',
  'the request body holds a key that is not allowed': 'The body holds a key that is not allowed',
}

/** The fields of both operations, in the order in which their tables list them. */
const fields = ['username', 'password', 'token', 'refreshToken']

/** What is wrong with the first field that is wrong. */
function explain(errors: readonly SchemaError[]): string {
  const faults = errors.map((error) => ({ ...explainSchemaError(error), limit: error.params.limit as unknown }))
  const [first] = faults.toSorted((one, other) => fields.indexOf(one.field) - fields.indexOf(other.field))
  return first?.field ? `The field "${first.field}" ${complaint(first)}` : 'The body must be a JSON object'
}

/** In the words of the published document. */
function complaint({ keyword, complaint, limit }: FieldFault & { readonly limit: unknown }): string {
  switch (keyword) {
    case 'minLength':
      return 'is empty'
    case 'maxLength':
      return `is longer than ${limit} characters`
    default:
      return complaint
  }
}
