import type { Contract, HttpMethod, JsonObject, OperationEntry, ReplyEntry } from '../contract/contract.js'
import { child, isObject, resolved } from '../contract/document.js'
import { type Example, filledPath } from '../contract/examples.js'
import { isForm, isJson } from '../contract/media-type.js'
import { schemaCompiler } from '../contract/validation.js'
import { type ExpectedReply, type Probe, type ProbeRequest, requestOf } from './probe.js'

const compileStrict = schemaCompiler({ coerceTypes: false })

/** A longer value would be more than a URL or a header takes everywhere. */
const maxTestedLength = 2048

/**
 * The refusals of an operation that one request brings about: a credential that is missing or wrong, a field that is missing, of another type
 * or too long, a body of another media type, too large or unreadable, a method that the path lacks.
 * @param example a request of the operation that succeeds
 */
export function refusalsOf(contract: Contract, operation: OperationEntry, example: Example): Probe[] {
  const probe = (name: string, change: Partial<ProbeRequest>, expected: ExpectedReply | undefined): Probe[] => {
    const request = { ...requestOf(example), ...change }
    return expected ? [{ contract, operation, name, kind: 'refusal', request, expected }] : []
  }
  const invalid = invalidRequest(contract, operation)
  return [
    ...credentialRefusals(contract, operation).flatMap(([name, credential, expected]) =>
      probe(name, { headers: { ...withoutCredential(operation, example.headers), ...credential } }, expected),
    ),
    ...[...parameterFaults(contract, operation)].flatMap(([name, part, field, value]) =>
      probe(name, { [part]: { ...example[part], [field]: value } }, invalid),
    ),
    ...(operation.body ? bodyRefusals(contract, operation, example, invalid, probe) : []),
  ]
}

function bodyRefusals(
  contract: Contract,
  operation: OperationEntry,
  example: Example,
  invalid: ExpectedReply | undefined,
  probe: (name: string, change: Partial<ProbeRequest>, expected: ExpectedReply | undefined) => Probe[],
): Probe[] {
  const mediaType = operation.body?.mediaType ?? ''
  const padding = 'x'.repeat(operation.maxBodyBytes)
  const large = isForm(mediaType) ? `padding=${padding}` : JSON.stringify({ padding })
  return [
    ...[...bodyFaults(contract, operation, example.body)].flatMap(([name, body]) => probe(name, { body }, invalid)),
    ...(isJson(mediaType) ? probe('a body that is no JSON', { raw: { mediaType, text: '{"' } }, invalid) : []),
    ...probe(
      'a body of another media type',
      { raw: { mediaType: 'application/xml', text: '<a/>' } },
      fixed(operation, 415),
    ),
    ...probe('a body that is too large', { raw: { mediaType, text: large } }, fixed(operation, 413)),
  ]
}

/** A method that the path lacks: one probe for each path. */
export function methodRefusal(contract: Contract, operation: OperationEntry, example: Example): Probe[] {
  const filled = filledPath(operation.path, () => 'x')
  const methodsOf = (matches: (path: string) => boolean): HttpMethod[] =>
    Object.values(contract.operations).flatMap(({ path, method }) => (matches(path) ? [method] : []))
  // A template such as `/a/{id}` has the path `/a/all` too.
  const taken = methodsOf((path) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(filled))
  const method = (['GET', 'PATCH', 'PUT'] as const).find((one) => !taken.includes(one))
  const entry = contract.protocolReplies[405]
  if (!method || !entry) return []
  const allow = methodsOf((path) => path === operation.path)
  const request = { ...requestOf(example), method, body: undefined }
  return [
    {
      contract,
      operation,
      name: `the method ${method}`,
      kind: 'refusal',
      request,
      expected: { status: 405, entries: [entry], allow },
    },
  ]
}

/** What stands in for the credential of a call, and what is answered then. */
export type CredentialRefusal = readonly [
  name: string,
  credential: Readonly<Record<string, string>>,
  expected: ExpectedReply | undefined,
]

/** Credentials in a form are fields, which other refusals leave out or alter. */
export function credentialRefusals(contract: Contract, operation: OperationEntry): CredentialRefusal[] {
  const [first] = operation.security
  if (!first || first.scheme.kind === 'form') return []
  const unauthorized = operation.replies[401]
  const refusal = unauthorized ? { status: 401, entries: [unauthorized] } : invalidRequest(contract, operation)
  const { kind, header } = first.scheme
  const wrong = {
    basic: `Basic ${btoa('nobody:wrong')}`,
    bearer: 'Bearer not-a-credential',
    apiKey: 'not-a-credential',
  }
  const wrongCredential = ['a credential that is wrong', { [header]: wrong[kind] }, refusal] as const
  // A caller without a credential is let in, and what is none of this scheme may count as none.
  if (operation.isCredentialOptional) return [wrongCredential]
  const other = ['a credential of another scheme', { authorization: 'Digest username="x"' }, refusal] as const
  return [['no credential', {}, refusal], wrongCredential, other]
}

/** The headers of a request without those of credentials. */
export function withoutCredential(
  { security }: OperationEntry,
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const names = new Set(security.map(({ scheme }) => (scheme.kind === 'form' ? '' : scheme.header)))
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name.toLowerCase())))
}

/** What a malformed or invalid request is answered with; absent where the operation does not say so. */
function invalidRequest(contract: Contract, operation: OperationEntry): ExpectedReply | undefined {
  const { status, entry } = contract.invalidRequestReply
  const own = operation.replies[status]
  if (!own) return undefined
  // Where failures have the status of a success, the reply of malformed requests tells them apart.
  return { status, entries: status < 300 && own.at !== entry.at ? [own, entry] : [own] }
}

function fixed({ replies }: OperationEntry, status: number): ExpectedReply | undefined {
  const entry: ReplyEntry | undefined = replies[status]
  return entry && { status, entries: [entry] }
}

/** Bodies that the schema refuses: one fault each. */
function* bodyFaults(
  contract: Contract,
  { body: content }: OperationEntry,
  body: unknown,
): Generator<[string, unknown]> {
  if (!content || !isObject(body)) return
  const schema = resolved(contract.document, child(content.at, 'schema')) as JsonObject
  const validate = compileStrict(schema)
  const isTextual = isForm(content.mediaType)
  for (const field of (schema.required ?? []) as readonly string[]) {
    const { [field]: _, ...rest } = body
    yield [`without ${field}`, rest]
  }
  for (const [field, property] of Object.entries((schema.properties ?? {}) as Record<string, JsonObject>)) {
    if (!isTextual) {
      const wrong = [12, 'text', true, [], {}].find((value) => !validate({ ...body, [field]: value }))
      if (wrong !== undefined) yield [`${field} of another type`, { ...body, [field]: wrong }]
    }
    const { maxLength } = property
    if (typeof maxLength === 'number' && maxLength <= maxTestedLength)
      yield [`${field} that is too long`, { ...body, [field]: 'x'.repeat(maxLength + 1) }]
  }
  if (!isTextual) yield ['a list as the body', []]
}

/** Values of parameters that their schemas refuse. */
function* parameterFaults(
  { document }: Contract,
  { parameters }: OperationEntry,
): Generator<[name: string, part: 'params' | 'query', field: string, value: string]> {
  for (const { name, in: part, at, acceptsAnyText } of parameters) {
    if (part === 'header' || acceptsAnyText) continue
    const { schema } = resolved(document, at) as { schema: JsonObject }
    const { enum: values, type, maxLength } = schema
    const source = part === 'path' ? 'params' : 'query'
    if (Array.isArray(values) || type === 'integer' || type === 'boolean')
      yield [`${name} with a value that it does not have`, source, name, 'not-a-value']
    else if (typeof maxLength === 'number' && maxLength <= maxTestedLength)
      yield [`${name} that is too long`, source, name, 'x'.repeat(maxLength + 1)]
  }
}
