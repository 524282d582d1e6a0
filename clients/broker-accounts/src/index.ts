// Written by "npm run generate" from openapi/. Do not edit.

import createFetchClient from 'openapi-fetch'

/** How a client reaches a server. */
export interface ClientOptions {
  /** Where the server is, without a trailing slash: `https://tokens.example.org`. */
  readonly baseUrl: string
  /** The bearer token for operations that demand one; a call may name another. */
  readonly token?: string
  /** The user name and password for operations under HTTP Basic; a call may name others. */
  readonly credentials?: BasicCredentials
  /** The key for operations that demand one in a header of its own; a call may name another. */
  readonly apiKey?: string
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

/** What a call takes: `{ params, query, headers, body, token }`, as far as the operation has them. */
export type ClientRequest<Op> = Property<'params', Member<Member<Op, 'parameters'>, 'path'>, false> &
  Property<'query', Member<Member<Op, 'parameters'>, 'query'>, IsOptional<Member<Op, 'parameters'>, 'query'>> &
  Property<'headers', Member<Member<Op, 'parameters'>, 'header'>, IsOptional<Member<Op, 'parameters'>, 'header'>> &
  Property<'body', ContentOf<Member<Op, 'requestBody'>>, IsOptional<Op, 'requestBody'>> & {
    /** The bearer token of this call, instead of the client's. */
    readonly token?: string
    /** The user name and password of this call, instead of the client's. */
    readonly credentials?: BasicCredentials
    /** The key of this call, instead of the client's. */
    readonly apiKey?: string
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
type OperationTable = Readonly<Record<string, OperationTableEntry>>

/** How a credential is presented. */
type ClientScheme = { readonly kind: 'bearer' | 'basic' } | { readonly kind: 'apiKey'; readonly header: string }

interface OperationTableEntry {
  readonly method: string
  /** The path template, such as `/v1/frontend/auth/{account_id}`. */
  readonly path: string
  /** What the operation accepts as credentials in a header, in the order of the contract. */
  readonly security?: readonly ClientScheme[]
  /** Under which action a call stands in the audit. */
  readonly auditAction?: string
  /** The media type of the request body. */
  readonly body?: string
  /** The media type of each documented reply, by status; `null` where it has no body. */
  readonly replies: Readonly<Record<number, string | null>>
}

/**
 * The server answered what the contract does not document for the operation: another status, another media type such as the HTML page of
 * a proxy, or a body that cannot be read as its media type.
 */
export class UndocumentedReply extends Error {
  override readonly name = 'UndocumentedReply'
  constructor(
    readonly operationId: string,
    /** Its body can be read, unless it was found to be no JSON. */
    readonly response: Response,
    reason = `the undocumented status ${response.status}`,
  ) {
    super(`${operationId} answered ${reason}`)
  }
}

/** What a client or a call may present. */
type Credentials = Pick<ClientOptions, 'token' | 'credentials' | 'apiKey'>

interface AnyRequest extends Credentials {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/**
 * The client of a contract; `generated/NAME/client.ts` gives it its types.
 * A call resolves with every documented reply, failures included; it rejects where the server cannot be reached or
 * answers what the contract does not document ({@link UndocumentedReply}). Redirects are not followed: they are not documented.
 */
function createContractClient<Client>(operations: OperationTable, options: ClientOptions): Client {
  const { baseUrl, token, credentials, apiKey, ...rest } = options
  const ownCredentials = {
    ...(token !== undefined && { token }),
    ...(credentials && { credentials }),
    ...(apiKey !== undefined && { apiKey }),
  }
  const client = createFetchClient<Record<string, never>>({ baseUrl, redirect: 'manual', ...rest })

  async function call(operationId: string, operation: OperationTableEntry, request: AnyRequest): Promise<unknown> {
    const { security = [] } = operation
    let answered: Response | undefined
    const answer = client.request(
      operation.method.toLowerCase() as 'get',
      operation.path as never,
      {
        params: { path: request.params, query: request.query },
        body: request.body,
        headers: {
          ...(operation.body !== undefined && request.body !== undefined && { 'content-type': operation.body }),
          ...(credentialHeader(security, request) ?? credentialHeader(security, ownCredentials)),
          ...request.headers,
        },
        bodySerializer: (body: unknown) => encodeBody(operation.body, body),
        parseAs: isText(operation) ? 'text' : 'json',
        middleware: [
          {
            // Before the body is read.
            onResponse({ response }: { readonly response: Response }) {
              answered = response
              assertDocumented(operationId, operation, response)
            },
          },
        ],
        ...(request.signal && { signal: request.signal }),
      } as never,
    )
    const { data, error, response } = await answer.catch((reason: unknown) => {
      if (!(reason instanceof SyntaxError) || !answered) throw reason
      throw new UndocumentedReply(operationId, answered, 'no JSON')
    })
    const mediaType = operation.replies[response.status]
    const body = mediaType === null ? undefined : (data ?? error)
    // The fetch client hands an unreadable failure on as text.
    if (isJson(mediaType ?? '') && (body === undefined || (error !== undefined && typeof body === 'string')))
      throw new UndocumentedReply(operationId, response, 'no JSON')
    return { status: response.status, body, headers: response.headers }
  }

  return Object.fromEntries(
    Object.entries(operations).map(([operationId, operation]) => [
      operationId,
      (request: AnyRequest = {}) => call(operationId, operation, request),
    ]),
  ) as Client
}

function assertDocumented(operationId: string, { replies }: OperationTableEntry, response: Response): void {
  const documented = replies[response.status]
  if (documented === undefined) throw new UndocumentedReply(operationId, response)
  const mediaType = essence(response.headers.get('content-type') ?? '')
  if (documented !== null && mediaType !== essence(documented))
    throw new UndocumentedReply(operationId, response, `the undocumented media type "${mediaType}"`)
}

/** A media type without its parameters. */
function essence(mediaType: string): string {
  return (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase()
}

/** The header of the first scheme whose credential is there. */
function credentialHeader(
  security: readonly ClientScheme[],
  { token, credentials, apiKey }: Credentials,
): Readonly<Record<string, string>> | undefined {
  for (const scheme of security) {
    if (scheme.kind === 'bearer' && token !== undefined) return { authorization: `Bearer ${token}` }
    if (scheme.kind === 'basic' && credentials) return { authorization: `Basic ${base64(credentials)}` }
    if (scheme.kind === 'apiKey' && apiKey !== undefined) return { [scheme.header]: apiKey }
  }
  return undefined
}

function base64({ username, password }: BasicCredentials): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)))
}

/** A body in the media type of the contract. Fields that are undefined are left out. */
function encodeBody(mediaType: string | undefined, body: unknown): string {
  if (mediaType?.startsWith('application/x-www-form-urlencoded')) {
    const fields = Object.entries(body as object).filter(([, value]) => value !== undefined)
    return new URLSearchParams(fields.map(([name, value]): [string, string] => [name, String(value)])).toString()
  }
  return mediaType?.startsWith('text/') ? String(body) : JSON.stringify(body)
}

/** Whether success is a text: JSON would be refused by the parser of the fetch client. */
function isText({ replies }: OperationTableEntry): boolean {
  return Object.entries(replies).some(
    ([status, mediaType]) => status.startsWith('2') && mediaType !== null && !isJson(mediaType),
  )
}

function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType))
}

export interface paths {
  readonly "/api/ipn/account/tokens": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Get the account token of the user */
    readonly get: operations["getAccountToken"];
    readonly put?: never;
    /**
     * Get the account token of the user (POST)
     * @deprecated
     */
    readonly post: operations["postAccountToken"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/ipn/account/get/tokens/{token}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The security token, the same as in the header `Authorization`. */
        readonly token: components["parameters"]["RepeatedToken"];
      };
      readonly cookie?: never;
    };
    /** List the account tokens of the user (merged path) */
    readonly get: operations["listAccountTokensMerged"];
    readonly put?: never;
    /**
     * List the account tokens of the user (merged path, POST)
     * @deprecated
     */
    readonly post: operations["postAccountTokensMerged"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/account/get/tokens/{token}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The security token. Where the header `Authorization` is sent too, both have to be equal. */
        readonly token: components["parameters"]["Token"];
      };
      readonly cookie?: never;
    };
    /** List the account tokens of the user */
    readonly get: operations["listAccountTokens"];
    readonly put?: never;
    /**
     * List the account tokens of the user (old version)
     * @deprecated
     */
    readonly post: operations["postAccountTokens"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description The first account of the user, or the reason why there is none. */
    readonly AccountTokenAnswer: components["schemas"]["AccountToken"] | components["schemas"]["AccountTokenFailure"];
    /** @description All accounts of the user, or the reason why there is no list. */
    readonly AccountTokenListAnswer: components["schemas"]["AccountTokenList"] | components["schemas"]["AccountTokenFailure"];
    /** @description The accounts of the user, in the order in which they were created. May be empty. */
    readonly AccountTokenList: readonly components["schemas"]["AccountToken"][];
    /** @description An account. */
    readonly AccountToken: {
      /** @description A name for the requested account. */
      readonly name: string;
      /** @description An identifier for the requested account. It does not change from call to call, and cannot be guessed. */
      readonly aToken: string;
    };
    /** @description Why a request failed. */
    readonly AccountTokenFailure: {
      /** @description It contains a reason for the failed request. */
      readonly error: string;
    };
  };
  responses: {
    /** @description The request cannot be read. The status is 200, as for every failure of this API. */
    readonly MalformedRequest: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["AccountTokenFailure"];
      };
    };
    /** @description The path does not have this method. The header `Allow` lists those that it has. */
    readonly MethodNotAllowed: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["AccountTokenFailure"];
      };
    };
    /** @description The body is larger than 16 KiB. A smaller one is ignored. */
    readonly PayloadTooLarge: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["AccountTokenFailure"];
      };
    };
    /** @description The body is of another type than JSON. Does not occur, since a body is ignored whatever its type. */
    readonly UnsupportedMediaType: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["AccountTokenFailure"];
      };
    };
    /** @description The server failed. The fault is not in the request. */
    readonly InternalFailure: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["AccountTokenFailure"];
      };
    };
    /** @description The server cannot answer at the moment. */
    readonly ServiceUnavailable: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["AccountTokenFailure"];
      };
    };
  };
  parameters: {
    /** @description The security token, the same as in the header `Authorization`. */
    readonly RepeatedToken: string;
    /** @description The security token. Where the header `Authorization` is sent too, both have to be equal. */
    readonly Token: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly getAccountToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The first account of the user, or the reason why there is none. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["AccountTokenAnswer"];
        };
      };
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly postAccountToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The first account of the user, or the reason why there is none. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["AccountTokenAnswer"];
        };
      };
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly listAccountTokensMerged: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The security token, the same as in the header `Authorization`. */
        readonly token: components["parameters"]["RepeatedToken"];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description All accounts of the user, or the reason why there is no list. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["AccountTokenListAnswer"];
        };
      };
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly postAccountTokensMerged: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The security token, the same as in the header `Authorization`. */
        readonly token: components["parameters"]["RepeatedToken"];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description All accounts of the user, or the reason why there is no list. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["AccountTokenListAnswer"];
        };
      };
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly listAccountTokens: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The security token. Where the header `Authorization` is sent too, both have to be equal. */
        readonly token: components["parameters"]["Token"];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description All accounts of the user, or the reason why there is no list. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["AccountTokenListAnswer"];
        };
      };
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly postAccountTokens: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The security token. Where the header `Authorization` is sent too, both have to be equal. */
        readonly token: components["parameters"]["Token"];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description All accounts of the user, or the reason why there is no list. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["AccountTokenListAnswer"];
        };
      };
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
}

const operationTable = {
  getAccountToken: { method: 'GET', path: '/api/ipn/account/tokens', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 500: 'application/json', 503: 'application/json' } },
  postAccountToken: { method: 'POST', path: '/api/ipn/account/tokens', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 500: 'application/json', 503: 'application/json' } },
  listAccountTokensMerged: { method: 'GET', path: '/api/ipn/account/get/tokens/{token}', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 500: 'application/json', 503: 'application/json' } },
  postAccountTokensMerged: { method: 'POST', path: '/api/ipn/account/get/tokens/{token}', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 500: 'application/json', 503: 'application/json' } },
  listAccountTokens: { method: 'GET', path: '/api/account/get/tokens/{token}', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 500: 'application/json', 503: 'application/json' } },
  postAccountTokens: { method: 'POST', path: '/api/account/get/tokens/{token}', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 500: 'application/json', 503: 'application/json' } },
} as const satisfies OperationTable

/** One method an operation; each answers with one of the documented replies. */
export interface BrokerAccountsClient {
  /** Get the account token of the user: `GET /api/ipn/account/tokens`. */
  readonly getAccountToken: ClientOperation<operations['getAccountToken']>
  /** Get the account token of the user (POST): `POST /api/ipn/account/tokens`. */
  readonly postAccountToken: ClientOperation<operations['postAccountToken']>
  /** List the account tokens of the user (merged path): `GET /api/ipn/account/get/tokens/{token}`. */
  readonly listAccountTokensMerged: ClientOperation<operations['listAccountTokensMerged']>
  /** List the account tokens of the user (merged path, POST): `POST /api/ipn/account/get/tokens/{token}`. */
  readonly postAccountTokensMerged: ClientOperation<operations['postAccountTokensMerged']>
  /** List the account tokens of the user: `GET /api/account/get/tokens/{token}`. */
  readonly listAccountTokens: ClientOperation<operations['listAccountTokens']>
  /** List the account tokens of the user (old version): `POST /api/account/get/tokens/{token}`. */
  readonly postAccountTokens: ClientOperation<operations['postAccountTokens']>
}

/** Makes a client of `broker-accounts`. */
export function createBrokerAccountsClient(options: ClientOptions): BrokerAccountsClient {
  return createContractClient<BrokerAccountsClient>(operationTable, options)
}
