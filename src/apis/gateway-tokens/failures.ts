import type { GatewayTokensInvalidRequestReply } from '../../../generated/gateway-tokens/operations.js'
import { explainSchemaError } from '../../contract/explain.js'
import type { RequestFailure, SchemaError } from '../../contract/failure.js'
import { formatMissingFields } from './format.js'

export function replyToInvalidGatewayTokens(failure: RequestFailure): GatewayTokensInvalidRequestReply {
  const message = failure.kind === 'malformed' ? capitalized(failure.reason) : explain(failure.errors)
  return { status: 400, body: { message } }
}

/** Missing fields first, as the published document words them; otherwise the first field that is wrong. */
function explain(all: readonly SchemaError[]): string {
  const errors = ofOneAlternative(all)
  const missing = errors.flatMap(missingFields)
  if (missing.length > 0) return formatMissingFields(inOrder(missing, errors))
  const [first] = errors
  if (!first) return 'The request is not valid'
  const { field, keyword, complaint } = explainSchemaError(first)
  const isUnsafeInteger = keyword === 'minimum' || keyword === 'maximum'
  return `${field} ${isUnsafeInteger ? 'must be a whole number that JSON can hold exactly' : complaint}`
}

/** The errors of the alternative that a reference of a token chose: the token itself where it has one, else the link. */
function ofOneAlternative(errors: readonly SchemaError[]): readonly SchemaError[] {
  const anyOf = errors.find(({ keyword }) => keyword === 'anyOf')
  if (!anyOf) return errors
  const chosen = typeof anyOf.data === 'object' && anyOf.data !== null && 'token' in anyOf.data ? 1 : 0
  return errors.filter(({ schemaPath }) => schemaPath?.startsWith(`${anyOf.schemaPath}/${chosen}/`))
}

/** Absent, `null` and, for an account, the empty string are missing; a body that is not an object has nothing in it. */
function missingFields({ keyword, instancePath, params, data, parentSchema }: SchemaError): readonly string[] {
  if (keyword === 'required') return [String(params.missingProperty)]
  if (keyword === 'type' && instancePath === '') return requiredFields(parentSchema) ?? []
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
