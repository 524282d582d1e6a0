// Copied by "npm run generate" from scripts/generate/runtime/. Do not edit.

import createFetchClient from 'openapi-fetch'

/** How a client reaches a server. */
export interface ClientOptions {
  /** Where the server is, without a trailing slash: `https://tokens.example.org`. */
  readonly baseUrl: string
  /** The bearer token for operations that demand one; a call may name another. */
  readonly token?: string
  /** The user name and password for operations under HTTP Basic; a call may name others. */
  readonly credentials?: BasicCredentials
  /** Another implementation of `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>
}

/** What HTTP Basic authentication presents. */
export interface BasicCredentials {
  /** Without a colon. */
  readonly username: string
  readonly password: string
}

type Member<T, Key extends PropertyKey> = T extends { [K in Key]?: infer Value } ? Value : never
type ContentOf<T> = NonNullable<T> extends { content: infer Content } ? Content[keyof Content] : never
/** A property that is absent, optional or required, as the contract has it. */
type Property<Name extends string, Value, Optional extends boolean> = [NonNullable<Value>] extends [never]
  ? { readonly [K in Name]?: never }
  : Optional extends true
    ? { readonly [K in Name]?: NonNullable<Value> }
    : { readonly [K in Name]: NonNullable<Value> }
type IsOptional<T, Key extends PropertyKey> = T extends { [K in Key]: unknown } ? false : true

/** What a call takes: `{ params, query, body, token }`, as far as the operation has them. */
export type ClientRequest<Op> = Property<'params', Member<Member<Op, 'parameters'>, 'path'>, false> &
  Property<'query', Member<Member<Op, 'parameters'>, 'query'>, true> &
  Property<'body', ContentOf<Member<Op, 'requestBody'>>, IsOptional<Op, 'requestBody'>> & {
    /** The bearer token of this call, instead of the client's. */
    readonly token?: string
    /** The user name and password of this call, instead of the client's. */
    readonly credentials?: BasicCredentials
    readonly signal?: AbortSignal
  }

/** One of the documented replies, told apart by `status`. */
export type ClientReply<Op> =
  Member<Op, 'responses'> extends infer Responses
    ? {
        [Status in keyof Responses]: {
          readonly status: Status
          readonly body: ContentOf<Responses[Status]>
          readonly headers: Headers
        }
      }[keyof Responses]
    : never

export type ClientOperation<Op> =
  Partial<ClientRequest<Op>> extends ClientRequest<Op>
    ? (request?: ClientRequest<Op>) => Promise<ClientReply<Op>>
    : (request: ClientRequest<Op>) => Promise<ClientReply<Op>>

/** The operations of a contract by operationId, as far as a client needs them. */
export type OperationTable = Readonly<Record<string, OperationTableEntry>>

export interface OperationTableEntry {
  readonly method: string
  /** The path template, such as `/v1/frontend/auth/{account_id}`. */
  readonly path: string
  /** The security scheme that the operation demands. */
  readonly security?: string
  /** The scheme is HTTP Basic; every other one takes a bearer token. */
  readonly isBasic?: true
  /** Under which action a call stands in the audit. */
  readonly auditAction?: string
  /** The media type of the request body. */
  readonly body?: string
  /** The media type of each documented reply, by status; `null` where it has no body. */
  readonly replies: Readonly<Record<number, string | null>>
}

/** The server answered with a status that the contract does not document for the operation. */
export class UndocumentedReply extends Error {
  override readonly name = 'UndocumentedReply'
  constructor(
    readonly operationId: string,
    readonly response: Response,
  ) {
    super(`${operationId} answered the undocumented status ${response.status}`)
  }
}

interface AnyRequest {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly token?: string
  readonly credentials?: BasicCredentials
  readonly signal?: AbortSignal
}

/**
 * The client of a contract; `generated/NAME/client.ts` gives it its types.
 * A call resolves with every documented reply, failures included; it rejects where the server cannot be reached or
 * answers what the contract does not document ({@link UndocumentedReply}).
 */
export function createContractClient<Client>(operations: OperationTable, options: ClientOptions): Client {
  const { baseUrl, token, credentials, ...rest } = options
  const client = createFetchClient<Record<string, never>>({ baseUrl, ...rest })

  async function call(operationId: string, operation: OperationTableEntry, request: AnyRequest): Promise<unknown> {
    const authorization = authorizationOf(operation, {
      token: request.token ?? token,
      credentials: request.credentials ?? credentials,
    })
    const { data, error, response } = await client.request(
      operation.method.toLowerCase() as 'get',
      operation.path as never,
      {
        params: { path: request.params, query: request.query },
        body: request.body,
        // The fetch client writes a body in the media type that is named here.
        headers: {
          ...(operation.body !== undefined && request.body !== undefined && { 'content-type': operation.body }),
          ...(authorization !== undefined && { authorization }),
        },
        parseAs: isText(operation) ? 'text' : 'json',
        ...(request.signal && { signal: request.signal }),
      } as never,
    )
    if (operation.replies[response.status] === undefined) throw new UndocumentedReply(operationId, response)
    return { status: response.status, body: data ?? error, headers: response.headers }
  }

  return Object.fromEntries(
    Object.entries(operations).map(([operationId, operation]) => [
      operationId,
      (request: AnyRequest = {}) => call(operationId, operation, request),
    ]),
  ) as Client
}

/** The header `Authorization` for an operation, where it demands one and there is what it demands. */
function authorizationOf(
  { security, isBasic }: OperationTableEntry,
  { token, credentials }: { token: string | undefined; credentials: BasicCredentials | undefined },
): string | undefined {
  if (security === undefined) return undefined
  if (!isBasic) return token === undefined ? undefined : `Bearer ${token}`
  if (!credentials) return undefined
  const bytes = new TextEncoder().encode(`${credentials.username}:${credentials.password}`)
  return `Basic ${btoa(String.fromCharCode(...bytes))}`
}

/** Whether success is a plain text: JSON would be refused by the parser of the fetch client. */
function isText({ replies }: OperationTableEntry): boolean {
  return Object.entries(replies).some(([status, mediaType]) => status.startsWith('2') && mediaType?.startsWith('text/'))
}
