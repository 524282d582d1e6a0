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
  /** Where the parameter object stands in the document. */
  readonly at: Pointer
}

/** The one media type of a request body or a reply, and where its media type object stands in the document. */
export interface Content {
  readonly mediaType: string
  readonly at: Pointer
}

/** A reply of one status. */
export interface ReplyEntry {
  readonly at: Pointer
  /** Absent where the reply has no body. */
  readonly content?: Content
  /** Headers whose schema is a constant: the server sets them. Names in lower case. */
  readonly constantHeaders: Readonly<Record<string, string>>
  /** Headers that a handler gives. Names in lower case. */
  readonly variableHeaders: readonly string[]
  /** True where the reply is a protocol failure, which the API's `failures` answers and no handler does. */
  readonly protocol: boolean
}

/** One operation of a contract, as the machinery needs it. */
export interface OperationEntry {
  readonly operationId: string
  readonly method: HttpMethod
  /** The path template of the document, such as `/v1/frontend/auth/{account_id}`. */
  readonly path: string
  readonly at: Pointer
  readonly internal: boolean
  /** The security scheme that the operation demands, if any. */
  readonly security?: string
  /** The roles that may call it, of which the caller needs one; absent where the scheme knows no roles. */
  readonly roles?: readonly string[]
  /** The largest body in bytes, where it is not the server's usual one. */
  readonly bodyLimit?: number
  readonly parameters: readonly Parameter[]
  /** Absent where the operation takes no body; one that comes all the same is ignored. */
  readonly body?: Content
  readonly replies: Readonly<Record<number, ReplyEntry>>
}

/** A contract as a value: `generated/NAME/contract.ts` exports one. */
export interface Contract {
  /** The name of the file in `openapi/`, without `.yaml`. */
  readonly name: string
  /** The OpenAPI document, references and all, as JSON. */
  readonly document: JsonObject
  readonly operations: Readonly<Record<string, OperationEntry>>
  /** Whether query parameters that an operation does not declare are refused. */
  readonly closedParameters: boolean
  readonly securitySchemes: readonly string[]
  /** The protocol failures by status. */
  readonly protocolReplies: Readonly<Record<number, ReplyEntry>>
}
