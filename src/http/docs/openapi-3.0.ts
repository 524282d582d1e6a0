import type { Json, JsonObject } from '../../contract/contract.js'
import { isObject } from '../../contract/document.js'

/** Keys whose values are data, and not to be rewritten. */
const dataKeys: ReadonlySet<string> = new Set(['value', 'default', 'enum', 'x-invalid-examples'])
/** Keywords of JSON Schema that OpenAPI 3.0 has no word for. They only narrow what a server refuses by itself. */
const unknownKeywords: ReadonlySet<string> = new Set([
  'dependentRequired',
  'dependentSchemas',
  'patternProperties',
  'propertyNames',
  '$comment',
])

/**
 * A published document as OpenAPI 3.0.3, for tools that know no other. Only what contracts use is rewritten (the rules in `openapi/README.md`): the
 * converter of npm brings a compiler along.
 */
export function asOpenApi30(document: JsonObject): JsonObject {
  const { info, webhooks: _, jsonSchemaDialect: __, ...rest } = document
  const { summary: ___, license, ...about } = info as JsonObject
  const { identifier, ...licence } = (license ?? {}) as JsonObject
  const url =
    licence.url ?? (identifier === undefined ? undefined : `https://spdx.org/licenses/${String(identifier)}.html`)
  return {
    ...(converted(rest) as JsonObject),
    openapi: '3.0.3',
    info: { ...about, ...(license !== undefined && { license: { ...licence, ...(url !== undefined && { url }) } }) },
  }
}

/** @param isMap the keys of `value` are names, as those of properties are */
function converted(value: Json, isMap = false): Json {
  if (Array.isArray(value)) return value.map((item) => converted(item as Json))
  if (!isObject(value)) return value
  if (isMap) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, converted(item)]))
  const { $ref, ...siblings } = value
  // Beside a reference nothing is read in 3.0: descriptions and examples go, which are those of the target anyway.
  if (typeof $ref === 'string')
    return Object.keys(siblings).some(isAssertion) ? withReference($ref, siblings) : { $ref }
  return keywords(value)
}

function isAssertion(key: string): boolean {
  return !['description', 'summary', 'examples', 'title'].includes(key)
}

function withReference($ref: string, siblings: JsonObject): Json {
  return { allOf: [{ $ref }], ...(keywords(siblings) as JsonObject) }
}

function keywords(schema: JsonObject): Json {
  const result: Record<string, Json> = {}
  for (const [key, value] of Object.entries(schema)) {
    if (unknownKeywords.has(key)) continue
    if (key === 'const') result.enum = [value]
    else if (key === 'type' && Array.isArray(value)) Object.assign(result, typeKeywords(value as readonly string[]))
    else if (key === 'examples' && Array.isArray(value))
      Object.assign(result, value.length > 0 && { example: value[0] })
    else if (key === 'exclusiveMinimum' || key === 'exclusiveMaximum') Object.assign(result, exclusiveBound(key, value))
    else result[key] = dataKeys.has(key) ? value : converted(value, ['properties', 'paths', 'responses'].includes(key))
  }
  return result
}

function typeKeywords(types: readonly string[]): JsonObject {
  const named = types.filter((type) => type !== 'null')
  const nullable = named.length < types.length ? { nullable: true } : {}
  const [only] = named
  return named.length === 1 && only !== undefined
    ? { type: only, ...nullable }
    : { anyOf: named.map((type) => ({ type })), ...nullable }
}

function exclusiveBound(key: 'exclusiveMinimum' | 'exclusiveMaximum', value: Json): JsonObject {
  return { [key === 'exclusiveMinimum' ? 'minimum' : 'maximum']: value, [key]: true }
}
