import { contracts as contractsByName } from '../../src/apis/index.js'
import type { Contract, JsonObject, OperationEntry } from '../../src/contract/contract.js'
import { resolved } from '../../src/contract/document.js'
import { encodeExample } from '../../src/contract/examples.js'
import { type Credential, collectCredentials, environmentKey, isRefusal, signIn } from './credentials.js'
import { encode, examplePartsOf } from './encode.js'
import { Judge } from './judge.js'
import { type Finding, forEachConcurrently, type Run } from './part.js'
import { sendBytes } from './send.js'
import { startOnEmbedded, startOnPostgresql, type Target } from './targets.js'

const contracts: readonly Contract[] = Object.values(contractsByName)

/** A credential at a place of an operation, and how the contract says it is answered. */
interface Attempt {
  readonly contract: Contract
  readonly operation: OperationEntry
  readonly credential: Credential
  readonly place: string
  readonly bytes: Buffer
  readonly expected: 'accepted' | 'refused' | 'forbidden'
}

/** Fields and parameters that hold a credential, in whichever operation. */
const credentialFields = new Set([
  'hash',
  'secret',
  'accessKey',
  'username',
  'password',
  'token',
  'refreshToken',
  'token_link',
])

/** The operations behind an operator key to which a token of another API is shown. */
const tokenReaders = new Set(['introspectToken', 'revokeLeakedGatewayToken'])

/** Presents every credential at every place that takes one, on both databases. */
export async function credentialMatrix({ workbench, isShort, update }: Run): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const start of isShort ? [startOnPostgresql] : [startOnPostgresql, startOnEmbedded]) {
    const target = await start(workbench, { name: 'credentials', env: { OPERATOR_KEY: environmentKey } })
    findings.push(...(await presentAll(target, update)))
    await target.stop()
  }
  return findings
}

async function presentAll(target: Target, update: Run['update']): Promise<Finding[]> {
  const credentials = await collectCredentials(target)
  const pair = await signIn(target.url)
  const attempts = contracts.flatMap((contract) =>
    Object.values(contract.operations).flatMap((operation) => [
      ...(operation.security.length === 0 ? [] : bearerAttempts(contract, operation, credentials)),
      ...fieldAttempts(contract, operation, credentials, pair),
    ]),
  )
  const judges = new Map(contracts.map((contract) => [contract, new Judge(contract)]))
  const base = new URL(target.url)
  const broken = { accepted: [] as string[], refused: [] as string[], forbidden: [] as string[] }
  await forEachConcurrently(attempts, 8, async (attempt, index) => {
    update(index, attempts.length, `${target.database}: credentials`)
    const fault = await faultOf(attempt, base, judges.get(attempt.contract) as Judge)
    const { operation, credential, place, expected } = attempt
    if (fault) broken[expected].push(`${operation.operationId}, ${credential.what} ${place}: ${fault}`)
  })
  const count = (expected: Attempt['expected']): number =>
    attempts.filter((attempt) => attempt.expected === expected).length
  const finding = (promise: string, expected: Attempt['expected']): Finding => ({
    promise: `${promise} (${target.database})`,
    attempts: count(expected),
    seen: `${credentials.length} credentials`,
    broken: broken[expected],
  })
  return [
    finding('a credential of another kind, or one that is over, gets the documented refusal', 'refused'),
    finding('an operator key without the role gets 403', 'forbidden'),
    finding('the own kind is accepted as a bearer token', 'accepted'),
  ]
}

function isOperatorOperation({ security }: OperationEntry): boolean {
  return security.some(({ name }) => name === 'operator_key')
}

/** Every credential as a bearer token; those that are accepted so also in every other form. */
function bearerAttempts(contract: Contract, operation: OperationEntry, credentials: readonly Credential[]): Attempt[] {
  const { headers, body } = harmlessPartsOf(contract, operation)
  return credentials.flatMap((credential): Attempt[] => {
    const { value, scheme, role } = credential
    const own = operation.security.find(({ name }) => name === scheme)
    const isAllowed = role === undefined || own?.roles.includes(role) || role === 'admin'
    const attempt = (
      place: string,
      expected: Attempt['expected'],
      authorization: string | undefined,
      path = harmlessPath(operation, 'x'),
    ): Attempt => {
      const { Authorization: _, ...others } = headers
      const all = { ...others, ...(authorization !== undefined && { Authorization: authorization }) }
      return {
        contract,
        operation,
        credential,
        place,
        expected,
        bytes: encode(operation, { path, headers: all, body }),
      }
    }
    const expected = own ? (isAllowed ? 'accepted' : 'forbidden') : 'refused'
    const asBearer = attempt('as a bearer token', expected, `Bearer ${value}`, harmlessPath(operation, value))
    if (!own) return [asBearer]
    const path = harmlessPath(operation, 'x')
    const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`
    return [
      asBearer,
      attempt('behind a scheme in capitals', expected, `BEARER ${value}`, harmlessPath(operation, value)),
      attempt('without a scheme', 'refused', value),
      attempt('behind another scheme', 'refused', `Token ${value}`),
      attempt('as the user of Basic', 'refused', basic(`${value}:`)),
      attempt('as the password of Basic', 'refused', basic(`user:${value}`)),
      attempt('twice', 'refused', `Bearer ${value} ${value}`),
      attempt('in quotes', 'refused', `Bearer "${value}"`),
      attempt('in the query', 'refused', undefined, `${path}?access_token=${value}&token=${value}&${scheme}=${value}`),
    ]
  })
}

/** Every credential of another kind in every field and parameter that holds one, while everything else is right. */
function fieldAttempts(
  contract: Contract,
  operation: OperationEntry,
  credentials: readonly Credential[],
  pair: object,
): Attempt[] {
  if (isOperatorOperation(operation) && !tokenReaders.has(operation.operationId)) return []
  const parts = examplePartsOf(contract, operation)
  const { Authorization, ...headers } = parts.headers
  const isOperator = isOperatorOperation(operation)
  const bodyFields = Object.keys(propertiesOf(contract, operation)).filter((name) => credentialFields.has(name))
  const parameters = operation.parameters.filter(({ name }) => credentialFields.has(name))
  const body = { ...parts.example, ...(operation.operationId === 'refreshTokenPair' && pair) }
  return credentials.flatMap((credential): Attempt[] => {
    const attempt = (place: string, path: string, given: object | undefined): Attempt => ({
      contract,
      operation,
      credential,
      place,
      expected: 'refused',
      bytes: encode(operation, {
        path,
        headers: { ...headers, ...(isOperator && Authorization !== undefined && { Authorization }) },
        body: given && JSON.stringify(given),
      }),
    })
    const at = (name: string): string => `${operation.operationId}.${name}`
    const inBody = bodyFields
      .filter((name) => !isOwnKind(credential, at(name)))
      .map((name) => attempt(`in ${name} of the body`, parts.path, { ...body, [name]: credential.value }))
    const inParameters = parameters
      .filter(({ name }) => !isOwnKind(credential, at(name)))
      .map((parameter) => {
        const value = encodeURIComponent(credential.value)
        const path =
          parameter.in === 'path'
            ? operation.path.replace(`{${parameter.name}}`, value)
            : `${parts.path}?${parameter.name}=${value}`
        return attempt(`in ${parameter.name} of the ${parameter.in}`, path, operation.body && {})
      })
    return [...inBody, ...inParameters]
  })
}

/** The kinds of credentials that a field takes. What they open there is shown by the contracts' examples. */
const ownKinds: readonly [field: RegExp, kind: RegExp][] = [
  [
    /^introspectToken\.token$/,
    /^(demo |imported )?(gateway token|security token|JWT of an access key)$|^(refreshed )?access token$|^refresh token$/,
  ],
  [/^revokeLeakedGatewayToken\.token$/, /^(demo |imported )?gateway token$/],
  [/\.token_link$/, /^token link$/],
  [/AccountToken.*\.token$/, /^(demo )?security token$/],
  [/^createTokenPair\.username$/, /^user name$/],
  [/^createTokenPair\.password$/, /^password$/],
]

function isOwnKind({ what }: Credential, field: string): boolean {
  return ownKinds.some(([fields, kinds]) => fields.test(field) && kinds.test(what))
}

function propertiesOf({ document }: Contract, { body }: OperationEntry): JsonObject {
  if (!body) return {}
  const { schema } = resolved(document, body.at) as { schema: JsonObject }
  return (schema.properties ?? {}) as JsonObject
}

/**
 * A request that changes nothing even where its caller is accepted: who calls is judged before the body. Where a form may hold the credentials it is
 * judged after it, and the form has none.
 */
function harmlessPartsOf(contract: Contract, operation: OperationEntry) {
  const parts = examplePartsOf(contract, operation)
  const form = operation.security.find(({ scheme }) => scheme.kind === 'form')?.scheme
  if (form?.kind !== 'form') return { ...parts, body: operation.body && '{"' }
  const { [form.username]: _name, [form.password]: _secret, ...fields } = parts.example
  return { ...parts, body: encodeExample(operation, fields) }
}

/** A path whose ids lead nowhere. @param token what stands in a parameter of this name, which is judged with the header */
function harmlessPath({ path }: OperationEntry, token: string): string {
  const nowhere: Readonly<Record<string, string>> = { token: encodeURIComponent(token), uid: '999999' }
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => nowhere[name] ?? '0199f1aa-0000-7000-8000-000000000000')
}

async function faultOf(
  { operation, credential, expected, bytes }: Attempt,
  base: URL,
  judge: Judge,
): Promise<string | undefined> {
  // Wrong passwords of one user wait for one another.
  const outcome = await sendBytes(base, bytes, 10_000)
  const fault = judge.faultOf({ group: 'credentials', what: '', operation, bytes }, outcome)
  if (fault || outcome.kind !== 'answered') return fault ?? outcome.kind
  const { status, headers, body } = outcome
  const isJson = headers.get('content-type')?.endsWith('json')
  const wasRefused = isRefusal(status, isJson ? JSON.parse(body) : undefined)
  const shown = `${[...headers.values()].join('\n')}\n${body}`
  const isAsExpected = {
    accepted: ![401, 403].includes(status) && (operation.replies[401] !== undefined || !wasRefused),
    forbidden: status === 403,
    refused: wasRefused && status !== 403,
  }[expected]
  if (!isAsExpected) return `${status} ${body.slice(0, 200)}`
  if (wasRefused && shown.includes(credential.value)) return `shown in the answer: ${body.slice(0, 200)}`
  return undefined
}
