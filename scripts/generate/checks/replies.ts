import type { JsonObject } from '../../../src/contract/contract.js'
import { resolvedValue } from '../../../src/contract/document.js'
import { isJson } from '../../../src/contract/media-type.js'
import type { ContractWalk, Place } from './contract-walk.js'
import { typesOf } from './schemas.js'

/** Headers that belong to the connection, or follow from the body. */
const ownHeaders = ['connection', 'content-length', 'content-type', 'date', 'keep-alive', 'transfer-encoding']

/** Replies have a status of three digits and at most one body: JSON, or text of any type. */
export function checkReplies(walk: ContractWalk): void {
  for (const operation of walk.operations()) {
    for (const [status] of walk.members(operation, 'responses')) {
      if (!/^[2-5]\d\d$/.test(status) && !status.startsWith('x-')) {
        walk.report([...operation.keys, 'responses', status], `a reply has a status from 200 to 599, not ${status}`)
      }
    }
    checkSuccesses(walk, operation)
  }
  for (const [status, reply] of walk.replies()) checkReply(walk, status, reply)
}

/** A client reads every success of an operation in the same way. */
function checkSuccesses(walk: ContractWalk, operation: Place): void {
  const types = walk
    .members(operation, 'responses')
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([, reply]) => walk.members(reply, 'content').map(([mediaType]) => isJson(mediaType)))
  if (new Set(types).size > 1) {
    walk.report([...operation.keys, 'responses'], 'the successes of an operation are all JSON or all text')
  }
}

function checkReply(walk: ContractWalk, status: string, reply: Place): void {
  const contents = walk.members(reply, 'content')
  const [, second] = contents
  if (second) walk.report(second[1].keys, 'a reply has one media type: the server does not negotiate')
  if (contents.length > 0 && ['204', '205', '304'].includes(status)) {
    walk.report(reply.keys, `a reply of the status ${status} has no body`)
  }
  for (const [mediaType, content] of contents) checkContent(walk, mediaType, content)
  for (const [name, header] of walk.members(reply, 'headers')) checkHeader(walk, name, header)
}

function checkContent(walk: ContractWalk, mediaType: string, { keys, value }: Place): void {
  if (value.schema === undefined) return walk.report(keys, 'the body of a reply has a schema')
  if (mediaType.includes('*')) return walk.report(keys, `${mediaType} is a range: name the media type that is answered`)
  if (isJson(mediaType)) return
  const schema = resolvedValue(walk.document, value.schema as JsonObject)
  if (String(schema.type) !== 'string' || schema.format === 'binary') {
    walk.report(
      keys,
      `a reply of ${mediaType} is text, whose schema has the type string: nothing else but JSON is written`,
    )
  }
}

function checkHeader(walk: ContractWalk, name: string, header: Place): void {
  if (ownHeaders.includes(name.toLowerCase()))
    walk.report(header.keys, `the header ${name} is set by HTTP itself: do not declare it`)
  walk.refuse(header, { content: 'a header with content is not written: give it a schema' })
  const schema = resolvedValue(walk.document, (header.value.schema ?? {}) as JsonObject)
  if (typesOf(schema).some((type) => type === 'array' || type === 'object')) {
    walk.report(header.keys, `the header ${name} is a list or an object, which is not written: use a string`)
  }
}
