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

/** A pair of tokens as the API answers it, and what can be told of it. */
export interface IssuedTokens<Tokens> {
  /** What the next renewal sends. */
  readonly tokens: Tokens
  readonly accessToken: string
  readonly lifetimeSeconds: number
}

/** The server refused a sign-in; `reply` is its documented answer. */
export class SignInRefused<Reply> extends Error {
  override readonly name = 'SignInRefused'
  constructor(readonly reply: Reply) {
    super('the sign-in was refused')
  }
}

/**
 * Keeps an access token that is valid: signs in at the first call, renews the tokens shortly before they expire, and signs in again where
 * the renewal is refused. Calls at the same time share one renewal, since a refresh token is good for one use.
 */
export class TokenSession<Tokens> {
  readonly #signIn: () => Promise<IssuedTokens<Tokens>>
  readonly #renew: (tokens: Tokens) => Promise<IssuedTokens<Tokens> | undefined>
  #issued: IssuedTokens<Tokens> | undefined
  #expiresAt = 0
  #pending: Promise<string> | undefined

  /**
   * @param signIn rejects where the server refuses it
   * @param renew resolves with `undefined` where the server refuses it
   */
  constructor(
    signIn: () => Promise<IssuedTokens<Tokens>>,
    renew: (tokens: Tokens) => Promise<IssuedTokens<Tokens> | undefined>,
  ) {
    this.#signIn = signIn
    this.#renew = renew
  }

  /**
   * A valid access token. Rejects where the server cannot be reached or refuses the sign-in; the next call tries again.
   * @param isRejected the token that was given last was refused: it is renewed before its time
   */
  accessToken({ isRejected = false }: { readonly isRejected?: boolean } = {}): Promise<string> {
    if (this.#issued && !isRejected && Date.now() < this.#expiresAt) return Promise.resolve(this.#issued.accessToken)
    this.#pending ??= this.#next().finally(() => {
      this.#pending = undefined
    })
    return this.#pending
  }

  async #next(): Promise<string> {
    const startedAt = Date.now()
    const issued = (this.#issued && (await this.#renew(this.#issued.tokens))) ?? (await this.#signIn())
    this.#issued = issued
    // A tenth of the lifetime, and a minute at most, is left for calls that are under way and for clocks that differ.
    this.#expiresAt = startedAt + (issued.lifetimeSeconds - Math.min(60, issued.lifetimeSeconds / 10)) * 1000
    return issued.accessToken
  }
}

export interface paths {
  readonly "/api/v2/auth/token": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** Exchange a pair of tokens for the next one */
    readonly put: operations["refreshTokenPair"];
    /** Create a pair of tokens for a user */
    readonly post: operations["createTokenPair"];
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
    /** @description The credentials of a user. */
    readonly UserCredentials: {
      /** @description Security Management Application username. May be written in any case. */
      readonly username: string;
      /** @description Security Management Application password. */
      readonly password: string;
    };
    /** @description The pair of tokens to exchange. */
    readonly PresentedTokenPair: {
      /** @description The access token of the pair. May be expired. */
      readonly token: string;
      /** @description The refresh token of the same pair. */
      readonly refreshToken: string;
    };
    /** @description A new pair of tokens for a user. */
    readonly CreatedTokenPair: {
      /** @description Failure code. Empty on success. */
      readonly errorCode: string;
      /** @description Failure message. Empty on success. */
      readonly errorMessage: string;
      /** @description The pair, as the only element. */
      readonly content: readonly components["schemas"]["TokenPairWithCustomer"][];
      readonly pageable: components["schemas"]["Page"];
    };
    /** @description A pair of tokens and the customer to whom the user belongs. */
    readonly TokenPairWithCustomer: {
      /**
       * Format: uuid
       * @description Universally unique customer identifier.
       */
      readonly customerId: string;
      /** @description Access token created by the security management application. */
      readonly token: string;
      /** @description Token created by the security management application for token session extension purposes. */
      readonly refreshToken: string;
      /**
       * Format: int32
       * @description Validity time of the access token in seconds.
       */
      readonly validityTime: number;
    };
    /** @description The next pair of tokens. */
    readonly RefreshedTokenPair: {
      /** @description Failure code. Empty on success. */
      readonly errorCode: string;
      /** @description Failure message. Empty on success. */
      readonly errorMessage: string;
      /** @description The pair, as the only element. */
      readonly content: readonly components["schemas"]["TokenPair"][];
      readonly pageable: components["schemas"]["Page"];
    };
    /** @description A pair of tokens. */
    readonly TokenPair: {
      /** @description The new access token. */
      readonly token: string;
      /** @description The new refresh token. */
      readonly refreshToken: string;
      /**
       * Format: int32
       * @description Validity time of the access token in seconds.
       */
      readonly validityTime: number;
    };
    /** @description Paging information. There is always one page with one element. */
    readonly Page: {
      /**
       * Format: int32
       * @description Page number. The first page is 0.
       */
      readonly page: number;
      /**
       * Format: int32
       * @description Page size. Number of requested elements per page.
       */
      readonly size: number;
      /**
       * Format: int32
       * @description Total amount of available pages per requested page size.
       */
      readonly totalPages: number;
      /**
       * Format: int32
       * @description Total amount of retrieved elements.
       */
      readonly totalElements: number;
    };
    /** @description The user name and the password are refused, for any cause. */
    readonly CredentialsRefusal: {
      /**
       * @description Failure code.
       * @constant
       */
      readonly errorCode: "AUTH_1001";
      /**
       * @description Failure message.
       * @constant
       */
      readonly errorMessage: "Invalid credentials";
      /** @description Empty on failure. */
      readonly content: string;
      /** @description Empty on failure. */
      readonly pageable: string;
    };
    /** @description The pair of tokens is refused, for any cause. */
    readonly TokenPairRefusal: {
      /**
       * @description Failure code.
       * @constant
       */
      readonly errorCode: "AUTH_1002";
      /**
       * @description Failure message.
       * @constant
       */
      readonly errorMessage: "Invalid token";
      /** @description Empty on failure. */
      readonly content: string;
      /** @description Empty on failure. */
      readonly pageable: string;
    };
    /** @description Why a request failed. */
    readonly TokenPairFailure: {
      /**
       * @description Failure code.
       * @enum {string}
       */
      readonly errorCode: "GLOBAL_1000" | "GLOBAL_1001" | "GLOBAL_1002" | "GLOBAL_1003" | "GLOBAL_1004" | "GLOBAL_1005" | "GLOBAL_1006";
      /** @description Failure message. */
      readonly errorMessage: string;
      /** @description Empty on failure. */
      readonly content: string;
      /** @description Empty on failure. */
      readonly pageable: string;
    };
  };
  responses: {
    /** @description The body cannot be read, or a field is missing, empty, of the wrong type or too long. */
    readonly MalformedRequest: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["TokenPairFailure"];
      };
    };
    /** @description The path does not have this method. The header `Allow` lists those that it has. */
    readonly MethodNotAllowed: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["TokenPairFailure"];
      };
    };
    /** @description The body is larger than 16 KiB. */
    readonly PayloadTooLarge: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["TokenPairFailure"];
      };
    };
    /** @description The body is of another type than JSON. */
    readonly UnsupportedMediaType: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["TokenPairFailure"];
      };
    };
    /** @description The address has failed too often. `Retry-After` says when it may try again. */
    readonly TooManyRequests: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["TokenPairFailure"];
      };
    };
    /** @description The server failed. The fault is not in the request. */
    readonly InternalFailure: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["TokenPairFailure"];
      };
    };
    /** @description The server cannot answer at the moment. */
    readonly ServiceUnavailable: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["TokenPairFailure"];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly refreshTokenPair: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** @description The access token and the refresh token of one pair. */
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["PresentedTokenPair"];
      };
    };
    readonly responses: {
      /** @description The next pair of tokens. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["RefreshedTokenPair"];
        };
      };
      readonly 400: components["responses"]["MalformedRequest"];
      /** @description The pair of tokens is not valid. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["TokenPairRefusal"];
        };
      };
      readonly 413: components["responses"]["PayloadTooLarge"];
      readonly 415: components["responses"]["UnsupportedMediaType"];
      readonly 429: components["responses"]["TooManyRequests"];
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly createTokenPair: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** @description The user name and the password. */
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["UserCredentials"];
      };
    };
    readonly responses: {
      /** @description The new pair of tokens. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["CreatedTokenPair"];
        };
      };
      readonly 400: components["responses"]["MalformedRequest"];
      /** @description The user name and the password do not belong to an active user. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["CredentialsRefusal"];
        };
      };
      readonly 413: components["responses"]["PayloadTooLarge"];
      readonly 415: components["responses"]["UnsupportedMediaType"];
      /** @description Too many failed log-ins for this user name from this address, or from this address at all, or too many requests. */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["TokenPairFailure"];
        };
      };
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
}

const operationTable = {
  createTokenPair: { method: 'POST', path: '/api/v2/auth/token', body: 'application/json', replies: { 200: 'application/json', 400: 'application/json', 401: 'application/json', 413: 'application/json', 415: 'application/json', 429: 'application/json', 500: 'application/json', 503: 'application/json' } },
  refreshTokenPair: { method: 'PUT', path: '/api/v2/auth/token', body: 'application/json', replies: { 200: 'application/json', 400: 'application/json', 401: 'application/json', 413: 'application/json', 415: 'application/json', 429: 'application/json', 500: 'application/json', 503: 'application/json' } },
} as const satisfies OperationTable

/** One method an operation; each answers with one of the documented replies. */
export interface SecurityManagementClient {
  /** Create a pair of tokens for a user: `POST /api/v2/auth/token`. */
  readonly createTokenPair: ClientOperation<operations['createTokenPair']>
  /** Exchange a pair of tokens for the next one: `PUT /api/v2/auth/token`. */
  readonly refreshTokenPair: ClientOperation<operations['refreshTokenPair']>
}

/** Makes a client of `security-management`. */
export function createSecurityManagementClient(options: ClientOptions): SecurityManagementClient {
  return createContractClient<SecurityManagementClient>(operationTable, options)
}

/** Keeps a valid access token by `createTokenPair` and `refreshTokenPair`. It rejects with `SignInRefused` where the credentials are refused. */
export function createSecurityManagementSession(
  client: SecurityManagementClient,
  body: Parameters<SecurityManagementClient['createTokenPair']>[0]['body'],
): TokenSession<Parameters<SecurityManagementClient['refreshTokenPair']>[0]['body']> {
  return new TokenSession(
    async () => {
      const reply = await client.createTokenPair({ body })
      if (reply.status !== 200) throw new SignInRefused(reply)
      return issuedTokens(reply.body)
    },
    async (tokens) => {
      const reply = await client.refreshTokenPair({ body: tokens })
      return reply.status === 200 ? issuedTokens(reply.body) : undefined
    },
  )
}

function issuedTokens(answer: Extract<Awaited<ReturnType<SecurityManagementClient['refreshTokenPair']>>, { status: 200 }>['body']): IssuedTokens<Parameters<SecurityManagementClient['refreshTokenPair']>[0]['body']> {
  return {
    tokens: { token: present(answer.content[0]?.token), refreshToken: present(answer.content[0]?.refreshToken) },
    accessToken: present(answer.content[0]?.token),
    lifetimeSeconds: present(answer.content[0]?.validityTime),
  }
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the answer lacks a token')
  return value
}
