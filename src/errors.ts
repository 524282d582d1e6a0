/** Something that the server needs is away or busy; the same call can succeed later. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'

  /**
   * @param what what is away, for the log (never shown to a caller)
   * @param retryAfter seconds after which a further try makes sense
   */
  constructor(
    what: string,
    readonly retryAfter = 1,
    options?: ErrorOptions,
  ) {
    super(what, options)
  }
}
