import { operatorFailures } from '../../apis/operator/failures.js'
import { isObject } from '../../contract/document.js'
import { Schemas, type Validator } from '../../contract/schemas.js'
import { type ImportedCredential, isRowKind, type RowKind, rowKinds } from './row-kinds.js'

/** Judges a row as the server would: a row, or what is wrong with it. */
export type RowChecker = (value: unknown) => ImportedCredential | string

/** @param kind the only kind that is taken; absent: all */
export function rowChecker(kind: RowKind | undefined): RowChecker {
  const schemas = new Schemas()
  const validators = new Map<RowKind, Validator>()
  for (const [kind, schema] of Object.entries(rowKinds))
    validators.set(
      kind as RowKind,
      schemas.strict(() => schema),
    )

  return (value) => {
    const type = isObject(value) ? value.type : undefined
    if (!isRowKind(type)) return `type must be one of ${Object.keys(rowKinds).join(', ')}`
    if (kind !== undefined && type !== kind) return `type is not ${kind}, as --type says`
    const validate = validators.get(type)
    if (!validate) throw new Error(`there is no schema for ${type}`)
    // The schema has just said so.
    return validate(value) ? (value as ImportedCredential) : complaints(validate)
  }
}

/** In the server's own words, which repeat no value. */
function complaints({ errors }: Validator): string {
  const { body } = operatorFailures({ kind: 'invalid', in: 'body', errors: errors ?? [] })
  return (body.errors ?? [])
    .map(({ pointer, detail }) => `${pointer.replace(/^#\/?/, '')} ${detail}`.trimStart())
    .join('; ')
}
