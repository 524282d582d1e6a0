import type { Contract } from './contract.js'
import type { Failure } from './failure.js'

/** A reply as the binder sees it; its exact type was checked where it was written. */
export interface AnyReply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: object
}

/** An API's implementation with the types of its contract forgotten. Parameters are `never`: only the binder calls. */
export interface AnyImplementation {
  readonly operations: object
  readonly security: object
  readonly failures: (failure: Failure) => AnyReply
}

/** One API: its contract, and how to make its implementation from what the server has. */
export interface Api<Dependencies> {
  readonly contract: Contract
  readonly create: (dependencies: Dependencies) => AnyImplementation
}
