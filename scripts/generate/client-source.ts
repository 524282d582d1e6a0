import type { Contract, OperationEntry, SecurityScheme } from '../../src/contract/contract.js'
import { banner, docComment, pascalCase, quote, summaryComment } from './source-text.js'

/** `generated/NAME/client.ts`: the typed client of a contract. */
export function clientSource(contract: Contract): string {
  const name = pascalCase(contract.name)
  return [
    `${banner}\nimport { type ClientOperation, type ClientOptions, createContractClient } from '../runtime/client.js'\n`,
    `import { operationTable } from './operation-table.js'\n`,
    `import type { operations } from './types.js'\n\n`,
    docComment([
      `A typed client of \`${contract.name}\`: one method an operation, each answers with one of the documented replies.`,
    ]),
    `export interface ${name}Client {\n${clientMembers(contract)}}\n\n`,
    docComment([`Makes a client of \`${contract.name}\`.`]),
    `export function create${name}Client(options: ClientOptions): ${name}Client {\n`,
    `  return createContractClient<${name}Client>(operationTable, options)\n}\n`,
  ].join('')
}

/** The methods of a client, one for each operation. */
export function clientMembers(contract: Contract): string {
  const methods = Object.values(contract.operations).map(
    (operation) =>
      `${summaryComment(contract, operation)}  readonly ${operation.operationId}: ClientOperation<operations[${quote(operation.operationId)}]>\n`,
  )
  return methods.join('')
}

/** `generated/NAME/operation-table.ts`: method, path, security, media types and audit action of each operation. */
export function operationTableSource(contract: Contract): string {
  return [
    `${banner}\nimport type { OperationTable } from '../runtime/client.js'\n\n`,
    docComment([
      `The operations of \`${contract.name}\`. \`replies\`: the media type by status, \`null\` where there is no body.`,
    ]),
    `export const operationTable = {\n${operationTableMembers(contract)}} as const satisfies OperationTable\n`,
  ].join('')
}

/** The entries of the table of a contract's operations. */
export function operationTableMembers({ operations }: Contract): string {
  return Object.values(operations)
    .map((operation) => `  ${operation.operationId}: ${tableEntry(operation)},\n`)
    .join('')
}

function tableEntry({ method, path, security, auditAction, body, replies }: OperationEntry): string {
  const inHeaders = security.flatMap(({ scheme }) => schemeSource(scheme))
  const mediaTypes = Object.entries(replies).map(
    ([status, { content }]) => `${status}: ${content ? quote(content.mediaType) : 'null'}`,
  )
  const members = [
    `method: ${quote(method)}`,
    `path: ${quote(path)}`,
    ...(inHeaders.length === 0 ? [] : [`security: [${inHeaders.join(', ')}]`]),
    ...(auditAction === undefined ? [] : [`auditAction: ${quote(auditAction)}`]),
    ...(body ? [`body: ${quote(body.mediaType)}`] : []),
    `replies: { ${mediaTypes.join(', ')} }`,
  ]
  return `{ ${members.join(', ')} }`
}

/** What a client presents under a scheme: nothing in a header where the credentials are fields of the form. */
function schemeSource(scheme: SecurityScheme): string[] {
  switch (scheme.kind) {
    case 'form':
      return []
    case 'apiKey':
      return [`{ kind: 'apiKey', header: ${quote(scheme.header)} }`]
    default:
      return [`{ kind: ${quote(scheme.kind)} }`]
  }
}
