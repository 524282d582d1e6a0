import type { Contract, JsonObject, OperationEntry } from '../contract.js'
import { resolved } from '../document.js'
import type { Example } from '../examples.js'
import { hasServedOperations } from '../surface.js'
import { type CallPlan, keysOf, type PlannedCall, partsOf, type Variable } from './call-plan.js'

const maxLineLength = 80

/** The calls with the typed clients of `clients/`; `undefined` where a client cannot send such a request. */
export function typescriptSample(plan: CallPlan): string | undefined {
  const calls = plan.calls.filter(({ isServed }) => isServed)
  const contracts = [...new Set(calls.map(({ contract }) => contract))]
  const last = plan.calls.at(-1)
  const steps = plan.calls.map((call) => (call === last ? lastStep(plan, call) : step(plan, call)))
  if (steps.some((one) => one === undefined)) return undefined
  const imports = contracts.map((one) => `import { create${pascalCase(one.name)}Client } from '${moduleOf(one)}'`)
  const clients = contracts.map((one) => {
    const baseUrl = quoted(plan.origin + (one.basePath ?? ''))
    return `const ${clientName(one)} = create${pascalCase(one.name)}Client({ baseUrl: ${baseUrl} })`
  })
  return `${[...imports, '', ...clients].join('\n')}\n\n${steps.join('\n')}`
}

/** Of the operator contract there is no package: its client stands in this project. */
function moduleOf(contract: Contract): string {
  return hasServedOperations(contract, 'public')
    ? `@tokenwright/${contract.name}`
    : `./generated/${contract.name}/client.js`
}

function lastStep(plan: CallPlan, call: PlannedCall): string | undefined {
  const request = requestCall(plan, call)
  return request && `const reply = await ${request}\nconsole.log(reply.status, reply.body)`
}

function step(plan: CallPlan, call: PlannedCall): string | undefined {
  const { variables, isServed } = call
  const { method, path } = call.example.operation
  if (!isServed) {
    return variables.map(({ name }) => `const ${name} = '…' // of ${method} ${path}, on the other listener`).join('\n')
  }
  const request = requestCall(plan, call)
  if (request === undefined) return undefined
  const type = mergedType(variables)
  const answer = `${call.example.operation.operationId}Answer`
  return [
    `const { body: ${answer} } = await ${request}`,
    ...variables.map(({ name, pointer }) => {
      const value = pointer === '' || type === undefined ? answer : `(${answer} as ${type})${access(keysOf(pointer))}`
      return `const ${name} = ${value}`
    }),
  ].join('\n')
}

function access(keys: readonly (string | number)[]): string {
  return keys.map((key) => (typeof key === 'number' ? `[${key}]!` : `.${key}`)).join('')
}

type Shape = { [key: string]: Shape | 'string' }

/** The type of an answer, as far as the variables need it: failures have another one. */
function mergedType(variables: readonly Variable[]): string | undefined {
  const root: Shape = {}
  for (const { pointer } of variables) {
    const keys = keysOf(pointer)
    let at = root
    for (const [index, key] of keys.entries()) {
      const isLeaf = index === keys.length - 1
      const name = typeof key === 'number' ? '[]' : key
      const next = isLeaf ? 'string' : ((at[name] as Shape | undefined) ?? {})
      at[name] = next
      if (typeof next === 'object') at = next
    }
  }
  return Object.keys(root).length > 0 ? typeText(root) : undefined
}

function typeText(shape: Shape | 'string'): string {
  if (typeof shape === 'string') return shape
  const [item] = Object.entries(shape).filter(([key]) => key === '[]')
  if (item) return `readonly ${typeText(item[1])}[]`
  return `{ ${Object.entries(shape)
    .map(([key, value]) => `${key}: ${typeText(value)}`)
    .join('; ')} }`
}

function requestCall(plan: CallPlan, { contract, example }: PlannedCall): string | undefined {
  const { variables } = plan
  const { operation, params, query, body } = example
  const credential = credentialMembers(example, variables)
  const headers = Object.fromEntries(
    Object.entries(example.headers).filter(([name]) => operation.parameters.some((one) => one.name === name)),
  )
  const isBodyMissing = body === undefined && operation.body !== undefined && !operation.isBodyOptional
  const isSendable = credential !== undefined && !isBodyMissing && !isRefusedBySchema(contract, example)
  if (!isSendable) return undefined
  const members = [
    ...credential,
    ...group('params', typed(contract, operation, params), variables),
    ...group('query', typed(contract, operation, query), variables),
    ...group('headers', headers, variables),
    ...(body === undefined ? [] : [`body: ${literal(body, variables, 1)}`]),
  ]
  const call = `${clientName(contract)}.${operation.operationId}`
  if (members.length === 0) return `${call}()`
  const line = `${call}({ ${members.join(', ')} })`
  if (line.length <= maxLineLength - 15 && !line.includes('\n')) return line
  return `${call}({\n${members.map((member) => `  ${member},\n`).join('')}})`
}

/** Whether the request is one of those that the contract forbids. */
function isRefusedBySchema({ document }: Contract, { operation, name }: Example): boolean {
  if (!operation.body) return false
  const media = resolved(document, operation.body.at) as { 'x-invalid-examples'?: JsonObject }
  return name in (media['x-invalid-examples'] ?? {})
}

function group(name: string, values: Readonly<Record<string, unknown>>, variables: readonly Variable[]): string[] {
  return Object.keys(values).length > 0 ? [`${name}: ${literal(values, variables, 1)}`] : []
}

/** Parameters as their schema has them: examples come as text. */
function typed(
  { document }: Contract,
  { parameters }: OperationEntry,
  values: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const at = parameters.find((one) => one.name === name)?.at ?? '#'
      const { schema } = resolved(document, at) as { schema?: { type?: string } }
      return [name, schema?.type === 'integer' || schema?.type === 'number' ? Number(value) : value]
    }),
  )
}

/** The credential as the client takes it; `undefined` where it is of another scheme than those of the operation. */
function credentialMembers({ operation, headers }: Example, variables: readonly Variable[]): string[] | undefined {
  const schemes = operation.security.map(({ scheme }) => scheme)
  const { Authorization: authorization } = headers
  if (authorization !== undefined) {
    const [, kind = '', value = ''] = /^(\S+) (.*)$/.exec(authorization) ?? []
    if (!schemes.some((scheme) => scheme.kind === kind.toLowerCase())) return undefined
    if (kind === 'Bearer') return [member('token', text(partsOf(value, variables)))]
    const [username = '', ...password] = Buffer.from(value, 'base64').toString().split(':')
    return [`credentials: ${literal({ username, password: password.join(':') }, variables, 1)}`]
  }
  const key = schemes.find((scheme) => scheme.kind === 'apiKey')
  const name = Object.keys(headers).find((one) => key?.kind === 'apiKey' && one.toLowerCase() === key.header)
  return name === undefined ? [] : [`apiKey: ${text(partsOf(headers[name] ?? '', variables))}`]
}

function member(name: string, written: string): string {
  return name === written ? name : `${name}: ${written}`
}

/** A value as TypeScript writes it. Objects that fit stand in one line. */
function literal(value: unknown, variables: readonly Variable[], depth: number): string {
  if (typeof value === 'string') return text(partsOf(value, variables))
  if (typeof value !== 'object' || value === null) return String(value)
  const isList = Array.isArray(value)
  const members = isList
    ? value.map((item) => literal(item, variables, depth + 1))
    : Object.entries(value).map(([key, item]) => {
        return member(/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key), literal(item, variables, depth + 1))
      })
  const line = isList ? `[${members.join(', ')}]` : members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
  if (line.length <= maxLineLength - 20 && !line.includes('\n')) return line
  const [open, close] = isList ? '[]' : '{}'
  const indent = '  '.repeat(depth)
  return `${open}\n${members.map((member) => `${indent}  ${member},\n`).join('')}${indent}${close}`
}

/** A string, as a template where it has variables; a variable alone is its own value. */
function text(parts: readonly (string | Variable)[]): string {
  const [first] = parts
  if (parts.length === 1 && typeof first === 'object') return first.name
  if (parts.every((part) => typeof part === 'string')) return quoted(parts.join(''))
  const written = parts.map((part) =>
    typeof part === 'string' ? part.replaceAll(/[\\`]|\$(?=\{)/g, '\\$&') : `\${${part.name}}`,
  )
  return `\`${written.join('')}\``
}

function quoted(value: string): string {
  const json = JSON.stringify(value).slice(1, -1)
  return `'${json.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

function clientName({ name }: Contract): string {
  const pascal = pascalCase(name)
  return pascal.charAt(0).toLowerCase() + pascal.slice(1)
}

/** `gateway-tokens` as `GatewayTokens`. */
function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
