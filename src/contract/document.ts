import type { Json, JsonObject, Pointer } from './contract.js'

/** Narrows to an object that is not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The value at a pointer of a document (RFC 6901, as a URI fragment).
 * @throws where the pointer leads nowhere
 */
export function valueAt(document: Json, pointer: Pointer): Json {
  let value: Json | undefined = document
  for (const part of pointer.slice(1).split('/').slice(1)) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
    value = isObject(value) ? value[key] : Array.isArray(value) ? (value as readonly Json[])[Number(key)] : undefined
    if (value === undefined) throw new Error(`the document has nothing at ${pointer}`)
  }
  return value
}

/** The pointer of a child of the value at `parent`. */
export function child(parent: Pointer, key: string): Pointer {
  return `${parent}/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`
}

/**
 * The value at a pointer with every `$ref` in it replaced by its target. Contracts have no recursion (a rule of `openapi/README.md`).
 * Siblings of a `$ref`, such as a description, are kept and win.
 */
export function resolved(document: JsonObject, pointer: Pointer): Json {
  return inline(document, valueAt(document, pointer))
}

/** As {@link resolved}, of an object that stands in the document. */
export function resolvedValue(document: JsonObject, value: JsonObject): JsonObject {
  return inline(document, value) as JsonObject
}

function inline(document: JsonObject, value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => inline(document, item as Json))
  if (!isObject(value)) return value
  const { $ref, ...rest } = value
  const own = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, inline(document, item)]))
  if (typeof $ref !== 'string') return own
  const target = inline(document, valueAt(document, $ref as Pointer))
  return isObject(target) ? { ...target, ...own } : target
}
