import createFetchClient from 'openapi-fetch'
import type { Contract, OperationEntry } from './contract.js'

/** How a client reaches a server. */
export interface ClientOptions {
  /** Where the server is, without a trailing slash: `https://tokens.example.org`. */
  readonly baseUrl: string
  /** The bearer token for operations that demand one; a call may name another. */
  readonly token?: string
  /** Another implementation of `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>
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

interface AnyClientRequest {
  readonly params?: Record<string, string>
  readonly query?: Record<string, unknown>
  readonly body?: unknown
  readonly token?: string
  readonly signal?: AbortSignal
}

/**
 * The client of a contract; `generated/NAME/client.ts` gives it its types.
 * A call resolves with every documented reply, failures included; it rejects where the server cannot be reached or
 * answers what the contract does not document ({@link UndocumentedReply}).
 */
export function createContractClient<Client>(contract: Contract, options: ClientOptions): Client {
  const { baseUrl, token, ...rest } = options
  const client = createFetchClient<Record<string, never>>({ baseUrl, ...rest })

  async function call(operation: OperationEntry, request: AnyClientRequest): Promise<unknown> {
    const credential = operation.security === undefined ? undefined : (request.token ?? token)
    const { data, error, response } = await client.request(
      operation.method.toLowerCase() as 'get',
      operation.path as never,
      {
        params: { path: request.params, query: request.query },
        body: request.body,
        // The fetch client writes a body in the media type that is named here.
        headers: {
          ...(operation.body && request.body !== undefined && { 'content-type': operation.body.mediaType }),
          ...(credential !== undefined && { authorization: `Bearer ${credential}` }),
        },
        parseAs: isText(operation) ? 'text' : 'json',
        ...(request.signal && { signal: request.signal }),
      } as never,
    )
    if (!operation.replies[response.status]) throw new UndocumentedReply(operation.operationId, response)
    return { status: response.status, body: data ?? error, headers: response.headers }
  }

  return Object.fromEntries(
    Object.values(contract.operations).map((operation) => [
      operation.operationId,
      (request: AnyClientRequest = {}) => call(operation, request),
    ]),
  ) as Client
}

/** Whether success is a plain text: JSON would be refused by the parser of the fetch client. */
function isText(operation: OperationEntry): boolean {
  return Object.entries(operation.replies).some(
    ([status, { content }]) => status.startsWith('2') && content?.mediaType.startsWith('text/'),
  )
}
