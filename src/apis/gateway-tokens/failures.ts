import type { GatewayTokensInvalidRequestReply } from '../../../generated/gateway-tokens/operations.js'
import { explainSchemaError } from '../../contract/explain.js'
import type { RequestFailure, SchemaError } from '../../contract/failure.js'
import { formatMissingFields } from './format.js'

export function replyToInvalidGatewayTokens(failure: RequestFailure): GatewayTokensInvalidRequestReply {
  const message = failure.kind === 'malformed' ? capitalized(failure.reason) : explain(failure.errors)
  return { status: 400, body: { message } }
}

/** Missing fields first, as the published document words them; otherwise the first field that is wrong. */
function explain(errors: readonly SchemaError[]): string {
  const missing = errors.flatMap(missingFields)
  if (missing.length > 0) return formatMissingFields(inOrder(missing, errors))
  const [first] = errors
  if (!first) return 'The request is not valid'
  const { field, keyword, complaint } = explainSchemaError(first)
  const isUnsafeInteger = keyword === 'minimum' || keyword === 'maximum'
  return `${field} ${isUnsafeInteger ? 'must be a whole number that JSON can hold exactly' : complaint}`
}

/**
 * Absent, `null` and, for an account, the empty string are missing; a body that is not an object has nothing in it. Where none of its fields
 * is required, the first one is missing: the others are alternatives.
 */
function missingFields({ keyword, instancePath, params, data, parentSchema }: SchemaError): readonly string[] {
  if (keyword === 'required') return [String(params.missingProperty)]
  if (keyword === 'type' && instancePath === '') {
    return (
      requiredFields(parentSchema) ?? Object.keys((parentSchema?.properties as object | undefined) ?? {}).slice(0, 1)
    )
  }
  if (data === null || (keyword === 'minLength' && data === '')) return [instancePath.slice(1)]
  return []
}

/** In the order in which the contract lists the required fields. */
function inOrder(missing: readonly string[], errors: readonly SchemaError[]): string[] {
  const order = errors.flatMap(({ parentSchema, keyword }) =>
    keyword === 'required' || keyword === 'type' ? (requiredFields(parentSchema) ?? []) : [],
  )
  const known = new Set([...order, ...missing])
  return [...known].filter((name) => missing.includes(name))
}

function requiredFields(schema: SchemaError['parentSchema']): readonly string[] | undefined {
  return schema?.required as readonly string[] | undefined
}

function capitalized(reason: string): string {
  return reason.charAt(0).toUpperCase() + reason.slice(1)
}
