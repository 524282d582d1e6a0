/** Who tries to sign in, and where. */
export interface SignInCaller {
  /** The API that is called, by the name of its contract. */
  readonly api: string
  readonly clientAddress: string
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal
}
