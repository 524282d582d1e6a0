import contract from '../../../generated/operator/contract.json' with { type: 'json' }
import type { OperatorInvalidRequestReply } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import { errorsOfChosenBranches, explainSchemaError, sentence } from '../../contract/explain.js'
import type { RequestFailure, SchemaError } from '../../contract/failure.js'

const { Problem, InvalidField } = contract.components.schemas
const { maxItems: maxErrors } = Problem.properties.errors
const { pointer: maxPointer, detail: maxDetail } = InvalidField.properties
const { invalidRequest, malformedRequest } = replyExamples.InvalidRequest

export function replyToInvalidOperator(failure: RequestFailure): OperatorInvalidRequestReply {
  if (failure.kind === 'malformed') {
    return { status: 400, body: { ...malformedRequest, detail: sentence(failure.reason) } }
  }
  return { status: 400, body: { ...invalidRequest, errors: invalidFields(failure.errors) } }
}

/** What is wrong with which field: one entry for each, within the limits of the contract. */
export function invalidFields(errors: readonly SchemaError[]): components['schemas']['InvalidField'][] {
  const faults = errorsOfChosenBranches(errors).map(explainSchemaError)
  const complaints = new Map(faults.map(({ pointer, complaint }) => [pointer, complaint]))
  return [...complaints].slice(0, maxErrors).map(([pointer, detail]) => ({
    pointer: pointer.slice(0, maxPointer.maxLength),
    detail: detail.slice(0, maxDetail.maxLength),
  }))
}
