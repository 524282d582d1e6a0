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
  readonly "/v1/api/auth": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Look up the account of a token */
    readonly get: operations["getTokenAccount"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/auth": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Look up the account of a token (alias)
     * @deprecated
     */
    readonly get: operations["getTokenAccountAlias"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/frontend/auth": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** Update the description of a token */
    readonly put: operations["describeGatewayToken"];
    /** Generate a token for a gateway account */
    readonly post: operations["issueGatewayToken"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/frontend/auth/{account_id}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** List the tokens of an account */
    readonly get: operations["listGatewayTokens"];
    readonly put?: never;
    readonly post?: never;
    /** Revoke a token of an account */
    readonly delete: operations["revokeGatewayToken"];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/frontend/auth/{account_id}/{token_link}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Show a token of an account */
    readonly get: operations["getGatewayToken"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/frontend/auth/{account_id}/revoke-all": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /** Revoke all tokens of an account */
    readonly delete: operations["revokeAllGatewayTokens"];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/frontend/auth/service/{service_external_id}/mode/{service_mode}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** List the tokens of a service */
    readonly get: operations["listServiceTokens"];
    readonly put?: never;
    readonly post?: never;
    /** Revoke a token of a service */
    readonly delete: operations["revokeServiceToken"];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/frontend/auth/service/{service_external_id}/mode/{service_mode}/{token_link}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Show a token of a service */
    readonly get: operations["getServiceToken"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/frontend/auth/service/{service_external_id}/mode/{service_mode}/revoke-all": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /** Revoke all tokens of a service */
    readonly delete: operations["revokeAllServiceTokens"];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/healthcheck": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Check whether the service can answer */
    readonly get: operations["checkHealth"];
    readonly put?: never;
    readonly post?: never;
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
    /** @description The account that a token belongs to. */
    readonly TokenAccount: {
      /** @description The account ID for the bearer token. */
      readonly account_id: string;
      /** @description The reference of the token. */
      readonly token_link: string;
      readonly token_type: components["schemas"]["TokenType"];
      readonly service_mode?: components["schemas"]["ServiceMode"];
      readonly service_external_id?: components["schemas"]["ServiceExternalId"];
    };
    /** @description Why a token is refused. */
    readonly TokenRefusal: {
      /** @description The reason, for people. */
      readonly message: string;
      /**
       * @description The reason, for programs.
       * @enum {string}
       */
      readonly error_identifier: "AUTH_TOKEN_INVALID" | "AUTH_TOKEN_REVOKED";
      /** @description The link of the revoked token; absent where the token is not known. */
      readonly token_link?: string;
    };
    /** @description The account and the description of a new token. */
    readonly NewToken: {
      /** @description Gateway account to associate the new token to. A number means its decimal digits. */
      readonly account_id: string | number;
      /** @description Description of the new token. May be empty. */
      readonly description: string;
      /**
       * @description Who asked for the token. Shown in lists.
       * @default null
       */
      readonly created_by?: string | null;
      /**
       * @description Which payments the token is for.
       * @default CARD
       * @enum {string}
       */
      readonly token_type?: "CARD" | "DIRECT_DEBIT";
      /**
       * @description Whether the token is for the gateway's API or for its product pages. Lists show one or the other.
       * @default API
       * @enum {string}
       */
      readonly type?: "API" | "PRODUCTS";
      /**
       * @description Chooses the prefix `api_live_` or `api_test_` of a token of the gateway's own form, and is not stored.
       * @enum {string}
       */
      readonly token_account_type?: "LIVE" | "TEST" | "live" | "test";
      /**
       * @description The mode of the service that the token belongs to.
       * @enum {string}
       */
      readonly service_mode?: "LIVE" | "TEST" | "live" | "test";
      /**
       * @description The service that the token belongs to.
       * @default null
       */
      readonly service_external_id?: string | null;
    };
    /**
     * @description Which payments the token is for.
     * @enum {string}
     */
    readonly TokenType: "CARD" | "DIRECT_DEBIT";
    /**
     * @description The mode of the service that the token belongs to. The key is absent where the token has none.
     * @enum {string}
     */
    readonly ServiceMode: "LIVE" | "TEST";
    /** @description The service that the token belongs to. The key is absent where the token has none. */
    readonly ServiceExternalId: string;
    /** @description A token that was generated. */
    readonly GeneratedToken: {
      /** @description The newly generated token. */
      readonly token: string;
    };
    /** @description A new description for a token. */
    readonly TokenDescription: {
      /** @description Token link as returned by `GET /v1/frontend/auth/{account_id}`. Opaque, compared exactly. */
      readonly token_link: string;
      /** @description New description of the existing token. May be empty. */
      readonly description: string;
    };
    /** @description The tokens of an account in one state, newest first. */
    readonly TokenList: {
      /** @description The tokens, newest first. */
      readonly tokens: readonly components["schemas"]["ListedToken"][];
    };
    /** @description A token as lists show it. The token itself is never shown again. */
    readonly ListedToken: {
      /** @description The reference of the token in other calls. Opaque, compared exactly. */
      readonly token_link: string;
      /** @description The description of the token. */
      readonly description: string;
      readonly token_type: components["schemas"]["TokenType"];
      /**
       * @description Whether the token is for the gateway's API or for its product pages.
       * @enum {string}
       */
      readonly type: "API" | "PRODUCTS";
      /** @description The day on which the token was revoked, in UTC, as `dd Mmm yyyy`. The key is absent on active tokens. */
      readonly revoked?: string;
      /** @description When the token was generated, in UTC, as `dd Mmm yyyy - hh:mm`. */
      readonly issued_date: string;
      /** @description When the token was last looked up, in UTC, or `null` where it never was. May lag by some seconds. */
      readonly last_used: string | null;
      /** @description Who asked for the token; `null` where that was not given. */
      readonly created_by: string | null;
      readonly service_mode?: components["schemas"]["ServiceMode"];
      readonly service_external_id?: components["schemas"]["ServiceExternalId"];
    };
    /** @description The link of a token, or the token itself. */
    readonly TokenReference: components["schemas"]["TokenByLink"] | components["schemas"]["TokenByItself"];
    /** @description The link of a token. */
    readonly TokenByLink: {
      /** @description Token link as returned by `GET /v1/frontend/auth/{account_id}`. Opaque, compared exactly. */
      readonly token_link: string | null;
      /** @description The token itself. Where it is given, no link is read. */
      readonly token?: string | null;
    };
    /** @description The token itself. */
    readonly TokenByItself: {
      /** @description The token itself. Where it is given, no link is read. */
      readonly token: string | null;
      /** @description Token link as returned by `GET /v1/frontend/auth/{account_id}`. Opaque, compared exactly. */
      readonly token_link?: string | null;
    };
    /** @description What the service needs to answer. */
    readonly Health: {
      readonly postgres: components["schemas"]["HealthOf"];
      readonly deadlocks: components["schemas"]["HealthOf"];
    };
    /** @description Whether one of them is as it should be. */
    readonly HealthOf: {
      /**
       * @description True, since an unhealthy service answers 503.
       * @constant
       */
      readonly healthy: true;
    };
    /** @description When a token was revoked. */
    readonly Revocation: {
      /** @description When the token was revoked, in UTC, as `dd Mmm yyyy - hh:mm`. */
      readonly revoked: string;
    };
    /** @description Why a request failed. */
    readonly Message: {
      /** @description The error message. */
      readonly message: string;
    };
  };
  responses: {
    /** @description The account of the token. */
    readonly TokenAccount: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["TokenAccount"];
      };
    };
    /** @description The token is missing, malformed, unknown or revoked. */
    readonly TokenRefused: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["TokenRefusal"];
      };
    };
    /** @description The request cannot be read, or a value in it is not acceptable. */
    readonly MalformedRequest: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["Message"];
      };
    };
    /** @description The path does not have this method. The header `Allow` lists those that it has. */
    readonly MethodNotAllowed: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["Message"];
      };
    };
    /** @description The body is larger than 16 KiB. */
    readonly PayloadTooLarge: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["Message"];
      };
    };
    /** @description The body is of another type than JSON. */
    readonly UnsupportedMediaType: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["Message"];
      };
    };
    /** @description The address has failed too often. `Retry-After` says when it may try again. */
    readonly TooManyRequests: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["Message"];
      };
    };
    /** @description The server failed. The fault is not in the request. */
    readonly InternalFailure: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["Message"];
      };
    };
    /** @description The server cannot answer at the moment. */
    readonly ServiceUnavailable: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["Message"];
      };
    };
  };
  parameters: {
    /**
     * @description The gateway account, percent-encoded where it has characters such as `/`.
     * @example 15
     */
    readonly AccountId: string;
    /**
     * @description `ACTIVE` for the active tokens, `REVOKED` for the revoked ones, in any case. Absent, empty and every other value mean
     *     active. Where the parameter is repeated, the last one counts.
     */
    readonly State: "ACTIVE" | "REVOKED" | "active" | "revoked";
    /**
     * @description `PRODUCTS` for the tokens of product pages, in any case. Absent, empty and every other value mean those of the API. Where the
     *     parameter is repeated, the last one counts.
     */
    readonly Type: "API" | "PRODUCTS" | "api" | "products";
    /** @description The link of the token. Opaque, compared exactly. */
    readonly TokenLink: string;
    /**
     * @description The service.
     * @example cd1b871207a94a7fa157dee678146acd
     */
    readonly ServiceExternalId: string;
    /**
     * @description The mode of the service.
     * @example TEST
     */
    readonly ServiceMode: "LIVE" | "TEST" | "live" | "test";
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly getTokenAccount: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: components["responses"]["TokenAccount"];
      readonly 401: components["responses"]["TokenRefused"];
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly getTokenAccountAlias: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The account of the token. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["TokenAccount"];
        };
      };
      /** @description The token is missing, malformed, unknown or revoked. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["TokenRefusal"];
        };
      };
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly describeGatewayToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** @description The link of the token, and its new description. */
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["TokenDescription"];
      };
    };
    readonly responses: {
      /** @description The token has the new description. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ListedToken"];
        };
      };
      /** @description Fields are missing, of the wrong type or too long, or the body is malformed. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Message"];
        };
      };
      /** @description The token is unknown or revoked. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Message"];
        };
      };
      readonly 413: components["responses"]["PayloadTooLarge"];
      readonly 415: components["responses"]["UnsupportedMediaType"];
      readonly 429: components["responses"]["TooManyRequests"];
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly issueGatewayToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** @description The account, a description of the token and, optionally, who asked for it. */
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["NewToken"];
      };
    };
    readonly responses: {
      /** @description The new token, which is shown only here. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["GeneratedToken"];
        };
      };
      /** @description Fields are missing, of the wrong type or too long, or the body is malformed. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Message"];
        };
      };
      readonly 413: components["responses"]["PayloadTooLarge"];
      readonly 415: components["responses"]["UnsupportedMediaType"];
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly listGatewayTokens: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description `ACTIVE` for the active tokens, `REVOKED` for the revoked ones, in any case. Absent, empty and every other value mean
         *     active. Where the parameter is repeated, the last one counts.
         */
        readonly state?: components["parameters"]["State"];
        /**
         * @description `PRODUCTS` for the tokens of product pages, in any case. Absent, empty and every other value mean those of the API. Where the
         *     parameter is repeated, the last one counts.
         */
        readonly type?: components["parameters"]["Type"];
      };
      readonly header?: never;
      readonly path: {
        /**
         * @description The gateway account, percent-encoded where it has characters such as `/`.
         * @example 15
         */
        readonly account_id: components["parameters"]["AccountId"];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The tokens of the account in this state. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["TokenList"];
        };
      };
      readonly 400: components["responses"]["MalformedRequest"];
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly revokeGatewayToken: {
    readonly parameters: {
      readonly query?: {
        /** @description The link of the token, for callers whose proxy drops the body. */
        readonly token_link?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description The gateway account, percent-encoded where it has characters such as `/`. */
        readonly account_id: string;
      };
      readonly cookie?: never;
    };
    /** @description The link of the token, or the token itself. No body, or an empty object, where the link is in the query. */
    readonly requestBody?: {
      readonly content: {
        readonly "application/json": components["schemas"]["TokenReference"];
      };
    };
    readonly responses: {
      /** @description The token is revoked. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Revocation"];
        };
      };
      /** @description The link is missing, of the wrong type or too long, the body and the query differ, or the body is malformed. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Message"];
        };
      };
      /** @description No active token of this account has that link. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Message"];
        };
      };
      readonly 413: components["responses"]["PayloadTooLarge"];
      readonly 415: components["responses"]["UnsupportedMediaType"];
      readonly 429: components["responses"]["TooManyRequests"];
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly getGatewayToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description The gateway account, percent-encoded where it has characters such as `/`.
         * @example 15
         */
        readonly account_id: components["parameters"]["AccountId"];
        /** @description The link of the token. Opaque, compared exactly. */
        readonly token_link: components["parameters"]["TokenLink"];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The token, active or revoked. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ListedToken"];
        };
      };
      readonly 400: components["responses"]["MalformedRequest"];
      /** @description There is no such token. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Message"];
        };
      };
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly revokeAllGatewayTokens: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The gateway account, percent-encoded where it has characters such as `/`. */
        readonly account_id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description None of them is active any more. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["MalformedRequest"];
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly listServiceTokens: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description `ACTIVE` for the active tokens, `REVOKED` for the revoked ones, in any case. Absent, empty and every other value mean
         *     active. Where the parameter is repeated, the last one counts.
         */
        readonly state?: components["parameters"]["State"];
        /**
         * @description `PRODUCTS` for the tokens of product pages, in any case. Absent, empty and every other value mean those of the API. Where the
         *     parameter is repeated, the last one counts.
         */
        readonly type?: components["parameters"]["Type"];
      };
      readonly header?: never;
      readonly path: {
        /**
         * @description The service.
         * @example cd1b871207a94a7fa157dee678146acd
         */
        readonly service_external_id: components["parameters"]["ServiceExternalId"];
        /**
         * @description The mode of the service.
         * @example TEST
         */
        readonly service_mode: components["parameters"]["ServiceMode"];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The tokens of the service in this state. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["TokenList"];
        };
      };
      readonly 400: components["responses"]["MalformedRequest"];
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly revokeServiceToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description The service.
         * @example cd1b871207a94a7fa157dee678146acd
         */
        readonly service_external_id: components["parameters"]["ServiceExternalId"];
        /**
         * @description The mode of the service.
         * @example TEST
         */
        readonly service_mode: components["parameters"]["ServiceMode"];
      };
      readonly cookie?: never;
    };
    /** @description The link of the token, or the token itself. */
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["TokenReference"];
      };
    };
    readonly responses: {
      /** @description The token is revoked. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Revocation"];
        };
      };
      /** @description The link is missing, of the wrong type or too long, or the body is malformed. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Message"];
        };
      };
      /** @description No active token of this service has that link. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Message"];
        };
      };
      readonly 413: components["responses"]["PayloadTooLarge"];
      readonly 415: components["responses"]["UnsupportedMediaType"];
      readonly 429: components["responses"]["TooManyRequests"];
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly getServiceToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description The service.
         * @example cd1b871207a94a7fa157dee678146acd
         */
        readonly service_external_id: components["parameters"]["ServiceExternalId"];
        /**
         * @description The mode of the service.
         * @example TEST
         */
        readonly service_mode: components["parameters"]["ServiceMode"];
        /** @description The link of the token. Opaque, compared exactly. */
        readonly token_link: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The token, active or revoked. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ListedToken"];
        };
      };
      readonly 400: components["responses"]["MalformedRequest"];
      /** @description There is no such token. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Message"];
        };
      };
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly revokeAllServiceTokens: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description The service. */
        readonly service_external_id: string;
        /**
         * @description The mode of the service.
         * @example TEST
         */
        readonly service_mode: components["parameters"]["ServiceMode"];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description None of them is active any more. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["MalformedRequest"];
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
  readonly checkHealth: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The service can answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Health"];
        };
      };
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
}

const operationTable = {
  getTokenAccount: { method: 'GET', path: '/v1/api/auth', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 401: 'application/json', 500: 'application/json', 503: 'application/json' } },
  getTokenAccountAlias: { method: 'GET', path: '/v1/auth', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 401: 'application/json', 500: 'application/json', 503: 'application/json' } },
  issueGatewayToken: { method: 'POST', path: '/v1/frontend/auth', body: 'application/json', replies: { 200: 'application/json', 400: 'application/json', 413: 'application/json', 415: 'application/json', 500: 'application/json', 503: 'application/json' } },
  describeGatewayToken: { method: 'PUT', path: '/v1/frontend/auth', body: 'application/json', replies: { 200: 'application/json', 400: 'application/json', 404: 'application/json', 413: 'application/json', 415: 'application/json', 429: 'application/json', 500: 'application/json', 503: 'application/json' } },
  listGatewayTokens: { method: 'GET', path: '/v1/frontend/auth/{account_id}', replies: { 200: 'application/json', 400: 'application/json', 500: 'application/json', 503: 'application/json' } },
  revokeGatewayToken: { method: 'DELETE', path: '/v1/frontend/auth/{account_id}', body: 'application/json', replies: { 200: 'application/json', 400: 'application/json', 404: 'application/json', 413: 'application/json', 415: 'application/json', 429: 'application/json', 500: 'application/json', 503: 'application/json' } },
  getGatewayToken: { method: 'GET', path: '/v1/frontend/auth/{account_id}/{token_link}', replies: { 200: 'application/json', 400: 'application/json', 404: 'application/json', 500: 'application/json', 503: 'application/json' } },
  revokeAllGatewayTokens: { method: 'DELETE', path: '/v1/frontend/auth/{account_id}/revoke-all', replies: { 200: null, 400: 'application/json', 500: 'application/json', 503: 'application/json' } },
  listServiceTokens: { method: 'GET', path: '/v1/frontend/auth/service/{service_external_id}/mode/{service_mode}', replies: { 200: 'application/json', 400: 'application/json', 500: 'application/json', 503: 'application/json' } },
  revokeServiceToken: { method: 'DELETE', path: '/v1/frontend/auth/service/{service_external_id}/mode/{service_mode}', body: 'application/json', replies: { 200: 'application/json', 400: 'application/json', 404: 'application/json', 413: 'application/json', 415: 'application/json', 429: 'application/json', 500: 'application/json', 503: 'application/json' } },
  getServiceToken: { method: 'GET', path: '/v1/frontend/auth/service/{service_external_id}/mode/{service_mode}/{token_link}', replies: { 200: 'application/json', 400: 'application/json', 404: 'application/json', 500: 'application/json', 503: 'application/json' } },
  revokeAllServiceTokens: { method: 'DELETE', path: '/v1/frontend/auth/service/{service_external_id}/mode/{service_mode}/revoke-all', replies: { 200: null, 400: 'application/json', 500: 'application/json', 503: 'application/json' } },
  checkHealth: { method: 'GET', path: '/healthcheck', replies: { 200: 'application/json', 500: 'application/json', 503: 'application/json' } },
} as const satisfies OperationTable

/** One method an operation; each answers with one of the documented replies. */
export interface GatewayTokensClient {
  /** Look up the account of a token: `GET /v1/api/auth`. */
  readonly getTokenAccount: ClientOperation<operations['getTokenAccount']>
  /** Look up the account of a token (alias): `GET /v1/auth`. */
  readonly getTokenAccountAlias: ClientOperation<operations['getTokenAccountAlias']>
  /** Generate a token for a gateway account: `POST /v1/frontend/auth`. */
  readonly issueGatewayToken: ClientOperation<operations['issueGatewayToken']>
  /** Update the description of a token: `PUT /v1/frontend/auth`. */
  readonly describeGatewayToken: ClientOperation<operations['describeGatewayToken']>
  /** List the tokens of an account: `GET /v1/frontend/auth/{account_id}`. */
  readonly listGatewayTokens: ClientOperation<operations['listGatewayTokens']>
  /** Revoke a token of an account: `DELETE /v1/frontend/auth/{account_id}`. */
  readonly revokeGatewayToken: ClientOperation<operations['revokeGatewayToken']>
  /** Show a token of an account: `GET /v1/frontend/auth/{account_id}/{token_link}`. */
  readonly getGatewayToken: ClientOperation<operations['getGatewayToken']>
  /** Revoke all tokens of an account: `DELETE /v1/frontend/auth/{account_id}/revoke-all`. */
  readonly revokeAllGatewayTokens: ClientOperation<operations['revokeAllGatewayTokens']>
  /** List the tokens of a service: `GET /v1/frontend/auth/service/{service_external_id}/mode/{service_mode}`. */
  readonly listServiceTokens: ClientOperation<operations['listServiceTokens']>
  /** Revoke a token of a service: `DELETE /v1/frontend/auth/service/{service_external_id}/mode/{service_mode}`. */
  readonly revokeServiceToken: ClientOperation<operations['revokeServiceToken']>
  /** Show a token of a service: `GET /v1/frontend/auth/service/{service_external_id}/mode/{service_mode}/{token_link}`. */
  readonly getServiceToken: ClientOperation<operations['getServiceToken']>
  /** Revoke all tokens of a service: `DELETE /v1/frontend/auth/service/{service_external_id}/mode/{service_mode}/revoke-all`. */
  readonly revokeAllServiceTokens: ClientOperation<operations['revokeAllServiceTokens']>
  /** Check whether the service can answer: `GET /healthcheck`. */
  readonly checkHealth: ClientOperation<operations['checkHealth']>
}

/** Makes a client of `gateway-tokens`. */
export function createGatewayTokensClient(options: ClientOptions): GatewayTokensClient {
  return createContractClient<GatewayTokensClient>(operationTable, options)
}
