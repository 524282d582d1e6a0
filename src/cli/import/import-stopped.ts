/** An import cannot go on, for a reason that the message explains to whoever started it. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped'

  constructor(
    readonly exit: 'usage' | 'refused' | 'unreachable' | 'unexpected',
    message: string,
  ) {
    super(message)
  }
}
