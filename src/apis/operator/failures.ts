import type { OperatorInvalidRequestReply } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import { explainSchemaError, sentence } from '../../contract/explain.js'
import type { RequestFailure, SchemaError } from '../../contract/failure.js'

const { invalidRequest, malformedRequest } = replyExamples.InvalidRequest

export function replyToInvalidOperator(failure: RequestFailure): OperatorInvalidRequestReply {
  if (failure.kind === 'malformed') {
    return { status: 400, body: { ...malformedRequest, detail: sentence(failure.reason) } }
  }
  return { status: 400, body: { ...invalidRequest, errors: invalidFields(failure.errors) } }
}

/** More errors do not help a reader. */
const maxErrors = 20
/** As the contract has it. */
const maxPointerLength = 500

/** What is wrong with which field: one entry for each. */
export function invalidFields(errors: readonly SchemaError[]): components['schemas']['InvalidField'][] {
  const complaints = new Map(errors.map(explainSchemaError).map(({ pointer, complaint }) => [pointer, complaint]))
  return [...complaints]
    .slice(0, maxErrors)
    .map(([pointer, detail]) => ({ pointer: pointer.slice(0, maxPointerLength), detail }))
}
