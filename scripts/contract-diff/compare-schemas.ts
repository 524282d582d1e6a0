import { isDeepStrictEqual } from 'node:util'
import type { Json, JsonObject } from '../../src/contract/contract.js'
import { isObject } from '../../src/contract/document.js'

/** Of which side a schema is: what a client sends, or what it gets. */
export type Direction = 'request' | 'reply'

const upperBounds = ['maxLength', 'maximum', 'exclusiveMaximum', 'maxItems', 'maxProperties'] as const
const lowerBounds = ['minLength', 'minimum', 'exclusiveMinimum', 'minItems', 'minProperties'] as const

/**
 * What breaks clients between two versions of a schema without references. A request may accept more than before, and a reply may answer
 * less, but not the other way round. A field that a reply has in addition breaks nobody.
 * @param at where the schema stands, for the messages
 */
export function compareSchemas(before: Json, after: Json, direction: Direction, at: string): string[] {
  // Whatever is valid under `inner` has to be valid under `outer`.
  const [inner, outer] = direction === 'request' ? [before, after] : [after, before]
  if (outer === true || inner === false || isDeepStrictEqual(inner, outer)) return []
  if (!isObject(inner) || !isObject(outer)) return [`${at} is another schema`]
  const variants = variantsOf(inner)
  const accepted = variantsOf(outer)
  if (variants || accepted) return compareVariants(variants ?? [inner], accepted ?? [outer], direction, at)
  return [
    ...typeChanges(inner, outer, at),
    ...valueChanges(inner, outer, at),
    ...boundChanges(inner, outer, at),
    ...objectChanges(inner, outer, direction, at),
    ...(isDefined(inner.items) && isDefined(outer.items)
      ? compareSchemas(...ordered(inner.items, outer.items, direction), direction, `${at}[]`)
      : []),
    ...(direction === 'request' && isDefined(before) && !isDeepStrictEqual(defaultOf(before), defaultOf(after))
      ? [`${at} has another default`]
      : []),
  ]
}

function compareVariants(inner: readonly Json[], outer: readonly Json[], direction: Direction, at: string): string[] {
  const refused = inner.filter((one) =>
    outer.every((other) => compareSchemas(...ordered(one, other, direction), direction, at).length > 0),
  )
  if (refused.length === 0) return []
  // With one form on both sides the reasons are those of the form.
  const [only] = inner
  const [other] = outer
  if (inner.length === 1 && outer.length === 1 && isDefined(only) && isDefined(other))
    return compareSchemas(...ordered(only, other, direction), direction, at)
  return [`${at} ${direction === 'request' ? 'no longer accepts one of its forms' : 'has a form more'}`]
}

/** Inner and outer as before and after. */
function ordered(inner: Json, outer: Json, direction: Direction): [before: Json, after: Json] {
  return direction === 'request' ? [inner, outer] : [outer, inner]
}

function variantsOf({ oneOf, anyOf }: JsonObject): readonly Json[] | undefined {
  const variants = oneOf ?? anyOf
  return Array.isArray(variants) ? (variants as readonly Json[]) : undefined
}

function typeChanges(inner: JsonObject, outer: JsonObject, at: string): string[] {
  const accepted = typesOf(outer)
  if (!accepted) return []
  const surplus = (typesOf(inner) ?? ['any value']).filter(
    (type) => !accepted.includes(type) && !(type === 'integer' && accepted.includes('number')),
  )
  return surplus.length > 0 ? [`${at} has the type ${surplus.join(', ')} on one side only`] : []
}

function typesOf({ type }: JsonObject): readonly string[] | undefined {
  if (type === undefined) return undefined
  return Array.isArray(type) ? (type as readonly string[]) : [String(type)]
}

function valueChanges(inner: JsonObject, outer: JsonObject, at: string): string[] {
  const accepted = valuesOf(outer)
  if (!accepted) return []
  const values = valuesOf(inner)
  if (!values) return [`${at} has any value on one side, and listed ones on the other`]
  const surplus = values.filter((value) => !accepted.some((other) => isDeepStrictEqual(value, other)))
  return surplus.map((value) => `${at} has the value ${JSON.stringify(value)} on one side only`)
}

function valuesOf(schema: JsonObject): readonly Json[] | undefined {
  if ('const' in schema) return [schema.const as Json]
  return Array.isArray(schema.enum) ? (schema.enum as readonly Json[]) : undefined
}

function boundChanges(inner: JsonObject, outer: JsonObject, at: string): string[] {
  // Listed values are their own bounds.
  if (valuesOf(inner)) return []
  const isBroken = (name: string, isWithin: (one: number, other: number) => boolean): boolean => {
    const bound = outer[name]
    const own = inner[name]
    return typeof bound === 'number' && !(typeof own === 'number' && isWithin(own, bound))
  }
  return [
    ...upperBounds.filter((name) => isBroken(name, (one, other) => one <= other)),
    ...lowerBounds.filter((name) => isBroken(name, (one, other) => one >= other)),
    ...['pattern', 'format', 'multipleOf', 'uniqueItems'].filter(
      (name) => outer[name] !== undefined && !isDeepStrictEqual(inner[name], outer[name]),
    ),
  ].map((name) => `${at}: ${name} differs (${shown(inner[name])}, ${shown(outer[name])})`)
}

function shown(value: Json | undefined): string {
  return value === undefined ? 'none' : JSON.stringify(value)
}

function objectChanges(inner: JsonObject, outer: JsonObject, direction: Direction, at: string): string[] {
  const own = propertiesOf(inner)
  const others = propertiesOf(outer)
  const alwaysThere = new Set((inner.required ?? []) as readonly string[])
  const demanded = ((outer.required ?? []) as readonly string[]).filter((name) => !alwaysThere.has(name))
  const isClosedNow =
    outer.additionalProperties === false && inner.additionalProperties !== false && inner.type === 'object'
  return [
    ...demanded.map((name) =>
      direction === 'request' ? `${at}.${name} is required now` : `${at}.${name} may be absent now`,
    ),
    ...(isClosedNow
      ? [`${at} ${direction === 'request' ? 'refuses fields that it does not know' : 'may have any field'} now`]
      : []),
    ...Object.keys(direction === 'request' ? own : others)
      .filter((name) => !(name in (direction === 'request' ? others : own)))
      .map((name) => `${at}.${name} is gone`),
    ...Object.keys(own).flatMap((name) =>
      name in others
        ? compareSchemas(...ordered(own[name] as Json, others[name] as Json, direction), direction, `${at}.${name}`)
        : [],
    ),
  ]
}

function propertiesOf({ properties }: JsonObject): JsonObject {
  return isObject(properties) ? properties : {}
}

function defaultOf(schema: Json): Json | undefined {
  return isObject(schema) ? schema.default : undefined
}

function isDefined(value: Json | undefined): value is Json {
  return value !== undefined
}
