import { isObject } from '../../../src/contract/document.js'
import type { ContractWalk } from './contract-walk.js'

/** Statuses that the server answers before an operation is reached. */
const protocolStatuses = [405, 413, 415, 500, 503]

/** What stands in a contract beside its operations. */
export function checkDocument(walk: ContractWalk): void {
  const { document, source } = walk
  const root = walk.at([])
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(source.name)) {
    walk.report([], `the file is named ${source.name}.yaml: its name names the API, in kebab-case`)
  }
  if (!/^3\.1\.\d+$/.test(String(document.openapi))) walk.report(['openapi'], 'a contract is OpenAPI 3.1')
  if (!Number.isInteger(document['x-body-limit'])) {
    walk.report([], 'the contract has no x-body-limit: the largest request body in bytes')
  }
  walk.refuse(root, {
    webhooks: 'webhooks are not sent: the server only answers',
    security: 'security of the whole contract is not read: write it at each operation',
    jsonSchemaDialect: 'schemas are JSON Schema 2020-12, as OpenAPI 3.1 has them: remove jsonSchemaDialect',
  })
  walk.refuse(walk.at(['components']), {
    callbacks: 'callbacks are not made: the server only answers',
    pathItems: 'shared path items are not read: write the operations below paths',
  })
  for (const server of walk.list(root, 'servers')) {
    walk.refuse(server, { variables: 'server variables are not read: write the URL without them' })
    const path = String(server.value.url).replace(/^[a-z]+:\/\/[^/]*/i, '')
    if (path !== '' && path !== '/') {
      walk.report(
        [...server.keys, 'url'],
        `the path ${path} of a server is not served: write it before each path, or set BASE_PATHS`,
      )
    }
  }
  checkProtocolReplies(walk)
}

function checkProtocolReplies(walk: ContractWalk): void {
  const marked = walk.members(walk.at(['components']), 'responses').flatMap(([, reply]) => {
    const status = reply.value['x-protocol-status']
    return typeof status === 'number' ? [{ status, reply }] : []
  })
  const statuses = marked.map(({ status }) => status)
  for (const status of protocolStatuses.filter((one) => !statuses.includes(one))) {
    walk.report(
      ['components', 'responses'],
      `no reply is marked x-protocol-status: ${status}, which the server answers itself`,
    )
  }
  if (!statuses.some((status) => status < 405 && status !== 403)) {
    walk.report(
      ['components', 'responses'],
      'no reply is marked x-protocol-status: 400 (or what malformed input is answered)',
    )
  }
  for (const { reply } of marked) {
    const hasExample = walk
      .members(reply, 'content')
      .some(([, content]) => isObject(content.value.examples) && Object.keys(content.value.examples).length > 0)
    if (!hasExample)
      walk.report(reply.keys, 'a protocol failure has no example, which is the body that the server answers')
  }
}
