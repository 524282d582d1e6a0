import { type Example, encodeExample } from '../examples.js'
import { isForm, isText } from '../media-type.js'
import { type CallPlan, keysOf, type PlannedCall, partsOf, type Variable } from './call-plan.js'
import { urlParts } from './curl.js'

/** The calls for Python 3 with the package `requests`. */
export function pythonSample(plan: CallPlan): string {
  const last = plan.calls.length - 1
  const steps = plan.calls.map((call, at) => (at === last ? lastStep(plan, call) : step(plan, call)))
  return ['import requests', ...steps].join('\n\n')
}

function lastStep(plan: CallPlan, { example }: PlannedCall): string {
  return `response = ${requestCall(plan, example)}\nprint(response.status_code, response.text)`
}

function step(plan: CallPlan, { example, variables, isServed }: PlannedCall): string {
  const { method, path } = example.operation
  if (!isServed) {
    return variables.map((one) => `${pythonName(one)} = "…"  # of ${method} ${path}, on the other listener`).join('\n')
  }
  const request = requestCall(plan, example)
  const [first, ...others] = variables
  if (first && others.length === 0) return `${pythonName(first)} = ${request}${extraction(first)}`
  return [`answer = ${request}`, ...variables.map((one) => `${pythonName(one)} = answer${extraction(one)}`)].join('\n')
}

function extraction({ pointer }: Variable): string {
  const keys = keysOf(pointer)
  return keys.length === 0 ? '.text' : `.json()${keys.map((key) => `[${JSON.stringify(key)}]`).join('')}`
}

function requestCall({ origin, variables }: CallPlan, example: Example): string {
  const { operation, headers, body } = example
  const mediaType = operation.body?.mediaType
  const isSentAsIs = body !== undefined && mediaType !== undefined && (isText(mediaType) || body === null)
  const sent = isSentAsIs ? { ...headers, 'Content-Type': mediaType } : headers
  const lines = [
    text(urlParts(origin, example, variables)),
    ...(Object.keys(sent).length > 0 ? [`headers=${literal(sent, variables, 1)}`] : []),
    ...(body === undefined || mediaType === undefined ? [] : [bodyArgument(example, mediaType, variables)]),
  ]
  return `requests.${operation.method.toLowerCase()}(\n${lines.map((line) => `    ${line},\n`).join('')})`
}

function bodyArgument({ operation, body }: Example, mediaType: string, variables: readonly Variable[]): string {
  if (isForm(mediaType)) return `data=${literal(body, variables, 1)}`
  // Without a value `requests` would send no body.
  if (isText(mediaType) || body === null) return `data=${text(partsOf(encodeExample(operation, body), variables))}`
  return `json=${literal(body, variables, 1)}`
}

/** A value as Python writes it. Objects that fit stand in one line. */
function literal(value: unknown, variables: readonly Variable[], depth: number): string {
  if (typeof value === 'string') return text(partsOf(value, variables))
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value !== 'object') return String(value)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const members = Array.isArray(value)
    ? value.map((item) => literal(item, variables, depth + 1))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${literal(item, variables, depth + 1)}`)
  const line = `${open}${members.join(', ')}${close}`
  if (line.length <= 60 && !line.includes('\n')) return line
  const indent = '    '.repeat(depth + 1)
  return `${open}\n${members.map((member) => `${indent}${member},\n`).join('')}${'    '.repeat(depth)}${close}`
}

/** A string, formatted where it has variables; a variable alone is its own value. */
function text(parts: readonly (string | Variable)[]): string {
  const [first] = parts
  if (parts.length === 1 && typeof first === 'object') return pythonName(first)
  if (parts.every((part) => typeof part === 'string')) return JSON.stringify(parts.join(''))
  const written = parts.map((part) =>
    typeof part === 'string'
      ? JSON.stringify(part).slice(1, -1).replaceAll('{', '{{').replaceAll('}', '}}')
      : `{${pythonName(part)}}`,
  )
  return `f"${written.join('')}"`
}

function pythonName({ name }: Variable): string {
  return name.replaceAll(/(?=[A-Z])/g, '_').toLowerCase()
}
