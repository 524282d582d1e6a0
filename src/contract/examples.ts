import { type Chain, withPlaceholders } from './chain.js'
import type { Contract, JsonObject, OperationEntry, ReplyEntry } from './contract.js'
import { child, isObject, resolved, valueAt } from './document.js'
import { isForm, isText } from './media-type.js'

/** A documented reply, and the request of the same name, with placeholders for what it needs of other operations (`x-chain`). */
export interface Example {
  readonly operation: OperationEntry
  readonly name: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Header parameters and the header of the credential (`Authorization` or that of an API key), as far as they are sent. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  readonly status: number
  readonly reply: unknown
  /** JSON pointers of leaves of the reply that differ from call to call. */
  readonly volatile: readonly string[]
}

interface DocumentedExample {
  readonly value: unknown
  readonly 'x-chain'?: Chain
  readonly 'x-volatile'?: readonly string[]
}

type Examples = Record<string, DocumentedExample>

function examplesAt(contract: Contract, at: `#${string}` | undefined, key = 'examples'): Examples {
  const owner = at === undefined ? undefined : valueAt(contract.document, at)
  if (at === undefined || !isObject(owner) || !(key in owner)) return {}
  return resolved(contract.document, child(at, key)) as unknown as Examples
}

/** The examples of a reply without a body: the requests that it answers. */
function emptyExamples(contract: Contract, at: `#${string}`): Examples {
  const { 'x-answers': names = [] } = resolved(contract.document, at) as { 'x-answers'?: readonly string[] }
  return Object.fromEntries(names.map((name) => [name, { value: '' }]))
}

/** The names of an operation's requests. One that takes nothing has the request of each of its own replies' examples. */
function requestNames(contract: Contract, operation: OperationEntry): Set<string> {
  if (!operation.body && operation.security.length === 0 && operation.parameters.length === 0) {
    const own = Object.values(operation.replies).filter(({ isProtocolFailure }) => !isProtocolFailure)
    return new Set(own.flatMap(({ content }) => Object.keys(examplesAt(contract, content?.at))))
  }
  const entry = valueAt(contract.document, operation.at) as JsonObject
  const first = entry['x-default-example']
  return new Set([
    ...(typeof first === 'string' ? [first] : []),
    ...Object.keys(examplesAt(contract, operation.body?.at)),
    ...Object.keys(examplesAt(contract, operation.body?.at, 'x-invalid-examples')),
    ...Object.keys((entry['x-authorization-examples'] ?? {}) as object),
    ...operation.parameters.flatMap(({ at }) => Object.keys(examplesAt(contract, at))),
  ])
}

/** Every pair of a request and a reply of the same name, and the names that lack their other half. */
export function examplesOf(contract: Contract): { examples: Example[]; unanswered: string[] } {
  const examples: Example[] = []
  const unanswered: string[] = []
  for (const pair of pairsOf(contract)) {
    if (typeof pair === 'string') unanswered.push(pair)
    else examples.push(pair)
  }
  return { examples, unanswered }
}

/** The first of them, of the contract or of one of its operations. */
export function firstExample(contract: Contract, operationId?: string): Example | undefined {
  for (const pair of pairsOf(contract)) {
    if (typeof pair === 'string') continue
    if (operationId === undefined || pair.operation.operationId === operationId) return pair
  }
  return undefined
}

/** The first of an operation; `undefined` where the contract has no such operation or it has none. */
export function firstExampleOf(contract: Contract, operationId: string): Example | undefined {
  if (!Object.hasOwn(contract.operations, operationId)) return undefined
  return examplesOf(contract).examples.find(({ operation }) => operation.operationId === operationId)
}

/** One after the other; a text says what lacks its other half. */
function* pairsOf(contract: Contract): Generator<Example | string> {
  for (const operation of Object.values(contract.operations)) {
    for (const name of requestNames(contract, operation)) {
      const replies = Object.entries(operation.replies).flatMap(([status, { at, content }]) => {
        const reply = content ? examplesAt(contract, content.at)[name] : emptyExamples(contract, at)[name]
        return reply ? [{ status: Number(status), reply }] : []
      })
      const [found] = replies
      yield found && replies.length === 1
        ? exampleOf(contract, operation, name, found)
        : `${operation.operationId} ${name}`
    }
  }
}

function exampleOf(
  contract: Contract,
  operation: OperationEntry,
  name: string,
  { status, reply }: { status: number; reply: Examples[string] },
): Example {
  const bodies = {
    ...examplesAt(contract, operation.body?.at),
    ...examplesAt(contract, operation.body?.at, 'x-invalid-examples'),
  }
  const parameters = (part: string): Record<string, string> =>
    Object.fromEntries(
      operation.parameters.flatMap((parameter) => {
        if (parameter.in !== part) return []
        const { example } = resolved(contract.document, parameter.at) as { example?: string }
        const examples = examplesAt(contract, parameter.at)
        const fallback = example ?? filledIn(Object.values(examples)[0])
        const value = filledIn(examples[name]) ?? (parameter.required ? fallback : undefined)
        return value === undefined ? [] : [[parameter.name, String(value)]]
      }),
    )
  return {
    operation,
    name,
    params: parameters('path'),
    query: parameters('query'),
    headers: { ...parameters('header'), ...credentialHeaders(contract, operation, name) },
    body: filledIn(bodies[name]),
    status,
    reply: reply.value,
    volatile: reply['x-volatile'] ?? [],
  }
}

function filledIn(example: DocumentedExample | undefined): unknown {
  return example && withPlaceholders(example.value, example['x-chain'])
}

/**
 * The header of the credential that a request presents: what `x-authorization-examples` names for it, else the `x-example` of the operation's first
 * scheme, unless a credential is optional.
 */
function credentialHeaders(
  contract: Contract,
  operation: OperationEntry,
  name: string,
): Readonly<Record<string, string>> {
  const entry = valueAt(contract.document, operation.at) as JsonObject
  const named = (entry['x-authorization-examples'] ?? {}) as Readonly<Record<string, string | JsonObject | null>>
  const given = named[name]
  if (given === undefined) {
    const isOptional = operation.isCredentialOptional || operation.security.some(({ scheme }) => scheme.kind === 'form')
    return isOptional ? {} : exampleCredential(contract, operation)
  }
  if (given === null) return {}
  return typeof given === 'string' ? exampleCredential(contract, operation, given) : (given as Record<string, string>)
}

/**
 * The header of a credential of an operation's first scheme.
 * @param value other than the `x-example` of the scheme
 */
export function exampleCredential(
  { document }: Contract,
  { security: [first] }: OperationEntry,
  value?: string,
): Readonly<Record<string, string>> {
  if (!first || first.scheme.kind === 'form') return {}
  const { name, 'x-example': example } = resolved(
    document,
    child('#/components/securitySchemes', first.name),
  ) as JsonObject
  const presented = value ?? example
  if (presented === undefined) return {}
  return { [first.scheme.kind === 'apiKey' ? String(name) : 'Authorization']: String(presented) }
}

/**
 * Writes values into the template of a path.
 * @param encoded gives the value of a parameter, as it stands in a URL
 */
export function filledPath(template: string, encoded: (name: string) => string): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encoded(name))
}

/** A body in the media type that the operation declares: JSON, a form or text. */
export function encodeExample({ body: content }: OperationEntry, value: unknown): string {
  if (content && isForm(content.mediaType)) return String(new URLSearchParams(value as Record<string, string>))
  return content && isText(content.mediaType) ? String(value) : JSON.stringify(value)
}

/** The bodies of a reply's examples, by name. */
export function replyExamples(contract: Contract, { content }: ReplyEntry): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(examplesAt(contract, content?.at)).map(([name, { value }]) => [name, value]))
}
