import type { ValidateFunction } from 'ajv/dist/2020.js'
import { documents } from '../../../generated/index.js'
import type { components } from '../../../generated/operator/types.js'
import { invalidFields } from '../../apis/operator/failures.js'
import type { JsonObject } from '../../contract/contract.js'
import { isObject, resolved } from '../../contract/document.js'
import { schemaCompiler } from '../../contract/validation.js'

export type ImportedCredential = components['schemas']['ImportedCredential']
export type RowKind = ImportedCredential['type']

const schemaOf = (name: keyof components['schemas']): JsonObject =>
  resolved(documents.operator as JsonObject, `#/components/schemas/${name}`) as JsonObject

/** The contract's schema of each kind of row. */
export const rowKinds: Readonly<Record<RowKind, JsonObject>> = {
  'broker-user': schemaOf('ImportedBrokerUser'),
  'access-key': schemaOf('ImportedAccessKey'),
  'security-user': schemaOf('ImportedSecurityUser'),
  'gateway-token': schemaOf('ImportedGatewayToken'),
}

export function isRowKind(text: unknown): text is RowKind {
  return typeof text === 'string' && Object.hasOwn(rowKinds, text)
}

/** Validates a row as the server would. Returns the row, or what is wrong with it. */
export type RowValidator = (value: unknown) => ImportedCredential | string

/** @param kind the only kind to accept; `undefined` accepts all */
export function createRowValidator(kind: RowKind | undefined): RowValidator {
  const compile = schemaCompiler({ coerceTypes: false })
  const validators = new Map<string, ValidateFunction>()
  for (const [kind, schema] of Object.entries(rowKinds)) validators.set(kind, compile(schema))

  return (value) => {
    const type = isObject(value) ? value.type : undefined
    if (!isRowKind(type)) return `type must be one of ${Object.keys(rowKinds).join(', ')}`
    if (kind !== undefined && type !== kind) return `type is not ${kind}, which --type demands`
    const validate = validators.get(type)
    if (!validate) throw new Error(`there is no schema for ${type}`)
    // The schema has just validated it.
    return validate(value) ? (value as ImportedCredential) : describeErrors(validate)
  }
}

/** Describes errors in the server's words, which never repeat a value. */
function describeErrors({ errors }: ValidateFunction): string {
  return invalidFields(errors ?? [])
    .map(({ pointer, detail }) => `${pointer.replace(/^#\/?/, '')} ${detail}`.trimStart())
    .join('; ')
}
