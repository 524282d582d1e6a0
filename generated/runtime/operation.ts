// Copied by "npm run generate" from scripts/generate/runtime/. Do not edit.

/** What a caller may know about a call besides its input. */
export interface CallContext {
  /** The name of the contract whose operation is called. */
  readonly api: string
  /** The address of the caller: of the socket, or what a trusted proxy said. */
  readonly clientAddress: string
  /** The `X-Request-Id` of the answer. */
  readonly requestId: string
  /** Aborted when the caller's connection closes: nobody receives the answer. */
  readonly signal: AbortSignal
}

/** The context of an operation with a security scheme. */
export interface SecuredContext<Principal> extends CallContext {
  /** What the authenticator found out about the caller. */
  readonly principal: Principal
}

/** What HTTP Basic authentication or the two fields of a form present, exactly as it was sent. */
export interface BasicCredentials {
  readonly username: string
  readonly password: string
}

/** What an authenticator may look at. Nothing of it is validated yet. */
export interface Presented<Credential> {
  /** The token, key, or user name and password; `undefined` where there is none, or it has another form than that of the scheme. */
  readonly credential: Credential | undefined
  /** The operation that is called: one scheme may ask for different things in different places. */
  readonly operationId: string
  /** The roles of which the caller needs one; empty where the scheme knows none. */
  readonly roles: readonly string[]
  /** Under which action the operation stands in the audit, if it does. */
  readonly auditAction: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly params: Readonly<Record<string, string>>
}

/** Says who calls, or answers instead: `Refusal` is a reply that every operation under the scheme declares. */
export type Authenticator<Credential, Principal, Refusal> = (
  presented: Presented<Credential>,
  context: CallContext,
) => Promise<{ readonly principal: Principal } | Refusal>

/** The value of a parameter group or body in which validation has filled in the defaults of the contract. */
export type WithDefaults<Value, Key extends keyof Value> = Omit<Value, Key> & Required<Pick<Value, Key>>
