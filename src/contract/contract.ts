/** A value as JSON can hold it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** A JSON pointer into a contract's document, as a URI fragment (`#/paths/~1login/post`). */
export type Pointer = `#${string}`

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A path, query or header parameter of an operation. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  /** Whether any text is taken, also one that the schema does not describe or with characters that other parameters refuse (`x-any-text`). */
  readonly acceptsAnyText: boolean
  /** Where the parameter object stands in the document. */
  readonly at: Pointer
}

/** The one media type of a request body or a reply, and where its media type object stands in the document. */
export interface Content {
  readonly mediaType: string
  readonly at: Pointer
}

/** How a caller presents a credential: in `Authorization`, in a header of its own or in two fields of the form. */
export type SecurityScheme =
  | { readonly kind: 'bearer' | 'basic'; readonly header: 'authorization' }
  /** The name of the header in lower case. */
  | { readonly kind: 'apiKey'; readonly header: string }
  /** Judged after the body was read (`x-form-credentials`). */
  | { readonly kind: 'form'; readonly username: string; readonly password: string }

/** One of the schemes under which an operation can be called. */
export interface SecurityAlternative {
  /** The name of the scheme. */
  readonly name: string
  readonly scheme: SecurityScheme
  /** The roles that may call, of which the caller needs one; empty where the scheme knows no roles. */
  readonly roles: readonly string[]
}

/** A header of a reply. */
export interface ReplyHeader {
  /** As the document writes it. */
  readonly name: string
  readonly required: boolean
  /** The value of a header whose schema is a constant, a number or a boolean as text: the server sets it. */
  readonly constant?: string
}

/** A reply of one status. */
export interface ReplyEntry {
  readonly at: Pointer
  /** Absent where the reply has no body. */
  readonly content?: Content
  /** All but `X-Request-Id`, which every answer has. */
  readonly headers: readonly ReplyHeader[]
  /** True where the reply is a protocol failure, which no handler answers. */
  readonly isProtocolFailure: boolean
}

/** One operation of a contract, as the machinery needs it. */
export interface OperationEntry {
  readonly operationId: string
  readonly method: HttpMethod
  /** The path template of the document, such as `/v1/frontend/auth/{account_id}`. */
  readonly path: string
  /** Where the operation object stands in the document. */
  readonly at: Pointer
  readonly isInternal: boolean
  /** Whether its refusals are failed sign-ins. */
  readonly isSignIn: boolean
  /** Whether it is answered while the database is away. */
  readonly needsNoDatabase: boolean
  /** Whether a call changes nothing but adds a session at most: every GET, and what is marked `x-safe`. */
  readonly isSafe: boolean
  /** The schemes of which a caller needs one, in the order of the contract; that of a form comes last. Empty: anybody may call. */
  readonly security: readonly SecurityAlternative[]
  /** Whether a caller without a credential is let in (`{}` among the alternatives). */
  readonly isCredentialOptional: boolean
  /** Under which action a call stands in the audit. */
  readonly auditAction?: string
  /** The largest body in bytes: `x-body-limit` of the operation, or else of the document. */
  readonly maxBodyBytes: number
  readonly parameters: readonly Parameter[]
  /** Absent where the operation takes no body; one that comes all the same is ignored. */
  readonly body?: Content
  /** Whether the operation takes a body and can do without one: an absent one, or an empty object, is not held against the schema. */
  readonly isBodyOptional: boolean
  readonly replies: Readonly<Record<number, ReplyEntry>>
}

/** A contract as the machinery uses it: `readContract` makes it of the OpenAPI document. */
export interface Contract {
  /** The name of the file in `openapi/`, without `.yaml`. */
  readonly name: string
  /** The OpenAPI document, references and all, as JSON. */
  readonly document: JsonObject
  /** Below which path of the server all of its paths are; they have it as their beginning. */
  readonly basePath?: string
  /** By operationId. */
  readonly operations: Readonly<Record<string, OperationEntry>>
  /** Whether query parameters that an operation does not declare are refused. */
  readonly hasClosedParameters: boolean
  /** The reply of malformed and invalid requests: its status is 400, or 200 where the API documents no other. */
  readonly invalidRequestReply: { readonly status: number; readonly entry: ReplyEntry }
  /** The other protocol failures by status: 405, 413, 415, 429 (where an operation may answer it), 500, 503. */
  readonly protocolReplies: Readonly<Record<number, ReplyEntry>>
}
