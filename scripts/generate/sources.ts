import openapiTS, { astToString } from 'openapi-typescript'
import type { Contract, OperationEntry, ReplyEntry } from '../../src/contract/contract.js'
import { resolved } from '../../src/contract/document.js'

/** Generated files by their path below `generated/`. */
export type Files = Map<string, string>

const banner = '// Written by "npm run generate" from openapi/. Do not edit.\n'

/** The files of one contract. */
export async function contractFiles(contract: Contract): Promise<Files> {
  return new Map([
    [`${contract.name}/types.ts`, await typesSource(contract)],
    [`${contract.name}/operations.ts`, operationsSource(contract)],
    [`${contract.name}/contract.ts`, contractSource(contract)],
    [`${contract.name}/client.ts`, clientSource(contract)],
  ])
}

/** `gateway-tokens` as `GatewayTokens`. */
export function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** `gateway-tokens` as `gatewayTokens`. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name)
  return pascal.charAt(0).toLowerCase() + pascal.slice(1)
}

async function typesSource({ document }: Contract): Promise<string> {
  const ast = await openapiTS(structuredClone(document) as never, {
    alphabetize: false,
    excludeDeprecated: false,
    defaultNonNullable: false,
  })
  return `${banner}\n${astToString(ast)}`
}

function docComment(lines: readonly string[], indent = ''): string {
  return `${indent}/** ${lines.join(' ').replaceAll('*/', '* /').replaceAll(/\s+/g, ' ').trim()} */\n`
}

function summaryOf(contract: Contract, operation: OperationEntry): string {
  const { summary } = resolved(contract.document, operation.at) as { summary?: string }
  return docComment([`${summary ?? operation.operationId}: \`${operation.method} ${operation.path}\`.`], '  ')
}

function ownStatuses(operation: OperationEntry): string {
  const own = Object.entries(operation.replies).filter(([, reply]) => !reply.protocol)
  return own.map(([status]) => status).join(' | ')
}

function operationsSource(contract: Contract): string {
  const name = pascalCase(contract.name)
  const operations = Object.values(contract.operations)
  const schemes = contract.securitySchemes.filter((scheme) => operations.some(({ security }) => security === scheme))
  const generic = schemes.length > 0 ? `<Principals extends Record<${schemes.map(quote).join(' | ')}, unknown>>` : ''
  const { info } = contract.document as { info: { title: string; summary?: string } }

  const methods = operations.map((operation) => {
    const { operationId, security } = operation
    const context = security === undefined ? '' : `, SecuredContext<Principals[${quote(security)}]>`
    return `${summaryOf(contract, operation)}  readonly ${operationId}: Operation<operations[${quote(operationId)}], ${name}Replies[${quote(operationId)}]${context}>\n`
  })
  const replies = operations.map(
    (operation) =>
      `  readonly ${operation.operationId}: OperationReply<operations[${quote(operation.operationId)}], ${ownStatuses(operation)}>\n`,
  )
  const authenticators = schemes.map((scheme) => {
    const refusals = refusalTypes(
      name,
      operations.filter(({ security }) => security === scheme),
    )
    return `  readonly ${scheme}: Authenticator<\n    Principals[${quote(scheme)}],\n    ${refusals.join(' |\n      ')}\n  >\n`
  })
  const failures = Object.entries(contract.protocolReplies).map(
    ([status, reply]) => `  ${status}: components['responses'][${quote(componentName(reply))}]\n`,
  )
  const imported = [
    'FailureReply',
    'Operation',
    'OperationReply',
    ...(schemes.length > 0 ? ['Authenticator', 'SecuredContext'] : []),
  ]
  const args = schemes.length > 0 ? '<Principals>' : ''
  return [
    `${banner}\nimport type { Failure } from '../../src/contract/failure.js'\n`,
    `import type { ${imported.sort().join(', ')} } from '../../src/contract/operation.js'\n`,
    `import type { components, operations } from './types.js'\n\n`,
    docComment([`${info.title}: ${info.summary ?? ''}`]),
    `export interface ${name}Operations${generic} {\n${methods.join('')}}\n\n`,
    docComment(['The replies that each operation may answer.']),
    `export interface ${name}Replies {\n${replies.join('')}}\n\n`,
    docComment(['Who calls, by security scheme.']),
    schemes.length > 0
      ? `export interface ${name}Security${generic} {\n${authenticators.join('')}}\n\n`
      : `export type ${name}Security = Record<never, never>\n\n`,
    docComment(['A protocol failure in the envelope of this API.']),
    `export type ${name}FailureReply = FailureReply<{\n${failures.join('')}}>\n\n`,
    docComment([`What an implementation of \`${contract.name}\` consists of.`]),
    `export interface ${name}Implementation${generic} {\n`,
    `  readonly operations: ${name}Operations${args}\n`,
    `  readonly security: ${name}Security${args}\n`,
    `  readonly failures: (failure: Failure) => ${name}FailureReply\n}\n`,
  ].join('')
}

/**
 * What an authenticator may answer instead: the replies that every operation declares which demands the same roles. Where
 * all of them refer to the same reply, one stands for them.
 */
function refusalTypes(name: string, operations: readonly OperationEntry[]): string[] {
  const rolesOf = ({ roles = [] }: OperationEntry) => roles.join()
  const types = [...new Set(operations.map(rolesOf))].flatMap((roles) => {
    const group = operations.filter((operation) => rolesOf(operation) === roles)
    const statuses = Object.keys(group[0]?.replies ?? {}).map(Number)
    const own = (operation: OperationEntry, status: number) => {
      const reply = operation.replies[status]
      return reply?.protocol ? undefined : reply?.at
    }
    const common = statuses.filter((status) => group.every((operation) => own(operation, status) !== undefined))
    return common.map((status) => {
      const distinct = new Map(group.map((operation) => [own(operation, status), operation.operationId]))
      return [...distinct.values()]
        .map((operationId) => `Extract<${name}Replies[${quote(operationId)}], { status: ${status} }>`)
        .join(' & ')
    })
  })
  return [...new Set(types)]
}

function componentName({ at }: ReplyEntry): string {
  return decodeURIComponent(at.slice(at.lastIndexOf('/') + 1))
}

function contractSource(contract: Contract): string {
  const constant = camelCase(contract.name)
  return [
    `${banner}\nimport type { Contract } from '../../src/contract/contract.js'\n\n`,
    docComment([`The contract openapi/${contract.name}.yaml as a value.`]),
    `export const ${constant}: Contract = ${JSON.stringify(contract, null, 2)}\n`,
  ].join('')
}

function clientSource(contract: Contract): string {
  const name = pascalCase(contract.name)
  const constant = camelCase(contract.name)
  const operations = Object.values(contract.operations)
  const methods = operations.map(
    (operation) =>
      `${summaryOf(contract, operation)}  readonly ${operation.operationId}: ClientOperation<operations[${quote(operation.operationId)}]>\n`,
  )
  return [
    `${banner}\nimport { type ClientOperation, type ClientOptions, createContractClient } from '../../src/contract/client.js'\n`,
    `import { ${constant} } from './contract.js'\n`,
    `import type { operations } from './types.js'\n\n`,
    docComment([
      `A typed client of \`${contract.name}\`: one method an operation, each answers with one of the documented replies.`,
    ]),
    `export interface ${name}Client {\n${methods.join('')}}\n\n`,
    docComment([`Makes a client of \`${contract.name}\`.`]),
    `export function create${name}Client(options: ClientOptions): ${name}Client {\n`,
    `  return createContractClient<${name}Client>(${constant}, options)\n}\n`,
  ].join('')
}

/** `generated/index.ts`: every API of `src/apis/` with its contract. */
export function registrySource(contracts: readonly Contract[]): string {
  const lines = contracts.map(({ name }) => `import { ${camelCase(name)}Api } from '../src/apis/${name}/api.js'\n`)
  return [
    `${banner}\n${lines.join('')}\n`,
    docComment(['Every API that this server speaks.']),
    `export const apis = [\n${contracts.map(({ name }) => `  ${camelCase(name)}Api,\n`).join('')}] as const\n`,
  ].join('')
}

function quote(text: string): string {
  return `'${text}'`
}
