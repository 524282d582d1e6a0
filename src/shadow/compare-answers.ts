import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { Contract, OperationEntry, ReplyEntry } from '../contract/contract.js'
import { examplesOf } from '../contract/examples.js'
import { isJson } from '../contract/media-type.js'
import { ReplyValidators } from '../contract/reply-validators.js'
import { schemaDifferences } from '../verify/check-reply.js'
import { type BodyDifference, differencesBetween, isSameTime, where } from '../verify/compare-example.js'
import { tokenDifferences } from './compare-tokens.js'
import type { ServerAnswer } from './exchange.js'

/** Where two answers differ, without a value of either. */
export interface ShadowDifference {
  /** `status`, `media type`, `header NAME`, `body POINTER` with `*` for the place in a list, `body POINTER claim NAME`. */
  readonly at: string
  readonly what: string
}

/** A decoded answer is no longer than this. */
const maxDecodedBytes = 1024 * 1024

/** Of one call. Servers that differ in more have nothing in common. */
const maxDifferences = 50

/** Headers of which only the presence is compared: their values are of the moment. */
const momentary: ReadonlySet<string> = new Set(['retry-after'])

/** Compares the answers of two servers to one request, by what the contract says about that answer. */
export class AnswerComparison {
  readonly #validators: ReplyValidators
  /** JSON pointers of what a server issues, by operation and status. */
  readonly #volatile = new Map<string, Set<string>>()

  constructor(contract: Contract) {
    this.#validators = new ReplyValidators(contract)
    for (const { operation, status, volatile } of examplesOf(contract).examples) {
      const key = keyOf(operation, status)
      const pointers = this.#volatile.get(key) ?? new Set()
      for (const pointer of volatile) pointers.add(withoutPlaces(pointer))
      this.#volatile.set(key, pointers)
    }
  }

  /** Answers of one status are compared as far as the contract describes them; no difference repeats a value. */
  differences(operation: OperationEntry, old: ServerAnswer, fresh: ServerAnswer): ShadowDifference[] {
    if (old.status !== fresh.status) return [{ at: 'status', what: `${old.status} → ${fresh.status}` }]
    const entry = operation.replies[old.status]
    if (!entry) return []
    const found = [...headerDifferences(entry, old, fresh), ...this.#bodyDifferences(operation, entry, old, fresh)]
    // One of each kind: a list may differ in each of its items.
    const printable = found.map(({ at, what }) => ({ at: printablePlace(at), what }))
    return [...new Map(printable.map((one) => [`${one.at} ${one.what}`, one])).values()].slice(0, maxDifferences)
  }

  #bodyDifferences(
    operation: OperationEntry,
    { content }: ReplyEntry,
    old: ServerAnswer,
    fresh: ServerAnswer,
  ): ShadowDifference[] {
    if (!content) return old.body.length === fresh.body.length ? [] : [{ at: 'body', what: 'another length' }]
    const types = [old, fresh].map(({ headers }) =>
      (headers['content-type'] ?? 'none').toLowerCase().replaceAll(' ', ''),
    )
    const found: ShadowDifference[] = types[0] === types[1] ? [] : [{ at: 'media type', what: 'another value' }]
    const read = isJson(content.mediaType) ? (text: string): unknown => JSON.parse(text) : (text: string) => text
    const bodies = [old, fresh].map((answer) => {
      try {
        return { value: read(decodedText(answer)) }
      } catch {
        return undefined
      }
    })
    const [one, other] = bodies
    if (!one && !other) return found
    if (!one || !other) return [...found, { at: 'body', what: `cannot be read from the ${one ? 'new' : 'old'} server` }]
    const volatile = this.#volatile.get(keyOf(operation, old.status)) ?? new Set()
    return [...found, ...valueDifferences(one.value, other.value, volatile), ...this.#breaches(content.at, other.value)]
  }

  /** Where the new server itself does not keep the contract. */
  #breaches(at: `#${string}`, body: unknown): ShadowDifference[] {
    const validate = this.#validators.of(at)
    if (validate(body)) return []
    return schemaDifferences(validate.errors ?? [], body).map((difference) => ({
      at: withoutPlaces(difference.at),
      what: 'the new server breaks the contract',
    }))
  }
}

function* headerDifferences(entry: ReplyEntry, old: ServerAnswer, fresh: ServerAnswer): Generator<ShadowDifference> {
  for (const { name } of entry.headers) {
    const key = name.toLowerCase()
    const [one, other] = [old, fresh].map(({ headers }) => headers[key]?.toString())
    const at = `header ${name}`
    if (one === undefined && other !== undefined) yield { at, what: 'only the new server has it' }
    else if (one !== undefined && other === undefined) yield { at, what: 'only the old server has it' }
    else if (one !== other && !momentary.has(key)) yield { at, what: 'another value' }
  }
}

/** What servers issue is held against its schema alone, and tokens by what they say of their holder; times have to have one form. */
function valueDifferences(old: unknown, fresh: unknown, volatile: ReadonlySet<string>): ShadowDifference[] {
  const found: ShadowDifference[] = []
  const differing = differencesBetween(old, fresh, (pointer, one, other) => {
    if (!volatile.has(withoutPlaces(pointer))) return isSameTime(one, other)
    found.push(...tokenDifferences(where(withoutPlaces(pointer)), one, other))
    return true
  })
  return [...found, ...differing.map((one) => ({ at: where(withoutPlaces(one.pointer)), what: kindOf(one) }))]
}

function kindOf({ one, other }: BodyDifference): string {
  if (other === undefined) return 'only the old server has it'
  if (one === undefined) return 'only the new server has it'
  if (Array.isArray(one) && Array.isArray(other)) return `${one.length} → ${other.length} items`
  return typeof one === typeof other && (one === null) === (other === null) ? 'another value' : 'another type'
}

/** The text of a body, at most 1 MiB of it. Servers compress for callers who say that they can read it. */
function decodedText({ headers, body }: ServerAnswer): string {
  const options = { maxOutputLength: maxDecodedBytes }
  switch (headers['content-encoding']?.toLowerCase() ?? 'identity') {
    case 'identity':
      return body.toString('utf8')
    case 'gzip':
    case 'x-gzip':
      return gunzipSync(body, options).toString('utf8')
    case 'deflate':
      return inflateSync(body, options).toString('utf8')
    case 'br':
      return brotliDecompressSync(body, options).toString('utf8')
    default:
      throw new Error('unknown encoding')
  }
}

function keyOf({ operationId }: OperationEntry, status: number): string {
  return `${operationId} ${status}`
}

/** `/tokens/0/description` as `/tokens/*\/description`: the same field of each item is one place. */
function withoutPlaces(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*')
}

/** Names of members that an answer made up, and may be secrets, are left out. */
function printablePlace(at: string): string {
  return at.replaceAll(/[^ /]+/g, (part) =>
    /^[A-Za-z_*-][\w.-]{0,39}$/.test(part) && !/\d.*\d.*\d/.test(part) ? part : '…',
  )
}
