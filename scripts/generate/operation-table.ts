import type {
  Content,
  Contract,
  HttpMethod,
  JsonObject,
  OperationEntry,
  Parameter,
  Pointer,
  ReplyEntry,
} from '../../src/contract/contract.js'
import { child, isObject, valueAt } from '../../src/contract/document.js'
import type { ContractSource } from './contract-source.js'

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Where the value at `at` really stands: behind its `$ref`, if it is one. */
function target(document: JsonObject, at: Pointer): Pointer {
  const value = valueAt(document, at)
  return isObject(value) && typeof value.$ref === 'string' ? target(document, value.$ref as Pointer) : at
}

function objectAt(document: JsonObject, at: Pointer): JsonObject {
  const value = valueAt(document, at)
  if (!isObject(value)) throw new Error(`${at} is no object`)
  return value
}

/** The pointers of the entries of an object that may be absent. */
function entries(document: JsonObject, parent: Pointer, key: string): [string, Pointer][] {
  const value = objectAt(document, parent)[key]
  return isObject(value) ? Object.keys(value).map((name) => [name, child(child(parent, key), name)]) : []
}

function contentOf(document: JsonObject, parent: Pointer): Content | undefined {
  const [first] = entries(document, parent, 'content')
  return first && { mediaType: first[0], at: first[1] }
}

function replyEntry(document: JsonObject, reference: Pointer): ReplyEntry {
  const at = target(document, reference)
  const content = contentOf(document, at)
  const headers = entries(document, at, 'headers').map(([name, pointer]) => {
    const { schema } = objectAt(document, target(document, pointer))
    return { name: name.toLowerCase(), constant: isObject(schema) ? schema.const : undefined }
  })
  return {
    at,
    ...(content && { content }),
    constantHeaders: Object.fromEntries(
      headers.flatMap(({ name, constant }) => (typeof constant === 'string' ? [[name, constant]] : [])),
    ),
    variableHeaders: headers.flatMap(({ name, constant }) =>
      typeof constant === 'string' || name === 'x-request-id' ? [] : [name],
    ),
    protocol: objectAt(document, at)['x-protocol-status'] !== undefined,
  }
}

function parametersOf(document: JsonObject, parent: Pointer): Parameter[] {
  const { parameters } = objectAt(document, parent)
  if (!Array.isArray(parameters)) return []
  return parameters.map((_, index) => {
    const at = target(document, child(child(parent, 'parameters'), String(index)))
    const parameter = objectAt(document, at)
    return {
      name: String(parameter.name),
      in: parameter.in as Parameter['in'],
      required: parameter.required === true,
      at,
    }
  })
}

function operationEntry(document: JsonObject, path: string, method: (typeof methods)[number]): OperationEntry {
  const item = child('#/paths', path)
  const at = child(item, method)
  const operation = objectAt(document, at)
  const security = Array.isArray(operation.security) ? (operation.security[0] as JsonObject | undefined) : undefined
  const [[scheme, roles] = []] = Object.entries(security ?? {})
  const bodyLimit = operation['x-body-limit']
  const body = operation.requestBody && contentOf(document, target(document, child(at, 'requestBody')))
  return {
    operationId: String(operation.operationId),
    method: method.toUpperCase() as HttpMethod,
    path,
    at,
    internal: operation['x-internal'] === true,
    ...(scheme !== undefined && { security: scheme }),
    ...(Array.isArray(roles) && roles.length > 0 && { roles: roles.map(String) }),
    ...(typeof bodyLimit === 'number' && { bodyLimit }),
    parameters: [...parametersOf(document, item), ...parametersOf(document, at)],
    ...(body && { body }),
    replies: Object.fromEntries(
      entries(document, at, 'responses').map(([status, pointer]) => [status, replyEntry(document, pointer)]),
    ),
  }
}

/** The contract as the value that `generated/NAME/contract.ts` exports. */
export function contractOf({ name, document }: ContractSource): Contract {
  const operations = Object.keys(document.paths as JsonObject).flatMap((path) => {
    const item = objectAt(document, child('#/paths', path))
    return methods.filter((method) => item[method]).map((method) => operationEntry(document, path, method))
  })
  const protocolReplies = entries(document, '#/components', 'responses').flatMap(([, at]) => {
    const status = objectAt(document, at)['x-protocol-status']
    return typeof status === 'number' ? [[status, replyEntry(document, at)] as const] : []
  })
  return {
    name,
    document,
    operations: Object.fromEntries(operations.map((operation) => [operation.operationId, operation])),
    closedParameters: document['x-closed-parameters'] === true,
    securitySchemes: entries(document, '#/components', 'securitySchemes').map(([scheme]) => scheme),
    protocolReplies: Object.fromEntries(protocolReplies),
  }
}
