import { methods } from '../../../src/contract/read-contract.js'
import type { ContractWalk, Place, PlacedOperation } from './contract-walk.js'

/** Members of a path item that are read. */
const known = new Set<string>([...methods, 'parameters', 'summary', 'description'])

/** Paths, methods and operations. */
export function checkPaths(walk: ContractWalk): void {
  const templates = new Map<string, string>()
  for (const [path, item] of walk.paths()) {
    checkTemplate(walk, path)
    const template = path.replaceAll(/\{[^}]*\}/g, '{}')
    const other = templates.get(template)
    if (other !== undefined) {
      walk.report(
        ['paths', path],
        `the path differs from ${other} by the names of parameters only: give both the same names`,
      )
    }
    templates.set(template, path)
    if (item.keys[0] !== 'paths' || item.keys[1] !== path) {
      walk.report(['paths', path], 'a path item behind a $ref is not read: write the operations here')
    }
    for (const name of Object.keys(item.value)) checkMember(walk, item, name)
  }
  for (const operation of walk.operations()) checkOperation(walk, operation)
}

function checkMember(walk: ContractWalk, { keys }: Place, name: string): void {
  if (known.has(name) || name.startsWith('x-')) return
  const message =
    name === 'servers'
      ? 'servers of a path are not read: write them at the contract'
      : `${name.toUpperCase()} is not served: use ${methods.join(', ')}`
  walk.report([...keys, name], message)
}

/** A segment is text or one parameter: the router reads anything else as something different. */
function checkTemplate(walk: ContractWalk, path: string): void {
  const report = (message: string) => walk.report(['paths', path], message)
  if (!path.startsWith('/')) report('a path begins with /')
  for (const segment of path.split('/').slice(1)) {
    if (/^\{\w+\}$/.test(segment) || /^[A-Za-z0-9._~!$&'+,;=@-]*$/.test(segment)) continue
    report(
      `the segment ${segment} of the path is not routed: write letters, digits and -._~, or one parameter in snake_case or camelCase`,
    )
  }
}

function checkOperation(walk: ContractWalk, operation: PlacedOperation): void {
  const { keys, value, path, parameters } = operation
  walk.refuse(operation, {
    callbacks: 'callbacks are not made: the server only answers',
    servers: 'servers of an operation are not read: write them at the contract',
  })
  if (typeof value.operationId !== 'string' || !/^[a-z][A-Za-z0-9]*$/.test(value.operationId)) {
    walk.report(
      [...keys, 'operationId'],
      'an operation has an operationId in camelCase, after which its method in the code is named',
    )
  }
  const inTemplate = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const declared = parameters.filter((parameter) => parameter.value.in === 'path').map((one) => one.value.name)
  for (const name of inTemplate.filter((one) => !declared.includes(one ?? ''))) {
    walk.report(keys, `the parameter ${name} of the path is not declared`)
  }
  for (const name of declared.filter((one) => !inTemplate.includes(String(one)))) {
    walk.report(keys, `the path has no parameter ${String(name)}`)
  }
}
