/**
 * The types between a contract and its implementation. `generated/NAME/operations.ts` applies them to the operations of a
 * contract (`Op` is a member of `operations` in `generated/NAME/types.ts`).
 */

type Member<T, Key extends PropertyKey> = T extends { [K in Key]?: infer Value } ? Value : never
/** `never` and `undefined` of optional members become an object without keys. */
type Group<T> = [NonNullable<T>] extends [never] ? Record<never, never> : NonNullable<T>

type Parameters<Op, In extends string> = Group<Member<Member<Op, 'parameters'>, In>>

/** The value of the only media type. */
type ContentOf<T> = NonNullable<T> extends { content: infer Content } ? Content[keyof Content] : never

/** What validation guarantees about a request. A missing body is an empty object, which the schema then judges. */
export interface OperationRequest<Op> {
  readonly params: Parameters<Op, 'path'>
  readonly query: Parameters<Op, 'query'>
  readonly headers: Parameters<Op, 'header'>
  readonly body: [ContentOf<Member<Op, 'requestBody'>>] extends [never]
    ? undefined
    : ContentOf<Member<Op, 'requestBody'>>
}

/** Without the headers that the server sets itself: the request's id, `Allow` of a 405, and constants of the contract. */
type GivenByHandler<Headers> = {
  [Name in keyof Headers as string extends Name
    ? never
    : Name extends 'X-Request-Id' | 'Allow'
      ? never
      : Headers[Name] extends infer Value
        ? IsOneLiteral<NonNullable<Value>> extends true
          ? never
          : Name
        : never]: Headers[Name]
}
type IsUnion<T, Whole = T> = T extends unknown ? ([Whole] extends [T] ? false : true) : never
type IsOneLiteral<T> = string extends T ? false : number extends T ? false : IsUnion<T> extends true ? false : true

type HeadersOf<Response> = GivenByHandler<Member<Response, 'headers'>>

type WithHeaders<Headers> = [keyof Headers] extends [never]
  ? { readonly headers?: never }
  : Partial<Headers> extends Headers
    ? { readonly headers?: Headers }
    : { readonly headers: Headers }

type WithBody<Response> = [ContentOf<Response>] extends [never]
  ? { readonly body?: never }
  : { readonly body: ContentOf<Response> }

/** A reply of one status. */
export type Reply<Status, Response> = { readonly status: Status } & WithBody<Response> &
  WithHeaders<HeadersOf<Response>>

/** The closed union of the replies of an operation for the statuses that it answers itself. */
export type OperationReply<Op, Status> = Op extends { responses: infer Responses }
  ? { [S in Status & keyof Responses]: Reply<S, Responses[S]> }[Status & keyof Responses]
  : never

/** What is known about a call besides its input. */
export interface CallContext {
  /** The address of the caller: of the socket, or what a trusted proxy said. */
  readonly clientAddress: string
  readonly requestId: string
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal
}

export interface SecuredContext<Principal> extends CallContext {
  readonly principal: Principal
}

export type Operation<Op, AnyReply, Context = CallContext> = (
  request: OperationRequest<Op>,
  context: Context,
) => Promise<AnyReply>

/** What an authenticator may look at. Nothing of it is validated yet. */
export interface Presented {
  /** The operation that is called: one scheme may ask for different things in different places. */
  readonly operationId: string
  /** The roles of which the caller needs one; empty where the scheme knows none. */
  readonly roles: readonly string[]
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly params: Readonly<Record<string, string>>
}

/** Says who calls, or answers instead: `Refusal` is a reply that every operation under the scheme declares. */
export type Authenticator<Principal, Refusal> = (
  presented: Presented,
  context: CallContext,
) => Promise<{ readonly principal: Principal } | Refusal>

/** The replies of `Responses`, a map from protocol status to response. */
export type FailureReply<Responses> = {
  [Status in keyof Responses]: Reply<Status, Responses[Status]>
}[keyof Responses]
