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
  readonly "/login": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Get an access token for an access key */
    readonly post: operations["loginWithAccessKey"];
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
    /** @description The credentials of a partner. */
    readonly AccessKeyCredentials: {
      /** @description The access key created in the admin portal. */
      readonly accessKey: string;
      /** @description The secret associated to the key. */
      readonly secret: string;
    };
    /** @description The access token, a JWT in its compact form. */
    readonly AccessToken: string;
    /** @description The faults of a request. */
    readonly InvalidRequest: {
      /**
       * @description Always the text `Error`.
       * @constant
       */
      readonly statusCode: "Error";
      readonly error: components["schemas"]["InvalidRequestError"];
    };
    /** @description The failure. */
    readonly InvalidRequestError: {
      /**
       * @description The kind of failure, for programs.
       * @constant
       */
      readonly name: "InvalidRequestFormatError";
      /**
       * @description The failure, for people.
       * @constant
       */
      readonly message: "The request body is invalid. See error object `details` property for more info";
      /** @description Every fault that was found, one entry each. */
      readonly details: readonly components["schemas"]["RequestFault"][];
    };
    /** @description One fault of a request. */
    readonly RequestFault: {
      /** @description Where the fault is, as a JSON pointer into the body. Empty for the body itself and for a missing field. */
      readonly path: string;
      /** @description The rule that the request breaks, for programs. */
      readonly code: string;
      /** @description The fault, for people. */
      readonly message: string;
      readonly info: components["schemas"]["RequestFaultInfo"];
    };
    /**
     * @description The parameters of the rule. Its keys depend on the `code`: `missingProperty` for `required`, `limit` for `minLength` and
     *     `maxLength`, `type` for `type`. Values may be texts, numbers or lists.
     */
    readonly RequestFaultInfo: {
      readonly [key: string]: unknown;
    };
    /** @description The access key cannot log in, for any cause. */
    readonly AccessKeyRefusal: {
      /**
       * @description Always the text `Error`.
       * @constant
       */
      readonly statusCode: "Error";
      readonly error: components["schemas"]["AccessKeyRefusalError"];
    };
    /** @description The failure. */
    readonly AccessKeyRefusalError: {
      /**
       * @description The failure, for people.
       * @constant
       */
      readonly message: "Service was unable to complete your request.";
      /**
       * @description The kind of failure, for programs.
       * @constant
       */
      readonly name: "AuthenticationError";
      /**
       * @description The same as `name`.
       * @constant
       */
      readonly code: "AuthenticationError";
      readonly details: components["schemas"]["AccessKeyRefusalDetails"];
    };
    /** @description The reason. */
    readonly AccessKeyRefusalDetails: {
      /**
       * @description The same reason for every cause.
       * @constant
       */
      readonly reason: "AccessKeyUnauthorized";
    };
    /** @description A failure other than 400 and 401. */
    readonly LoginFailure: {
      /**
       * @description Always the text `Error`.
       * @constant
       */
      readonly statusCode: "Error";
      readonly error: components["schemas"]["LoginFailureError"];
    };
    /** @description The failure. */
    readonly LoginFailureError: {
      /**
       * @description The kind of failure, for programs.
       * @enum {string}
       */
      readonly name: "MethodNotAllowedError" | "PayloadTooLargeError" | "UnsupportedMediaTypeError" | "TooManyRequestsError" | "InternalServerError" | "ServiceUnavailableError";
      /** @description The failure, for people. */
      readonly message: string;
      /**
       * @description The same as `name`.
       * @enum {string}
       */
      readonly code: "MethodNotAllowedError" | "PayloadTooLargeError" | "UnsupportedMediaTypeError" | "TooManyRequestsError" | "InternalServerError" | "ServiceUnavailableError";
    };
  };
  responses: {
    /** @description The body cannot be read, or a field is missing, empty, of the wrong type or too long. */
    readonly MalformedRequest: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["InvalidRequest"];
      };
    };
    /** @description The path does not have this method. The header `Allow` lists those that it has. */
    readonly MethodNotAllowed: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["LoginFailure"];
      };
    };
    /** @description The body is larger than 16 KiB. */
    readonly PayloadTooLarge: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["LoginFailure"];
      };
    };
    /** @description The body is of another type than JSON. */
    readonly UnsupportedMediaType: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["LoginFailure"];
      };
    };
    /** @description The address has failed too often. `Retry-After` says when it may try again. */
    readonly TooManyRequests: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["LoginFailure"];
      };
    };
    /** @description The server failed. The fault is not in the request. */
    readonly InternalFailure: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["LoginFailure"];
      };
    };
    /** @description The server cannot answer at the moment. */
    readonly ServiceUnavailable: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["LoginFailure"];
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
  readonly loginWithAccessKey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** @description The access key and its secret. */
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["AccessKeyCredentials"];
      };
    };
    readonly responses: {
      /** @description The bare token. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "text/plain": components["schemas"]["AccessToken"];
        };
      };
      readonly 400: components["responses"]["MalformedRequest"];
      /** @description The access key is unknown, pending, expired or revoked, or the secret is wrong. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["AccessKeyRefusal"];
        };
      };
      readonly 413: components["responses"]["PayloadTooLarge"];
      readonly 415: components["responses"]["UnsupportedMediaType"];
      readonly 429: components["responses"]["TooManyRequests"];
      readonly 500: components["responses"]["InternalFailure"];
      readonly 503: components["responses"]["ServiceUnavailable"];
    };
  };
}

const operationTable = {
  loginWithAccessKey: { method: 'POST', path: '/login', body: 'application/json', replies: { 201: 'text/plain', 400: 'application/json', 401: 'application/json', 413: 'application/json', 415: 'application/json', 429: 'application/json', 500: 'application/json', 503: 'application/json' } },
} as const satisfies OperationTable

/** One method an operation; each answers with one of the documented replies. */
export interface PartnerLoginClient {
  /** Get an access token for an access key: `POST /login`. */
  readonly loginWithAccessKey: ClientOperation<operations['loginWithAccessKey']>
}

/** Makes a client of `partner-login`. */
export function createPartnerLoginClient(options: ClientOptions): PartnerLoginClient {
  return createContractClient<PartnerLoginClient>(operationTable, options)
}
