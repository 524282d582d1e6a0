import type { Contract, JsonObject, OperationEntry } from '../../src/contract/contract.js'
import { isObject, resolved, valueAt } from '../../src/contract/document.js'
import { docComment, pascalCase, quote } from './source-text.js'

/** How tokens are renewed: by OpenAPI links, and what `x-renewal` says of the answers. */
interface Renewal {
  readonly signIn: OperationEntry
  readonly renew: OperationEntry
  /** The fields of a renewal's body by the JSON pointer of their values in the answer before. */
  readonly fields: Readonly<Record<string, string>>
  /** JSON pointers into both answers. */
  readonly accessToken: string
  readonly lifetimeSeconds: string
}

/** The function that makes a session; absent where the contract has no tokens to renew. */
export function sessionSource(contract: Contract): string | undefined {
  const renewal = renewalOf(contract)
  if (!renewal) return undefined
  const { signIn, renew, fields, accessToken, lifetimeSeconds } = renewal
  const name = pascalCase(contract.name)
  const client = `${name}Client`
  const tokens = `Parameters<${client}[${quote(renew.operationId)}]>[0]['body']`
  const members = Object.entries(fields).map(([field, pointer]) => `${field}: ${valueSource(pointer)}`)
  const success = (operation: OperationEntry): string => Object.keys(operation.replies)[0] ?? ''
  return [
    docComment([
      `Keeps a valid access token by \`${signIn.operationId}\` and \`${renew.operationId}\`.`,
      'It rejects with `SignInRefused` where the credentials are refused.',
    ]),
    `export function create${name}Session(\n  client: ${client},\n`,
    `  body: Parameters<${client}[${quote(signIn.operationId)}]>[0]['body'],\n): TokenSession<${tokens}> {\n`,
    '  return new TokenSession(\n',
    '    async () => {\n',
    `      const reply = await client.${signIn.operationId}({ body })\n`,
    `      if (reply.status !== ${success(signIn)}) throw new SignInRefused(reply)\n`,
    '      return issuedTokens(reply.body)\n',
    '    },\n',
    '    async (tokens) => {\n',
    `      const reply = await client.${renew.operationId}({ body: tokens })\n`,
    `      return reply.status === ${success(renew)} ? issuedTokens(reply.body) : undefined\n`,
    '    },\n  )\n}\n\n',
    `function issuedTokens(answer: ${answerType(client, renew, success)}): IssuedTokens<${tokens}> {\n`,
    `  return {\n    tokens: { ${members.join(', ')} },\n`,
    `    accessToken: ${valueSource(accessToken)},\n    lifetimeSeconds: ${valueSource(lifetimeSeconds)},\n  }\n}\n\n`,
    'function present<Value>(value: Value | undefined): Value {\n',
    "  if (value === undefined) throw new Error('the answer lacks a token')\n",
    '  return value\n}\n',
  ].join('')
}

/** The operation that a link of its own success leads back to, and the one that leads to it first. */
function renewalOf(contract: Contract): Renewal | undefined {
  const operations = Object.values(contract.operations)
  for (const renew of operations) {
    const marked = (valueAt(contract.document, renew.at) as JsonObject)['x-renewal']
    if (!isObject(marked)) continue
    const leads = (from: OperationEntry): JsonObject | undefined => linkTo(contract, from, renew.operationId)
    const signIn = operations.find((operation) => operation !== renew && leads(operation))
    const link = leads(renew)
    if (!signIn || !link) throw new Error(`${renew.operationId}: x-renewal without links to the operation`)
    const fields = Object.entries(link.requestBody as JsonObject).map(
      ([field, expression]) => [field, String(expression).replace('$response.body#', '')] as const,
    )
    const { accessToken, lifetimeSeconds } = marked
    return {
      signIn,
      renew,
      fields: Object.fromEntries(fields),
      accessToken: String(accessToken),
      lifetimeSeconds: String(lifetimeSeconds),
    }
  }
  return undefined
}

function linkTo({ document }: Contract, { replies }: OperationEntry, operationId: string): JsonObject | undefined {
  for (const { at } of Object.values(replies)) {
    const { links } = resolved(document, at) as JsonObject
    const found = Object.values(isObject(links) ? links : {}).find(
      (link) => isObject(link) && link.operationId === operationId,
    )
    if (isObject(found)) return found
  }
  return undefined
}

function answerType(client: string, renew: OperationEntry, success: (operation: OperationEntry) => string): string {
  return `Extract<Awaited<ReturnType<${client}[${quote(renew.operationId)}]>>, { status: ${success(renew)} }>['body']`
}

/** `/content/0/token` as an expression: items of a list may be absent by their types. */
function valueSource(pointer: string): string {
  const keys = pointer.split('/').slice(1)
  return `present(answer${keys.map((key) => (/^\d+$/.test(key) ? `[${key}]?` : `.${key}`)).join('')})`
}
