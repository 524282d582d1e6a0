import type {
  Content,
  Contract,
  JsonObject,
  OperationEntry,
  ReplyEntry,
  SecurityScheme,
} from '../../src/contract/contract.js'
import { isObject, resolved, valueAt } from '../../src/contract/document.js'
import { banner, docComment, pascalCase, propertyName, quote, summaryComment } from './source-text.js'

/** `generated/NAME/operations.ts`: what an implementation of the contract consists of, as plain types. */
export function operationsSource(contract: Contract): string {
  const name = pascalCase(contract.name)
  const operations = Object.values(contract.operations)
  const schemes = [...schemesOf(contract).keys()]
  const generic = schemes.length > 0 ? `<Principals extends Record<${schemes.map(quote).join(' | ')}, unknown>>` : ''
  const { info } = contract.document as { info: { title: string; summary?: string } }
  const types = [
    docComment([`${info.title}: ${info.summary ?? ''}`]),
    `export interface ${name}Operations${generic} {\n`,
    ...operations.map((operation) => summaryComment(contract, operation) + methodSource(name, operation)),
    `}\n\n`,
    docComment([
      'What validation guarantees about each request. A body that is absent was validated as an empty object.',
    ]),
    `export interface ${name}Requests {\n${operations.map((operation) => requestSource(contract, operation)).join('')}}\n\n`,
    docComment(['The replies that each operation may answer.']),
    `export interface ${name}Replies {\n${operations.map((operation) => repliesSource(contract, operation)).join('')}}\n\n`,
    securitySource(contract, name, schemes, generic),
    docComment(['The answer to a malformed or invalid request.']),
    `export interface ${name}InvalidRequestReply {\n${invalidRequestSource(contract)}}\n`,
  ].join('')
  return [
    `${banner}\n`,
    importLine(
      types,
      ['Authenticator', 'BasicCredentials', 'CallContext', 'SecuredContext', 'WithDefaults'],
      '../runtime/operation.js',
    ),
    importLine(types, ['components', 'operations'], './types.js'),
    `\n${types}`,
  ].join('')
}

/** Imports those of the names that a text uses. */
function importLine(text: string, names: readonly string[], from: string): string {
  const used = names.filter((name) => new RegExp(`\\b${name}[<\\[,;\\s)]`).test(text))
  return `import type { ${used.join(', ')} } from ${quote(from)}\n`
}

/** The schemes of all operations by name. */
function schemesOf({ operations }: Contract): Map<string, SecurityScheme> {
  const alternatives = Object.values(operations).flatMap(({ security }) => security)
  return new Map(alternatives.map(({ name, scheme }) => [name, scheme]))
}

function methodSource(name: string, { operationId, security, isCredentialOptional }: OperationEntry): string {
  const principals = [...new Set(security.map(({ name }) => `Principals[${quote(name)}]`))]
  const principal = [...principals, ...(isCredentialOptional ? ['undefined'] : [])].join(' | ')
  const context = principals.length === 0 ? 'CallContext' : `SecuredContext<${principal}>`
  const id = quote(operationId)
  return `  readonly ${operationId}: (request: ${name}Requests[${id}], context: ${context}) => Promise<${name}Replies[${id}]>\n`
}

function requestSource(contract: Contract, operation: OperationEntry): string {
  const { operationId, body, parameters } = operation
  const groups = (['path', 'query', 'header'] as const).filter((part) => parameters.some((one) => one.in === part))
  const members = groups.map((part) => {
    const type = `operations[${quote(operationId)}]['parameters'][${quote(part)}]`
    const present = part === 'path' ? type : `NonNullable<${type}>`
    return `readonly ${groupNames[part]}: ${withDefaults(present, defaultedParameters(contract, operation, part))}`
  })
  if (body) {
    const owner = `NonNullable<operations[${quote(operationId)}]['requestBody']>`
    members.push(
      `readonly body: ${withDefaults(contentType(contract, body, owner), defaultedProperties(contract, body))}`,
    )
  }
  if (members.length === 0) return `  readonly ${operationId}: Record<never, never>\n`
  return `  readonly ${operationId}: {\n${members.map((member) => `    ${member}\n`).join('')}  }\n`
}

const groupNames = { path: 'params', query: 'query', header: 'headers' } as const

/** The optional parameters of a group that have a default in the contract. */
function defaultedParameters({ document }: Contract, { parameters }: OperationEntry, part: string): string[] {
  const members = parameters.filter((parameter) => parameter.in === part && !parameter.required)
  return members.filter(({ at }) => hasDefault((resolved(document, at) as JsonObject).schema)).map(({ name }) => name)
}

/** The optional properties of a body that have a default in the contract. */
function defaultedProperties({ document }: Contract, { at }: Content): string[] {
  const { schema } = resolved(document, at) as { schema: { properties?: JsonObject; required?: readonly string[] } }
  const { properties = {}, required = [] } = schema
  return Object.keys(properties).filter((name) => hasDefault(properties[name]) && !required.includes(name))
}

function hasDefault(schema: unknown): boolean {
  return isObject(schema) && 'default' in schema
}

function withDefaults(type: string, names: readonly string[]): string {
  return names.length === 0 ? type : `WithDefaults<${type}, ${names.map(quote).join(' | ')}>`
}

function repliesSource(contract: Contract, operation: OperationEntry): string {
  const statuses = Object.keys(operation.replies).map(Number)
  const own = statuses.filter((status) => operation.replies[status]?.isProtocolFailure === false)
  const members = own.map((status) => `\n    | ${replyType(contract, operation, status)}`)
  return `  readonly ${operation.operationId}:${members.join('')}\n`
}

/** One member of the union of an operation's replies. */
function replyType(contract: Contract, { operationId, replies }: OperationEntry, status: number): string {
  const type = `operations[${quote(operationId)}]['responses'][${status}]`
  return `{ ${replyMembers(contract, status, replies[status] as ReplyEntry, type).join('; ')} }`
}

/** @param type the type of the whole reply, for what has no name of its own */
function replyMembers(contract: Contract, status: number, reply: ReplyEntry, type: string): string[] {
  const given = reply.headers.filter(({ constant }) => constant === undefined)
  const headers = given.map(
    ({ name, required }) => `readonly ${quote(name)}${required ? '' : '?'}: ${headerType(contract, reply, name, type)}`,
  )
  return [
    `readonly status: ${status}`,
    reply.content ? `readonly body: ${contentType(contract, reply.content, type)}` : 'readonly body?: never',
    ...(given.length > 0
      ? [`readonly headers${given.some(({ required }) => required) ? '' : '?'}: { ${headers.join('; ')} }`]
      : []),
  ]
}

function headerType({ document }: Contract, { at }: ReplyEntry, header: string, type: string): string {
  const { headers } = valueAt(document, at) as { headers: Record<string, JsonObject> }
  const [, name] = /^#\/components\/headers\/(.+)$/.exec(String(headers[header]?.$ref)) ?? []
  return name === undefined ? `${type}['headers'][${quote(header)}]` : `components['headers'][${quote(name)}]`
}

/** The type of a body: a named schema, or what stands in place. */
function contentType({ document }: Contract, { at, mediaType }: Content, owner: string): string {
  const { schema } = valueAt(document, at) as { schema: JsonObject }
  const [, name] = /^#\/components\/schemas\/(.+)$/.exec(String(schema.$ref)) ?? []
  return name === undefined ? `${owner}['content'][${quote(mediaType)}]` : `components['schemas'][${quote(name)}]`
}

function securitySource(contract: Contract, name: string, schemes: readonly string[], generic: string): string {
  if (schemes.length === 0) return ''
  const authenticators = [...schemesOf(contract)].map(([scheme, { kind }]) => {
    const credential = kind === 'bearer' || kind === 'apiKey' ? 'string' : 'BasicCredentials'
    const refusals = refusalTypes(contract, scheme).join('\n    | ')
    return `  readonly ${propertyName(scheme)}: Authenticator<\n    ${credential},\n    Principals[${quote(scheme)}],\n    ${refusals}\n  >\n`
  })
  return `${docComment(['Who calls, by security scheme.'])}export interface ${name}Security${generic} {\n${authenticators.join('')}}\n\n`
}

/**
 * What an authenticator may answer instead of a principal: for each set of roles the failures that all operations declare
 * which demand it. Where their types differ, a refusal has all of them.
 */
function refusalTypes(contract: Contract, scheme: string): string[] {
  const rolesOf = ({ security }: OperationEntry) => security.find(({ name }) => name === scheme)?.roles.join()
  const operations = Object.values(contract.operations)
  const roleSets = [...new Set(operations.map(rolesOf))].filter((roles) => roles !== undefined)
  const types = roleSets.flatMap((roles) => {
    const group = operations.filter((operation) => rolesOf(operation) === roles)
    const statuses = Object.keys(group[0]?.replies ?? {}).map(Number)
    return statuses
      .filter((status) => status >= 400 || status === contract.invalidRequestReply.status)
      .filter((status) => group.every(({ replies }) => replies[status]?.isProtocolFailure === false))
      .map((status) => {
        const types = group.map((operation) => replyType(contract, operation, status))
        return [...new Set(types)].join(' & ')
      })
  })
  return [...new Set(types)]
}

function invalidRequestSource(contract: Contract): string {
  const { status, entry } = contract.invalidRequestReply
  const component = decodeURIComponent(entry.at.slice(entry.at.lastIndexOf('/') + 1))
  return replyMembers(contract, status, entry, `components['responses'][${quote(component)}]`)
    .map((member) => `  ${member}\n`)
    .join('')
}
