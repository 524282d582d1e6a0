import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Contract, Json, JsonObject } from '../../src/contract/contract.js'
import { isObject, valueAt } from '../../src/contract/document.js'
import { clientMembers, operationTableMembers } from './client-source.js'
import { banner, docComment, pascalCase, quote } from './source-text.js'
import { sessionSource } from './token-session-source.js'

/** What the package of a client takes over from that of the server. */
export interface PackageFacts {
  readonly version: string
  readonly license: string
  /** The range of openapi-fetch. */
  readonly fetchClient: string
}

/** Names of the runtime that a package has for itself. */
const internalNames =
  /^export (?=(?:function createContractClient|type OperationTable|type ClientScheme|interface OperationTableEntry)\b)/gm

/**
 * The files of the package of a contract's client, by their path below `clients/NAME/`: one module, so that its types are one file too.
 * @param types what openapi-typescript makes of the contract
 */
export async function clientPackageFiles(
  contract: Contract,
  types: string,
  facts: PackageFacts,
): Promise<[path: string, text: string][]> {
  return [
    ['package.json', `${JSON.stringify(manifest(contract, facts), null, 2)}\n`],
    ['README.md', readme(contract)],
    ['src/index.ts', await moduleSource(contract, types)],
  ]
}

/** What a client needs of a contract: no headers of replies, whose types `Headers` has, and no prose beside summaries and properties. */
export function clientDocument({ document }: Contract): JsonObject {
  const reduced = (value: Json, key = ''): Json => {
    if (Array.isArray(value)) return value.map((item) => reduced(item as Json))
    if (!isObject(value)) return value
    const isOperation = 'operationId' in value
    const isReply = 'content' in value || 'x-answers' in value
    const entries = Object.entries(value).filter(
      ([name]) =>
        !(isOperation && (name === 'description' || name === 'tags')) &&
        !(isReply && (name === 'headers' || name === 'links')) &&
        !(name === 'examples' && key !== 'properties'),
    )
    return Object.fromEntries(entries.map(([name, item]) => [name, reduced(item, name)]))
  }
  const { headers: _, ...components } = document.components as JsonObject
  return { ...(reduced({ ...document, components }) as JsonObject), webhooks: {} }
}

/** The name of the package. */
export function packageName({ name }: Contract): string {
  return `@tokenwright/${name}`
}

function manifest(contract: Contract, { version, license, fetchClient }: PackageFacts): object {
  const { summary, title } = contract.document.info as { summary?: string; title: string }
  return {
    name: packageName(contract),
    version,
    description: `Typed client. ${summary ?? title}`,
    license,
    type: 'module',
    engines: { node: '>=18' },
    main: './dist/index.cjs',
    types: './dist/index.d.cts',
    exports: {
      '.': {
        import: { types: './dist/index.d.ts', default: './dist/index.js' },
        require: { types: './dist/index.d.cts', default: './dist/index.cjs' },
      },
      './package.json': './package.json',
    },
    files: ['dist'],
    sideEffects: false,
    dependencies: { 'openapi-fetch': fetchClient },
  }
}

async function moduleSource(contract: Contract, types: string): Promise<string> {
  const name = pascalCase(contract.name)
  const session = sessionSource(contract)
  const runtime = [
    await sharedSource('runtime/client.ts'),
    ...(session ? [await sharedSource('package-runtime/token-session.ts')] : []),
  ]
  return [
    banner,
    ...runtime.map((text) => `\n${text.replaceAll(internalNames, '')}`),
    `\n${types.replaceAll(/^ {4}|(?<=^(?: {4})+) {4}/gm, '  ')}\n`,
    `const operationTable = {\n${operationTableMembers(contract)}} as const satisfies OperationTable\n\n`,
    docComment(['One method an operation; each answers with one of the documented replies.']),
    `export interface ${name}Client {\n${clientMembers(contract)}}\n\n`,
    docComment([`Makes a client of \`${contract.name}\`.`]),
    `export function create${name}Client(options: ClientOptions): ${name}Client {\n`,
    `  return createContractClient<${name}Client>(operationTable, options)\n}\n`,
    ...(session ? [`\n${session}`] : []),
  ].join('')
}

function sharedSource(file: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`./${file}`, import.meta.url)), 'utf8')
}

function readme(contract: Contract): string {
  const { title, summary } = contract.document.info as { title: string; summary?: string }
  const name = pascalCase(contract.name)
  const [first] = Object.values(contract.operations)
  const operations = Object.values(contract.operations).map(({ operationId, method, path, at }) => {
    const { summary: what = '' } = valueAt(contract.document, at) as JsonObject
    return `| \`${operationId}\` | \`${method} ${path}\` | ${String(what)} |`
  })
  const session = sessionSource(contract)
  return [
    `# ${packageName(contract)}`,
    '',
    `${summary ?? title} A typed client, generated from its contract. It runs in Node 18 and later and in browsers.`,
    '',
    '```ts',
    `import { create${name}Client, UndocumentedReply } from ${quote(packageName(contract))}`,
    '',
    `const client = create${name}Client({ baseUrl: 'https://tokens.example.org' })`,
    `const reply = await client.${first?.operationId}(${exampleArguments(first)})`,
    'switch (reply.status) { … } // reply.body has the type of that status',
    '```',
    '',
    'A call resolves with one of the documented replies, failures included. It rejects with `UndocumentedReply` where the server answers',
    'another status or another media type, such as the HTML page of a proxy, and with the error of `fetch` where no server answers. Redirects are',
    'not followed. A call takes an `AbortSignal` as `signal`, and a credential of its own as `token`, `credentials` or `apiKey`.',
    '',
    ...(session
      ? [
          `\`create${name}Session(client, body)\` signs in and renews the tokens by itself: \`await session.accessToken()\` is always a valid one.`,
          '',
        ]
      : []),
    '| method | call | what it does |',
    '|---|---|---|',
    ...operations,
    '',
  ].join('\n')
}

function exampleArguments(operation: Contract['operations'][string] | undefined): string {
  if (operation?.body) return '{ body: { … } }'
  return operation && operation.security.length > 0 ? "{ token: '…' }" : ''
}
