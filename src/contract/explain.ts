import { isObject } from './document.js'
import type { SchemaError } from './failure.js'

/** What is wrong with one field, without its value, which may be a secret. */
export interface FieldFault {
  /** The name of the field; empty for the value as a whole. */
  readonly field: string
  /** The field as a JSON pointer in a URI fragment: `#/accounts/0/name`. */
  readonly pointer: string
  /** The keyword of the schema that the field breaks; `required` where it is missing. */
  readonly keyword: string
  /** What is wrong, as it follows on the name: `must not be empty`. */
  readonly complaint: string
}

/** Explains a schema error: which field is wrong, and what is wrong with it. */
export function explainSchemaError(error: SchemaError): FieldFault {
  const { keyword, instancePath, params } = error
  const isMissing = keyword === 'required' || keyword === 'dependentRequired'
  // An unknown key is the caller's own text: it is named by the object that has it.
  const path = isMissing ? `${instancePath}/${params.missingProperty}` : instancePath
  return { field: path.slice(1), pointer: `#${path}`, keyword, complaint: complaintOf(error) }
}

interface Branch {
  readonly properties?: Readonly<Record<string, { readonly const?: unknown }>>
}

/**
 * Leaves out what is wrong by the other branches of a `oneOf` whose branches differ in a constant, such as `type`. A value that has none
 * of the constants is wrong in that member alone.
 */
export function errorsOfChosenBranches(errors: readonly SchemaError[]): SchemaError[] {
  return errors.filter(({ keyword }) => keyword === 'oneOf').reduce(withChosenBranch, [...errors])
}

function withChosenBranch(errors: SchemaError[], oneOf: SchemaError): SchemaError[] {
  const { instancePath, data, parentSchema } = oneOf
  const branches = (parentSchema?.oneOf ?? []) as readonly Branch[]
  const tag = Object.entries(branches[0]?.properties ?? {}).find(([, member]) => member.const !== undefined)?.[0]
  if (tag === undefined) return errors
  // Every branch says the same of a value that is not an object.
  if (!isObject(data)) return errors.filter((error) => !isOfOtherBranch(error, oneOf, 0))
  const constants = branches.map(({ properties }) => properties?.[tag]?.const)
  const chosen = constants.indexOf(data[tag])
  const others = errors.filter((error) => !isOfOtherBranch(error, oneOf, chosen))
  if (chosen >= 0) return others
  if (data[tag] === undefined) {
    return [...others, { keyword: 'required', instancePath, params: { missingProperty: tag } }]
  }
  return [...others, { keyword: 'enum', instancePath: `${instancePath}/${tag}`, params: { allowedValues: constants } }]
}

/** Also true of the error of the `oneOf` itself. */
function isOfOtherBranch(error: SchemaError, { schemaPath = '', instancePath }: SchemaError, chosen: number): boolean {
  if (!error.schemaPath?.startsWith(schemaPath)) return false
  const isWithin = error.instancePath === instancePath || error.instancePath.startsWith(`${instancePath}/`)
  return isWithin && !error.schemaPath.startsWith(`${schemaPath}/${chosen}/`)
}

function complaintOf({ keyword, params, message }: SchemaError): string {
  switch (keyword) {
    case 'required':
      return 'is missing'
    case 'dependentRequired':
      return `is needed where ${params.property} is given`
    case 'additionalProperties':
      return 'has a key that this operation does not know'
    case 'type':
      return `must be ${[params.type].flat().map(withArticle).join(' or ')}`
    case 'minLength':
      return params.limit === 1 ? 'must not be empty' : `must have at least ${params.limit} characters`
    case 'maxLength':
      return `must not be longer than ${params.limit} characters`
    case 'minimum':
    case 'maximum':
      return `must be ${params.comparison} ${params.limit}`
    case 'minItems':
    case 'maxItems':
      return `must have ${keyword === 'minItems' ? 'at least' : 'at most'} ${params.limit} entries`
    case 'minProperties':
      return 'must name something'
    case 'enum':
      return `must be one of ${(params.allowedValues as readonly string[]).join(', ')}`
    case 'const':
      return `must be ${params.allowedValue}`
    case 'format':
      return params.format === 'uuid' ? 'must be a UUID' : 'must be a time such as 2026-01-01T00:00:00Z'
    case 'not':
      return 'cannot be combined with what else is given'
    case 'unacceptable':
      return String(message)
    default:
      return 'is not acceptable'
  }
}

function withArticle(type: string): string {
  if (type === 'null') return type
  return `${/^[aio]/.test(type) ? 'an' : 'a'} ${type}`
}

/** Makes a sentence of a reason: with a capital letter and a full stop. */
export function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
}
