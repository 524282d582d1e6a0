import type { RequestFailure } from './failure.js'

/** A reply as the machinery sees it; its exact type was checked where it was written. */
export interface AnyReply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: object
}

/**
 * The implementation of a contract, with the types of the contract forgotten: what `src/apis/NAME/` makes has the types of
 * `generated/NAME/operations.ts`.
 */
export interface ApiImplementation {
  /** The handlers by operationId. */
  readonly operations: object
  /** The authenticators by security scheme. */
  readonly security: object
  /** The answer to a malformed or invalid request, in the API's own envelope. */
  readonly replyToInvalidRequest: (failure: RequestFailure) => AnyReply
}
