import { NoRole, TooManyFailures, Unavailable } from '../errors.js'

/** What a schema found wrong with a value: Ajv's error object, as far as it is used. */
export interface SchemaError {
  readonly keyword: string
  /** The JSON pointer of the value. */
  readonly instancePath: string
  /** Where the keyword stands in the schema. */
  readonly schemaPath?: string | undefined
  // biome-ignore lint/suspicious/noExplicitAny: its members depend on the keyword
  readonly params: Readonly<Record<string, any>>
  readonly message?: string | undefined
  readonly data?: unknown
  /** The schema that has the keyword. */
  readonly parentSchema?: Readonly<Record<string, unknown>> | undefined
}

export type InputPart = 'body' | 'path' | 'query' | 'header'

/** Why input cannot be read: it is not JSON (or not a form), or has characters or keys that nothing accepts. */
export type MalformedReason =
  | 'the request body is not valid JSON'
  | 'the request body is not a valid form'
  | 'the request holds a character that is not allowed'
  | 'the request body holds a key that is not allowed'

/** A request that cannot be read or that its schema refuses. The API words the answer; neither has input or an engine's message in it. */
export type RequestFailure =
  | { readonly kind: 'malformed'; readonly reason: MalformedReason }
  | { readonly kind: 'invalid'; readonly in: InputPart; readonly errors: readonly SchemaError[] }

/** A failure with one answer for all operations of an API, which stands in the contract. */
export interface ProtocolFailure {
  readonly kind: 'protocol'
  readonly status: 403 | 405 | 413 | 415 | 429 | 500 | 503
  /** After how many seconds a further try makes sense. */
  readonly retryAfterSeconds?: number
}

export type Failure = RequestFailure | ProtocolFailure

/** Thrown by parsers for input that cannot be read. */
export class MalformedInput extends Error {
  override readonly name = 'MalformedInput'
  constructor(readonly reason: MalformedReason) {
    super(reason)
  }
}

/** Thrown for a field of the body that its schema accepts but the operation cannot. It is answered like a schema error. */
export class UnacceptableField extends Error {
  override readonly name = 'UnacceptableField'
  readonly errors: readonly SchemaError[]

  /**
   * @param field its name
   * @param complaint what is wrong with it, in words that may be shown: never its value
   */
  constructor(field: string, complaint: string) {
    super(complaint)
    this.errors = [{ keyword: 'unacceptable', instancePath: `/${field}`, params: {}, message: complaint }]
  }
}

/** Thrown for a body that says it is larger than the operation accepts. */
export class PayloadTooLarge extends Error {
  override readonly name = 'PayloadTooLarge'
}

/** Thrown for a body of another media type than the contract declares. */
export class UnsupportedMediaType extends Error {
  override readonly name = 'UnsupportedMediaType'
}

const inputParts: Readonly<Record<string, InputPart>> = {
  body: 'body',
  params: 'path',
  querystring: 'query',
  headers: 'header',
}

/** Classifies anything thrown during a call. What is not known is an internal failure (500). */
export function toFailure(error: unknown): Failure {
  if (error instanceof MalformedInput) return { kind: 'malformed', reason: error.reason }
  if (error instanceof UnacceptableField) return { kind: 'invalid', in: 'body', errors: error.errors }
  if (error instanceof PayloadTooLarge) return { kind: 'protocol', status: 413 }
  if (error instanceof UnsupportedMediaType) return { kind: 'protocol', status: 415 }
  if (error instanceof NoRole) return { kind: 'protocol', status: 403 }
  if (error instanceof TooManyFailures) {
    return { kind: 'protocol', status: 429, retryAfterSeconds: error.retryAfterSeconds }
  }
  if (error instanceof Unavailable) return { kind: 'protocol', status: 503, retryAfterSeconds: error.retryAfterSeconds }
  return fastifyFailure(error) ?? { kind: 'protocol', status: 500 }
}

/** The failures that Fastify itself finds. */
function fastifyFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, validation, validationContext } = error as Error & {
    code?: unknown
    validation?: readonly SchemaError[]
    validationContext?: string
  }
  if (validation) return { kind: 'invalid', in: inputParts[validationContext ?? ''] ?? 'body', errors: validation }
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { kind: 'protocol', status: 413 }
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { kind: 'protocol', status: 415 }
    default:
      return undefined
  }
}

/** What a promise was rejected with, as an error: without one Fastify goes on as if nothing had failed. */
export function toError(reason: unknown): Error {
  return reason instanceof Error
    ? reason
    : new Error('a promise was rejected with a value that is not an error', { cause: reason })
}
