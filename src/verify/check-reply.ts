import type { ErrorObject } from 'ajv'
import type { Contract, JsonObject, ReplyEntry } from '../contract/contract.js'
import { child, isObject, resolved } from '../contract/document.js'
import { isJson } from '../contract/media-type.js'
import { ReplyValidators } from '../contract/reply-validators.js'
import { schemaCompiler } from '../contract/validation.js'
import { compareExample, where } from './compare-example.js'
import type { Answer } from './exchange.js'
import type { Difference, Probe } from './probe.js'

/** Holds answers against the replies that a contract documents: status, headers, media type and body. */
export class ReplyCheck {
  readonly #contract: Contract
  readonly #validators: ReplyValidators
  /** Headers arrive as text. */
  readonly #compileHeader = schemaCompiler({ coerceTypes: true })

  constructor(contract: Contract) {
    this.#contract = contract
    this.#validators = new ReplyValidators(contract)
  }

  /** Where an answer is not the reply that a probe expects. */
  differences(probe: Probe, answer: Answer): Difference[] {
    const { status, entries } = probe.expected
    if (answer.status !== status) return [this.#wrongStatus(probe, answer)]
    return entries.flatMap((entry, at) => [
      ...this.#headers(probe, entry, answer),
      // What further entries have in common with the first one is told once.
      ...this.#content(probe, entry, answer, at === 0),
    ])
  }

  #wrongStatus({ operation, expected }: Probe, { status, headers }: Answer): Difference {
    const note = status in operation.replies ? '' : ', which the operation does not document'
    const location = headers.get('location')
    return {
      at: 'status',
      expected: String(expected.status),
      actual: `${status}${note}${location === null ? '' : ` (to ${location})`}`,
    }
  }

  *#headers({ operation, expected }: Probe, entry: ReplyEntry, { status, headers }: Answer): Generator<Difference> {
    const declared = (resolved(this.#contract.document, entry.at) as JsonObject).headers
    for (const [name, header] of Object.entries(isObject(declared) ? declared : {})) {
      const { schema, required } = header as { schema: JsonObject; required?: boolean }
      const value = headers.get(name)
      const isConstant = 'const' in schema
      const rule = isConstant ? String(schema.const) : 'a value'
      if (value === null) {
        if (required || isConstant) yield { at: `header ${name}`, expected: rule, actual: 'no such header' }
        continue
      }
      const validate = this.#compileHeader({ type: 'object', properties: { value: schema } })
      if (!validate({ value }))
        yield { at: `header ${name}`, expected: ruleOf(validate.errors?.[0]) ?? rule, actual: value }
    }
    const challenge = headers.get('www-authenticate')
    const kinds = operation.security.flatMap(({ scheme }) => (/basic|bearer/.test(scheme.kind) ? [scheme.kind] : []))
    if (
      status === 401 &&
      challenge !== null &&
      kinds.length > 0 &&
      !kinds.some((kind) => startsWithWord(challenge, kind))
    )
      yield { at: 'header WWW-Authenticate', expected: `a challenge of the scheme ${kinds[0]}`, actual: challenge }
    const allowed = (headers.get('allow') ?? '').split(',').map((method) => method.trim())
    const missing = expected.allow?.filter((method) => !allowed.includes(method)) ?? []
    if (headers.has('allow') && missing.length > 0)
      yield { at: 'header Allow', expected: expected.allow?.join(', ') ?? '', actual: allowed.join(', ') }
  }

  *#content({ expected }: Probe, { content }: ReplyEntry, answer: Answer, isFirst: boolean): Generator<Difference> {
    const type = answer.headers.get('content-type')
    if (!content) {
      if (answer.text !== '') yield { at: 'body', expected: 'no body', actual: `${answer.text.length} characters` }
      return
    }
    if (essence(type ?? '') !== essence(content.mediaType)) {
      if (isFirst) yield { at: 'media type', expected: content.mediaType, actual: type ?? 'none' }
      return
    }
    let body: unknown = answer.text
    if (isJson(content.mediaType)) {
      try {
        body = JSON.parse(answer.text)
      } catch {
        if (isFirst) yield { at: 'body', expected: 'JSON', actual: answer.text === '' ? 'no body' : answer.text }
        return
      }
    }
    const validate = this.#validators.of(content.at)
    if (!validate(body)) return yield* schemaDifferences(validate.errors ?? [], body)
    if (expected.example && isFirst) yield* this.#example(expected.example, content.at, body)
  }

  #example(
    { value, volatile, isExact }: NonNullable<Probe['expected']['example']>,
    at: `#${string}`,
    body: unknown,
  ): Difference[] {
    if (isExact) return compareExample(value, body, volatile)
    const [expected, actual] = [value, body].map((one) => this.#alternative(at, one))
    return expected === actual ? [] : [{ at: 'body', expected: `${expected}`, actual: `${actual}` }]
  }

  /** Which of the alternatives of a schema (`oneOf`) a body is. */
  #alternative(at: `#${string}`, body: unknown): string {
    const schema = resolved(this.#contract.document, child(at, 'schema')) as JsonObject
    const alternatives = Array.isArray(schema.oneOf) ? (schema.oneOf as readonly JsonObject[]) : []
    const found = alternatives.findIndex((one) => this.#validators.ajv.validate(one, body))
    return found < 0 ? 'another form' : String(alternatives[found]?.description ?? `alternative ${found + 1}`)
  }
}

/** Where a body breaks its schema. */
export function schemaDifferences(errors: readonly ErrorObject[], body: unknown): Difference[] {
  return leafErrors(errors).map((error) => schemaDifference(error, body))
}

function startsWithWord(text: string, word: string): boolean {
  return text.toLowerCase().split(/[\s,]/, 1)[0] === word.toLowerCase()
}

function essence(type: string): string {
  return (type.split(';', 1)[0] ?? '').trim().toLowerCase()
}

/** The errors that tell most: of `oneOf` those of the alternatives, unless none of these is there. */
function leafErrors(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const leaves = errors.filter(({ keyword }) => !['oneOf', 'anyOf', 'allOf', 'if'].includes(keyword))
  return (leaves.length > 0 ? leaves : errors).slice(0, 5)
}

function schemaDifference(error: ErrorObject, body: unknown): Difference {
  const { instancePath, keyword, params } = error
  if (keyword === 'required')
    return { at: where(`${instancePath}/${params.missingProperty}`), expected: 'a value', actual: 'nothing' }
  if (keyword === 'additionalProperties')
    return {
      at: where(`${instancePath}/${params.additionalProperty}`),
      expected: 'nothing, since the schema is closed',
      actual: 'a value',
    }
  const value = instancePath
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key.replaceAll('~1', '/')], body)
  return { at: where(instancePath), expected: ruleOf(error) ?? keyword, actual: JSON.stringify(value) ?? 'nothing' }
}

function ruleOf(error: ErrorObject | undefined): string | undefined {
  if (!error) return undefined
  const { keyword, params, message } = error
  if (keyword === 'const') return JSON.stringify(params.allowedValue)
  if (keyword === 'enum') return `one of ${JSON.stringify(params.allowedValues)}`
  return message
}
