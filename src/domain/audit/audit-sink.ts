/** A place outside the database that gets every audit event: at least once, and in order. */
export interface AuditSink {
  /** Names its position in the database: it stays the same when its address changes. */
  readonly name: 'stdout' | 'webhook'
  /**
   * Delivers events, each a line of JSON, and resolves once they are accepted.
   * @throws where they may not have arrived: the same events are delivered again
   */
  deliver(lines: string, signal: AbortSignal): Promise<void>
}

/** A sink that did not accept events. The code is logged; it holds nothing of the address. */
export class AuditSinkFailure extends Error {
  override readonly name = 'AuditSinkFailure'

  constructor(
    readonly code: string,
    cause?: unknown,
  ) {
    super(`the audit sink did not accept events: ${code}`, cause === undefined ? undefined : { cause })
  }
}
