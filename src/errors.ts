/** The database, or another resource that a call needs, is away or busy. The same call can succeed later: HTTP 503. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'

  /**
   * @param message for the log, never shown to a client
   * @param retryAfterSeconds after which a retry makes sense
   */
  constructor(
    message: string,
    readonly retryAfterSeconds = 1,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** A client has failed too often. The same call can succeed later: HTTP 429. */
export class TooManyFailures extends Error {
  override readonly name = 'TooManyFailures'

  constructor(readonly retryAfterSeconds: number) {
    super(`too many failures; refused for ${retryAfterSeconds} s`)
  }
}

/** A caller is known, and has no role at all: HTTP 403, for every operation of the API. */
export class NoRole extends Error {
  override readonly name = 'NoRole'
}

/** The process cannot start, or a command cannot go on. The message tells the operator why and what to do; no stack is shown. */
export class StartupError extends Error {
  override readonly name: string = 'StartupError'
}
