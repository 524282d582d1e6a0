/** A route as it is seen from outside: what is counted, timed and logged of a request goes by these names. */
export interface ObservedRoute {
  /** The name of the contract; empty where none owns the route. */
  readonly api: string
  /** Empty where the route is no operation of its contract: another method of a path. */
  readonly operationId: string
  /** Told of every answer. `seconds` is absent where nobody knows when the request began. */
  answered(status: number, seconds?: number): void
}
