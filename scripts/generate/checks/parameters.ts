import type { JsonObject } from '../../../src/contract/contract.js'
import { resolvedValue } from '../../../src/contract/document.js'
import type { ContractWalk, Place } from './contract-walk.js'
import { typesOf } from './schemas.js'

const styles: Readonly<Record<string, string>> = { path: 'simple', query: 'form', header: 'simple' }
/** Headers that OpenAPI does not let a parameter describe. */
const reservedHeaders = ['accept', 'content-type', 'authorization']

/** Parameters arrive as text: one value each, in the usual style. */
export function checkParameters(walk: ContractWalk): void {
  const all = walk.operations().flatMap(({ parameters }) => parameters)
  for (const parameter of new Map(all.map((one) => [one.keys.join('/'), one])).values()) checkParameter(walk, parameter)
}

function checkParameter(walk: ContractWalk, parameter: Place): void {
  const { keys, value } = parameter
  const place = String(value.in)
  if (place === 'cookie') walk.report(keys, 'cookie parameters are not read: use a header')
  if (place === 'header' && reservedHeaders.includes(String(value.name).toLowerCase())) {
    walk.report(keys, `the header ${String(value.name)} is no parameter: it follows from security and content`)
  }
  walk.refuse(parameter, { content: 'a parameter with content is not read: give it a schema' })
  const style = styles[place]
  if (value.style !== undefined && style !== undefined && value.style !== style) {
    walk.report(
      [...keys, 'style'],
      `the style ${String(value.style)} is not read: a ${place} parameter has the style ${style}`,
    )
  }
  for (const flag of ['allowReserved', 'allowEmptyValue']) {
    if (value[flag] === true)
      walk.report([...keys, flag], `${flag} is not read: the value is percent-encoded and follows its schema`)
  }
  const schema = resolvedValue(walk.document, (value.schema ?? {}) as JsonObject)
  if (typesOf(schema).some((type) => type === 'array' || type === 'object')) {
    walk.report([...keys, 'schema'], 'a list or an object in a parameter is not read: use a string, or a body')
  }
}
