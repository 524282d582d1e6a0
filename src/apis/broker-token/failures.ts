import type { BrokerTokenInvalidRequestReply } from '../../../generated/broker-token/operations.js'
import { explainSchemaError, sentence } from '../../contract/explain.js'
import type { RequestFailure, SchemaError } from '../../contract/failure.js'

/** The published document has no error status, so that failures are 200 too. */
export function replyToInvalidBrokerToken(failure: RequestFailure): BrokerTokenInvalidRequestReply {
  const error = failure.kind === 'malformed' ? sentence(failure.reason) : explain(failure.errors)
  return { status: 200, body: { error } }
}

/** In the order in which the document lists the fields. */
const fields = ['hash', 'secret']

/** The first field that is wrong, and why. */
function explain(errors: readonly SchemaError[]): string {
  const faults = errors.map(explainSchemaError)
  for (const field of fields) {
    const fault = faults.find((one) => one.field === field)
    if (fault) return `The field "${field}" ${fault.complaint}.`
  }
  return 'The request body must be a JSON object.'
}
