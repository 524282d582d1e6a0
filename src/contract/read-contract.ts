import type {
  Content,
  Contract,
  HttpMethod,
  JsonObject,
  OperationEntry,
  Parameter,
  Pointer,
  ReplyEntry,
  ReplyHeader,
  SecurityAlternative,
  SecurityScheme,
} from './contract.js'
import { child, isObject, resolved, valueAt } from './document.js'

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Protocol failures with a status of their own; the remaining one answers malformed and invalid requests. */
const fixedProtocolStatuses: ReadonlySet<number> = new Set([403, 405, 413, 415, 429, 500, 503])

/**
 * Reads an OpenAPI document into the form that the machinery and the generator use.
 * @param name the name of the file in `openapi/`, without `.yaml`
 * @throws where a `$ref` leads nowhere, or no component marks the reply of malformed requests (`x-protocol-status`)
 */
export function readContract(name: string, openApi: object): Contract {
  const document = openApi as JsonObject
  const operations = Object.keys(document.paths as JsonObject).flatMap((path) => {
    const item = objectAt(document, child('#/paths', path))
    return methods.filter((method) => item[method]).map((method) => operationEntry(document, path, method))
  })
  const protocolReplies = entries(document, '#/components', 'responses').flatMap(([, at]) => {
    const status = objectAt(document, at)['x-protocol-status']
    return typeof status === 'number' ? [{ status, entry: replyEntry(document, at) }] : []
  })
  const invalidRequestReply = protocolReplies.find(({ status }) => !fixedProtocolStatuses.has(status))
  if (!invalidRequestReply) throw new Error(`${name}: no reply to malformed requests is marked x-protocol-status`)
  return {
    name,
    document,
    operations: Object.fromEntries(operations.map((operation) => [operation.operationId, operation])),
    hasClosedParameters: document['x-closed-parameters'] === true,
    invalidRequestReply,
    protocolReplies: Object.fromEntries(
      protocolReplies
        .filter(({ status }) => fixedProtocolStatuses.has(status))
        .map(({ status, entry }) => [status, entry]),
    ),
  }
}

function operationEntry(document: JsonObject, path: string, method: (typeof methods)[number]): OperationEntry {
  const item = child('#/paths', path)
  const at = child(item, method)
  const operation = objectAt(document, at)
  const form = formCredentials(operation)
  const { 'x-audit-action': auditAction, 'x-body-limit': maxBodyBytes = document['x-body-limit'] } = operation
  const bodyAt = isObject(operation.requestBody) ? target(document, child(at, 'requestBody')) : undefined
  const body = bodyAt && contentOf(document, bodyAt)
  return {
    operationId: String(operation.operationId),
    method: method.toUpperCase() as HttpMethod,
    path,
    at,
    isInternal: operation['x-internal'] === true,
    isSignIn: operation['x-sign-in'] === true,
    needsNoDatabase: operation['x-needs-no-database'] === true,
    isSafe: method === 'get' || operation['x-safe'] === true,
    security: [...headerCredentials(document, operation), ...form],
    isCredentialOptional: form.length === 0 && alternativesOf(operation).some((one) => Object.keys(one).length === 0),
    ...(typeof auditAction === 'string' && auditAction !== 'none' && { auditAction }),
    maxBodyBytes: Number(maxBodyBytes),
    parameters: withoutOverridden([...parametersOf(document, item), ...parametersOf(document, at)]),
    ...(body && { body }),
    isBodyOptional: bodyAt !== undefined && objectAt(document, bodyAt).required !== true,
    replies: Object.fromEntries(
      entries(document, at, 'responses').map(([status, pointer]) => [status, replyEntry(document, pointer)]),
    ),
  }
}

function alternativesOf(operation: JsonObject): readonly Readonly<Record<string, readonly string[]>>[] {
  return (operation.security ?? []) as unknown as readonly Readonly<Record<string, readonly string[]>>[]
}

function headerCredentials(document: JsonObject, operation: JsonObject): SecurityAlternative[] {
  return alternativesOf(operation).flatMap((alternative) =>
    Object.entries(alternative).map(([name, roles]) => ({ name, scheme: schemeOf(document, name), roles })),
  )
}

function schemeOf(document: JsonObject, name: string): SecurityScheme {
  const { type, scheme, name: header } = resolved(document, child('#/components/securitySchemes', name)) as JsonObject
  if (type === 'apiKey') return { kind: 'apiKey', header: String(header).toLowerCase() }
  return { kind: String(scheme).toLowerCase() === 'basic' ? 'basic' : 'bearer', header: 'authorization' }
}

/** `x-form-credentials: { NAME: [USERNAME_FIELD, PASSWORD_FIELD] }`. */
function formCredentials(operation: JsonObject): SecurityAlternative[] {
  const schemes = (operation['x-form-credentials'] ?? {}) as unknown as Readonly<Record<string, [string, string]>>
  return Object.entries(schemes).map(([name, [username, password]]) => ({
    name,
    scheme: { kind: 'form', username, password },
    roles: [],
  }))
}

/** A parameter of an operation takes the place of one of its path that has the same name and stands in the same part. */
function withoutOverridden(parameters: readonly Parameter[]): Parameter[] {
  return [...new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()]
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
      acceptsAnyText: parameter['x-any-text'] === true,
      at,
    }
  })
}

function replyEntry(document: JsonObject, reference: Pointer): ReplyEntry {
  const at = target(document, reference)
  const content = contentOf(document, at)
  return {
    at,
    ...(content && { content }),
    headers: entries(document, at, 'headers')
      .filter(([name]) => name.toLowerCase() !== 'x-request-id')
      .map(([name, pointer]) => replyHeader(name, resolved(document, pointer) as JsonObject)),
    isProtocolFailure: objectAt(document, at)['x-protocol-status'] !== undefined,
  }
}

function replyHeader(name: string, { schema, required }: JsonObject): ReplyHeader {
  const constant = isObject(schema) ? schema.const : undefined
  return { name, required: required === true, ...(constant !== undefined && { constant: String(constant) }) }
}

function contentOf(document: JsonObject, parent: Pointer): Content | undefined {
  const [first] = entries(document, parent, 'content')
  return first && { mediaType: first[0], at: first[1] }
}

/** Where the value at `at` really stands: behind its `$ref`, if it is one. */
function target(document: JsonObject, at: Pointer): Pointer {
  const value = valueAt(document, at)
  return isObject(value) && typeof value.$ref === 'string' ? target(document, value.$ref as Pointer) : at
}

function objectAt(document: JsonObject, at: Pointer): JsonObject {
  const value = valueAt(document, at)
  if (!isObject(value)) throw new Error(`${at} is not an object`)
  return value
}

/** The members of an object that may be absent, with their pointers. */
function entries(document: JsonObject, parent: Pointer, key: string): [string, Pointer][] {
  const value = objectAt(document, parent)[key]
  return isObject(value) ? Object.keys(value).map((name) => [name, child(child(parent, key), name)]) : []
}
