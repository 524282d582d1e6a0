/** Who waits for an answer. */
export interface Caller {
  /** Whether nobody does any more: the connection is closed. */
  readonly isGone: boolean
}
