import type { Contract, JsonObject, OperationEntry, ReplyEntry } from '../../src/contract/contract.js'
import { child, isObject, resolved } from '../../src/contract/document.js'
import { compareSchemas } from './compare-schemas.js'

/** A change between two versions of a contract that can break a client. */
export interface BreakingChange {
  /** `METHOD PATH`. */
  readonly operation: string
  readonly change: string
}

/** What can break clients between two versions of a contract, in the order of the old one. */
export function compareContracts(before: Contract, after: Contract): BreakingChange[] {
  const byCall = new Map(Object.values(after.operations).map((operation) => [callOf(operation), operation]))
  return Object.values(before.operations).flatMap((old) => {
    const now = byCall.get(callOf(old))
    const changes = now ? operationChanges({ before, after }, old, now) : ['the operation is gone']
    return changes.map((change) => ({ operation: callOf(old), change }))
  })
}

interface Versions {
  readonly before: Contract
  readonly after: Contract
}

function callOf({ method, path }: OperationEntry): string {
  return `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`
}

function operationChanges(versions: Versions, old: OperationEntry, now: OperationEntry): string[] {
  return [
    ...(old.operationId === now.operationId ? [] : [`the operationId was ${old.operationId}`]),
    ...(now.isInternal && !old.isInternal ? ['it is on the internal listener only'] : []),
    ...(now.maxBodyBytes < old.maxBodyBytes ? [`a body has ${now.maxBodyBytes} bytes at most`] : []),
    ...securityChanges(old, now),
    ...parameterChanges(versions, old, now),
    ...bodyChanges(versions, old, now),
    ...replyChanges(versions, old, now),
  ]
}

function securityChanges(old: OperationEntry, now: OperationEntry): string[] {
  const isOpen = ({ security, isCredentialOptional }: OperationEntry): boolean =>
    security.length === 0 || isCredentialOptional
  const names = new Set(now.security.map(({ name }) => name))
  return [
    ...(isOpen(old) && !isOpen(now) ? ['it demands a credential now'] : []),
    ...(now.security.length > 0
      ? old.security.filter(({ name }) => !names.has(name)).map(({ name }) => `it no longer takes ${name}`)
      : []),
    ...now.security.flatMap(({ name, roles }) => {
      const before = old.security.find((one) => one.name === name)
      const isNarrower = before && roles.length > 0 && !before.roles.every((role) => roles.includes(role))
      return isNarrower || (before?.roles.length === 0 && roles.length > 0)
        ? [`fewer roles of ${name} may call it`]
        : []
    }),
  ]
}

function parameterChanges({ before, after }: Versions, old: OperationEntry, now: OperationEntry): string[] {
  const keyOf = (parameter: OperationEntry['parameters'][number], { path }: OperationEntry): string =>
    // Of a path it is the place that counts.
    parameter.in === 'path'
      ? `path ${path.indexOf(`{${parameter.name}}`)}`
      : `${parameter.in} ${parameter.name.toLowerCase()}`
  const known = new Map(old.parameters.map((parameter) => [keyOf(parameter, old), parameter]))
  const current = new Map(now.parameters.map((parameter) => [keyOf(parameter, now), parameter]))
  const schemaOf = ({ document }: Contract, at: `#${string}`) => (resolved(document, at) as JsonObject).schema ?? {}
  return [
    ...[...known].filter(([key]) => !current.has(key)).map(([, { name }]) => `the parameter ${name} is gone`),
    ...[...current].flatMap(([key, parameter]) => {
      const { name, required, acceptsAnyText, at } = parameter
      const earlier = known.get(key)
      if (!earlier) return required ? [`the parameter ${name} is required now`] : []
      return [
        ...(required && !earlier.required ? [`the parameter ${name} is required now`] : []),
        // Its schema lists the values that mean something.
        ...(acceptsAnyText
          ? []
          : compareSchemas(schemaOf(before, earlier.at), schemaOf(after, at), 'request', `the parameter ${name}`)),
      ]
    }),
  ]
}

function bodyChanges({ before, after }: Versions, old: OperationEntry, now: OperationEntry): string[] {
  const isRequired = ({ document }: Contract, { at }: OperationEntry): boolean => {
    const { requestBody } = resolved(document, at) as JsonObject
    return isObject(requestBody) && requestBody.required === true
  }
  const demanded = isRequired(after, now) && !isRequired(before, old) ? ['a body is required now'] : []
  if (!old.body || !now.body) return old.body ? ['it takes no body any more'] : demanded
  if (old.body.mediaType !== now.body.mediaType) return [`the body is ${now.body.mediaType} now`]
  const [schema, current] = [schemaAt(before, old.body.at), schemaAt(after, now.body.at)]
  return [...demanded, ...compareSchemas(schema, current, 'request', 'the body')]
}

function replyChanges(versions: Versions, old: OperationEntry, now: OperationEntry): string[] {
  return [
    ...Object.keys(old.replies)
      .filter((status) => !(status in now.replies))
      .map((status) => `the status ${status} is gone`),
    ...Object.keys(now.replies)
      .filter((status) => !(status in old.replies))
      .map((status) => `it may answer the status ${status}`),
    ...Object.entries(old.replies).flatMap(([status, reply]) => {
      const current = now.replies[Number(status)]
      return current ? changesOfReply(versions, status, reply, current) : []
    }),
  ]
}

function changesOfReply({ before, after }: Versions, status: string, old: ReplyEntry, now: ReplyEntry): string[] {
  const headers = old.headers.flatMap(({ name, required, constant }) => {
    const current = now.headers.find((one) => one.name.toLowerCase() === name.toLowerCase())
    if (!current) return [`${status}: the header ${name} is gone`]
    if (required && !current.required) return [`${status}: the header ${name} may be absent now`]
    return constant !== undefined && constant !== current.constant
      ? [`${status}: the header ${name} has another value`]
      : []
  })
  if (old.content?.mediaType !== now.content?.mediaType)
    return [...headers, `${status}: the body is ${now.content?.mediaType ?? 'absent'} now`]
  if (!old.content || !now.content) return headers
  const [schema, current] = [schemaAt(before, old.content.at), schemaAt(after, now.content.at)]
  return [...headers, ...compareSchemas(schema, current, 'reply', `${status}: the body`)]
}

function schemaAt({ document }: Contract, at: `#${string}`) {
  return resolved(document, child(at, 'schema'))
}
