import fastJson from 'fast-json-stringify'
import type { Json, JsonObject } from '../../../src/contract/contract.js'
import { isObject, resolvedValue } from '../../../src/contract/document.js'
import { isForm, isJson } from '../../../src/contract/media-type.js'
import { schemaCompiler } from '../../../src/contract/validation.js'
import type { Keys } from '../contract-source.js'
import type { ContractWalk, Place } from './contract-walk.js'

/** Keywords that validation, types or serialisation would not follow. */
const refused: Readonly<Record<string, string>> = {
  readOnly: 'write one schema for requests and one for replies',
  writeOnly: 'write one schema for requests and one for replies',
  discriminator: 'give each branch of the oneOf a property with a const',
  nullable: "write type: [string, 'null']",
  example: 'write examples: [...]',
  xml: 'the server speaks no XML',
  contentEncoding: 'the value is a plain string: describe its pattern',
  contentMediaType: 'the value is a plain string: describe its pattern',
  contentSchema: 'the value is a plain string: describe its pattern',
  $schema: 'schemas are JSON Schema 2020-12',
  $id: 'name schemas in components, and refer to them with #/components/schemas/NAME',
  $anchor: 'name schemas in components, and refer to them with #/components/schemas/NAME',
  $dynamicRef: 'name schemas in components, and refer to them with #/components/schemas/NAME',
  $dynamicAnchor: 'name schemas in components, and refer to them with #/components/schemas/NAME',
}

/** Keywords that the serializer of replies does not follow. */
const refusedInReplies: Readonly<Record<string, string>> = {
  prefixItems: 'a list in a reply has one schema for its items',
  dependentSchemas: 'write the properties into the schema itself',
}

/** Every schema is compiled as the server compiles it, so that none fails at the first request. */
export function checkSchemas(walk: ContractWalk): void {
  checkKeywords(walk)
  // The compilers would complain about the same keywords.
  if (walk.findings.length > 0) return
  const compilers = {
    strict: schemaCompiler({ coerceTypes: false, validateSchema: true }),
    coercing: schemaCompiler({ coerceTypes: true, validateSchema: true }),
  }
  const compile = (keys: Keys, schema: JsonObject, coerces: boolean): boolean => {
    try {
      compilers[coerces ? 'coercing' : 'strict'](schema)
      return true
    } catch (error) {
      walk.report(keys, `the schema cannot be compiled: ${String((error as Error).message)}`)
      return false
    }
  }
  for (const { keys, value, isText, isReply } of schemasOf(walk)) {
    const schema = resolvedValue(walk.document, value)
    // A parameter is a property of the object that is validated.
    if (!compile(keys, { type: 'object', properties: { value: schema } }, isText)) continue
    if (isReply) checkSerializer(walk, keys, schema)
    checkDefaults(walk, keys, schema, (part) => compilers[isText ? 'coercing' : 'strict'](part))
  }
}

interface PlacedSchema extends Place {
  /** Whether its values arrive as text. */
  readonly isText: boolean
  /** Whether it is the body of a JSON reply. */
  readonly isReply: boolean
}

function schemasOf(walk: ContractWalk): PlacedSchema[] {
  const placed = (owner: Place, kind: Partial<PlacedSchema>): PlacedSchema[] =>
    isObject(owner.value.schema)
      ? [{ keys: [...owner.keys, 'schema'], value: owner.value.schema, isText: false, isReply: false, ...kind }]
      : []
  const all = [
    ...walk
      .operations()
      .flatMap((operation) => [
        ...operation.parameters.flatMap((parameter) => placed(parameter, { isText: true })),
        ...walk
          .members(walk.child(operation, 'requestBody'), 'content')
          .flatMap(([mediaType, content]) => placed(content, { isText: isForm(mediaType) })),
      ]),
    ...walk
      .replies()
      .flatMap(([, reply]) => [
        ...walk
          .members(reply, 'content')
          .flatMap(([mediaType, content]) => placed(content, { isReply: isJson(mediaType) })),
        ...walk.members(reply, 'headers').flatMap(([, header]) => placed(header, { isText: true })),
      ]),
  ]
  return [...new Map(all.map((schema) => [schema.keys.join('/'), schema])).values()]
}

function checkSerializer(walk: ContractWalk, keys: Keys, schema: JsonObject): void {
  try {
    fastJson.default(structuredClone(schema) as never)
  } catch (error) {
    walk.report(keys, `replies of this schema cannot be written: ${String((error as Error).message)}`)
  }
  for (const [keyword, instead] of Object.entries(refusedInReplies)) {
    if (subschemas(schema).some((one) => keyword in one))
      walk.report(keys, `${keyword} is not followed in replies: ${instead}`)
  }
}

/** A default is a value of its own schema; it is filled in without being validated again. */
function checkDefaults(
  walk: ContractWalk,
  keys: Keys,
  schema: JsonObject,
  compile: (schema: object) => (value: unknown) => unknown,
): void {
  for (const one of subschemas(schema)) {
    const { default: value, ...rest } = one
    if (value === undefined || compile(rest)(structuredClone(value))) continue
    walk.report(keys, `the default ${JSON.stringify(value)} is no value of its own schema`)
  }
}

/** Reports keywords where they are written. */
function checkKeywords(walk: ContractWalk): void {
  const visitSchema = (value: Json | undefined, keys: Keys): void => {
    if (!isObject(value)) return
    for (const [keyword, instead] of Object.entries(refused)) {
      if (value[keyword] !== undefined && value[keyword] !== false) {
        walk.report([...keys, keyword], `${keyword} is not followed: ${instead}`)
      }
    }
    for (const [path, child] of childSchemas(value)) visitSchema(child, [...keys, ...path])
  }
  for (const [name, schema] of walk.members(walk.at(['components']), 'schemas')) {
    visitSchema(schema.value, ['components', 'schemas', name])
  }
  for (const { keys, value } of schemasOf(walk)) visitSchema(value, keys)
}

const mapKeywords = ['properties', 'patternProperties', 'dependentSchemas', '$defs']
const listKeywords = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const schemaKeywords = ['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames']

/** The schemas directly inside another one. */
function childSchemas(schema: JsonObject): [path: Keys, schema: Json][] {
  return [
    ...mapKeywords.flatMap((keyword) => {
      const map = schema[keyword]
      return isObject(map) ? Object.entries(map).map(([name, one]): [Keys, Json] => [[keyword, name], one]) : []
    }),
    ...listKeywords.flatMap((keyword) => {
      const list = schema[keyword]
      return Array.isArray(list) ? list.map((one, index): [Keys, Json] => [[keyword, index], one as Json]) : []
    }),
    ...schemaKeywords.flatMap((keyword): [Keys, Json][] => {
      const one = schema[keyword]
      return one === undefined ? [] : [[[keyword], one]]
    }),
  ]
}

/** A schema and every one inside it. */
function subschemas(schema: Json): JsonObject[] {
  return isObject(schema) ? [schema, ...childSchemas(schema).flatMap(([, one]) => subschemas(one))] : []
}

/** The types of a value, also those of its alternatives. */
export function typesOf(schema: Json | undefined): string[] {
  if (!isObject(schema)) return []
  const alternatives = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => (schema[keyword] ?? []) as readonly Json[])
  return [...([schema.type ?? []].flat() as string[]), ...alternatives.flatMap(typesOf)]
}
