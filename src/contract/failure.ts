import type { ErrorObject } from 'ajv/dist/2020.js'
import { Unavailable } from '../errors.js'

/** What was found wrong with a value by its schema. */
export type SchemaError = ErrorObject

/**
 * Everything that can go wrong with a call besides the replies that its operation declares. An API's `failures` turns it
 * into a reply in the API's own envelope. None of it carries input or an engine's message.
 */
export type Failure =
  /** The input cannot be read. `reason` is a sentence of ours without a full stop. */
  | { readonly kind: 'malformed'; readonly reason: MalformedReason }
  | { readonly kind: 'invalid'; readonly in: InputPart; readonly errors: readonly SchemaError[] }
  | { readonly kind: 'method-not-allowed' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unsupported-media-type' }
  /** `retryAfter` in seconds. */
  | { readonly kind: 'too-many-requests'; readonly retryAfter: number }
  | { readonly kind: 'unavailable'; readonly retryAfter: number }
  | { readonly kind: 'internal' }

export type InputPart = 'body' | 'path' | 'query' | 'header'

/** Why input cannot be read: it is no JSON (or no form), or has characters or keys that nothing accepts. */
export type MalformedReason =
  | 'the request body is not valid JSON'
  | 'the request body is not a valid form'
  | 'the request body is incomplete'
  | 'the request holds a character that is not allowed'
  | 'the request body holds a key that is not allowed'

/** Thrown by parsers for input that cannot be read. */
export class MalformedInput extends Error {
  override readonly name = 'MalformedInput'
  constructor(readonly reason: MalformedReason) {
    super(reason)
  }
}

/** Thrown for a field of the body that its schema lets through but that cannot be taken. Answered as what a schema refuses. */
export class UnacceptableField extends Error {
  override readonly name = 'UnacceptableField'
  readonly validation: readonly SchemaError[]

  /**
   * @param field its name
   * @param complaint what is wrong with it, in words that may be shown: never its value
   */
  constructor(field: string, complaint: string) {
    super(complaint)
    this.validation = [
      { keyword: 'unacceptable', instancePath: `/${field}`, schemaPath: '', params: {}, message: complaint },
    ]
  }
}

const parts: Readonly<Record<string, InputPart>> = {
  body: 'body',
  params: 'path',
  querystring: 'query',
  headers: 'header',
}

/** Classifies anything thrown during a call. What is not known is an internal failure. */
export function toFailure(error: unknown): Failure {
  if (error instanceof MalformedInput) return { kind: 'malformed', reason: error.reason }
  if (error instanceof Unavailable) return { kind: 'unavailable', retryAfter: error.retryAfterSeconds }
  if (!(error instanceof Error)) return { kind: 'internal' }
  const { code, validation, validationContext } = error as Error & {
    code?: unknown
    validation?: readonly SchemaError[]
    validationContext?: string
  }
  if (validation) return { kind: 'invalid', in: parts[validationContext ?? ''] ?? 'body', errors: validation }
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { kind: 'too-large' }
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { kind: 'unsupported-media-type' }
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'ECONNRESET':
      return { kind: 'malformed', reason: 'the request body is incomplete' }
    default:
      return { kind: 'internal' }
  }
}
