import type { JsonObject } from '../../../src/contract/contract.js'
import { isObject, resolvedValue } from '../../../src/contract/document.js'
import { isForm, isJson, isText } from '../../../src/contract/media-type.js'
import type { ContractWalk, Place, PlacedOperation } from './contract-walk.js'
import { typesOf } from './schemas.js'

/** Request bodies are JSON, a form or text, in one media type. */
export function checkBodies(walk: ContractWalk): void {
  for (const operation of walk.operations()) {
    if (operation.value.requestBody !== undefined) checkBody(walk, operation)
    checkFormCredentials(walk, operation)
  }
}

function checkBody(walk: ContractWalk, operation: PlacedOperation): void {
  const body = walk.child(operation, 'requestBody')
  if (operation.method === 'get')
    walk.report([...operation.keys, 'requestBody'], 'a GET has no body: use query parameters')
  const contents = walk.members(body, 'content')
  const [first, second] = contents
  if (!first) walk.report(body.keys, 'a request body has no media type')
  if (second) {
    walk.report(second[1].keys, 'a request body has one media type: write another operation for a second one')
  }
  for (const [mediaType, content] of contents) checkContent(walk, mediaType, content)
}

function checkContent(walk: ContractWalk, mediaType: string, content: Place): void {
  walk.refuse(content, { encoding: 'encoding is not read: a form has texts and numbers' })
  const schema = resolvedValue(walk.document, (content.value.schema ?? {}) as JsonObject)
  if (isForm(mediaType)) return checkForm(walk, content, schema)
  if (isText(mediaType)) {
    if (String(schema.type) !== 'string')
      walk.report(content.keys, `a body of ${mediaType} has a schema of the type string`)
  } else if (!isJson(mediaType)) {
    walk.report(
      content.keys,
      `a request body of ${mediaType} is not read: use JSON, application/x-www-form-urlencoded or text`,
    )
  }
  if (content.value.schema === undefined) walk.report(content.keys, 'a request body has a schema')
  if (schema.default !== undefined)
    walk.report(content.keys, 'the default of a whole body is never applied: give its properties one')
}

function checkForm(walk: ContractWalk, { keys }: Place, schema: JsonObject): void {
  if (String(schema.type) !== 'object' || !isObject(schema.properties)) {
    return walk.report(keys, 'a form has a schema of the type object with properties')
  }
  for (const [name, property] of Object.entries(schema.properties)) {
    if (typesOf(property).some((type) => type === 'array' || type === 'object')) {
      walk.report(keys, `the field ${name} of a form is a list or an object, which is not read: use JSON`)
    }
  }
}

/** `x-form-credentials: { SCHEME: [USERNAME_FIELD, PASSWORD_FIELD] }`. */
function checkFormCredentials(walk: ContractWalk, operation: PlacedOperation): void {
  const given = operation.value['x-form-credentials']
  if (given === undefined) return
  const keys = [...operation.keys, 'x-form-credentials']
  const contents = walk.members(walk.child(operation, 'requestBody'), 'content')
  const [form] = contents.filter(([mediaType]) => isForm(mediaType))
  const schema = form && resolvedValue(walk.document, (form[1].value.schema ?? {}) as JsonObject)
  const properties = isObject(schema?.properties) ? schema.properties : {}
  const schemes = isObject(given) ? Object.entries(given) : []
  const [, fields] = schemes[0] ?? []
  if (schemes.length !== 1 || !Array.isArray(fields) || fields.length !== 2) {
    return walk.report(keys, 'x-form-credentials is { SCHEME: [USERNAME_FIELD, PASSWORD_FIELD] }')
  }
  for (const field of fields.map(String).filter((one) => !Object.hasOwn(properties, one))) {
    walk.report(keys, `the operation has no form with the field ${field}`)
  }
  const security = (operation.value.security ?? []) as readonly JsonObject[]
  if (security.length > 0 && !security.some((one) => Object.keys(one).length === 0)) {
    walk.report(keys, 'security lists {} beside x-form-credentials: who sends a form needs no header')
  }
}
