import type { OperationEntry } from '../contract.js'
import { type Example, encodeExample } from '../examples.js'
import { isForm } from '../media-type.js'
import { type CallPlan, encodedParts, keysOf, type PlannedCall, partsOf, type Variable } from './call-plan.js'

/** The calls for a POSIX shell with curl and sed. */
export function curlSample(plan: CallPlan): string {
  return plan.calls.map((call, at) => step(plan, call, at === plan.calls.length - 1)).join('\n')
}

function step(plan: CallPlan, call: PlannedCall, isLast: boolean): string {
  if (isLast) return command(plan, call.example, plan.isQuiet ? ' -s' : '')
  if (!call.isServed) {
    const { method, path } = call.example.operation
    return call.variables
      .map((variable) => `${shellName(variable)}='…' # of ${method} ${path}, on the other listener`)
      .join('\n')
  }
  const answer = command(plan, call.example, ' -s')
  const [first, ...others] = call.variables
  if (!first) return answer
  if (others.length === 0) return `${shellName(first)}=$(${answer}${extraction(first)})`
  const name = `${call.example.operation.operationId.replaceAll(/(?=[A-Z])/g, '_').toUpperCase()}`
  return [
    `${name}=$(${answer})`,
    ...call.variables.map((one) => `${shellName(one)}=$(printf %s "$${name}"${extraction(one)})`),
  ].join('\n')
}

/** Takes a value out of JSON: the one behind the last key of that name. */
function extraction({ pointer }: Variable): string {
  const key = keysOf(pointer)
    .filter((one) => typeof one === 'string')
    .at(-1)
  return key === undefined ? '' : ` | sed 's/.*"${key}":"\\([^"]*\\)".*/\\1/'`
}

function command({ origin, variables }: CallPlan, example: Example, silent: string): string {
  const { operation, headers, body } = example
  const method = operation.method === (body === undefined ? 'GET' : 'POST') ? '' : ` -X ${operation.method}`
  const options = [
    ...Object.entries(headers).map(([name, value]) => `-H ${shellText(partsOf(`${name}: ${value}`, variables))}`),
    ...(body === undefined ? [] : bodyOptions(operation, body, variables)),
  ]
  return [`curl${silent}${method} ${shellText(urlParts(origin, example, variables))}`, ...options].join(' \\\n  ')
}

/** The fields of a form one by one, so that curl encodes them. */
function bodyOptions(operation: OperationEntry, body: unknown, variables: readonly Variable[]): string[] {
  const mediaType = operation.body?.mediaType
  if (mediaType === undefined) return []
  if (isForm(mediaType)) {
    return Object.entries(body as object).map(
      ([name, value]) => `--data-urlencode ${shellText(partsOf(`${name}=${value}`, variables))}`,
    )
  }
  return [`-H 'Content-Type: ${mediaType}'`, `-d ${shellText(partsOf(encodeExample(operation, body), variables))}`]
}

/** The URL of a call, encoded but for variables. */
export function urlParts(
  origin: string,
  { operation, params, query }: Example,
  variables: readonly Variable[],
): (string | Variable)[] {
  const path = operation.path
    .split(/(\{\w+\})/)
    .flatMap((part) => (/^\{\w+\}$/.test(part) ? encodedParts(params[part.slice(1, -1)] ?? '', variables) : [part]))
  const search = Object.entries(query).flatMap(([name, value], at) => [
    `${at === 0 ? '?' : '&'}${encodeURIComponent(name)}=`,
    ...encodedParts(value, variables),
  ])
  return joined([origin, ...path, ...search])
}

function joined(parts: readonly (string | Variable)[]): (string | Variable)[] {
  const result: (string | Variable)[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part
    else if (part !== '') result.push(part)
  }
  return result
}

/** A text for a shell: within double quotes where that needs no escape, else in single quotes with the variables between them. */
function shellText(parts: readonly (string | Variable)[]): string {
  const hasVariable = parts.some((part) => typeof part !== 'string')
  const isPlain = parts.every((part) => typeof part !== 'string' || !/["\\$`!]/.test(part))
  if (hasVariable && isPlain) {
    return `"${parts.map((part) => (typeof part === 'string' ? part : `$${shellName(part)}`)).join('')}"`
  }
  if (!hasVariable && /^[\w:/.?=&%+@,-]+$/.test(parts.join('')) && !/[?&]/.test(parts.join(''))) return parts.join('')
  return parts.map((part) => (typeof part === 'string' ? quoted(part) : `"$${shellName(part)}"`)).join('') || "''"
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function shellName({ name }: Variable): string {
  return name.replaceAll(/(?=[A-Z])/g, '_').toUpperCase()
}
