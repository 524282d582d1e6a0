/** Whoever asked has gone away and waits for no answer any more. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'

  constructor() {
    super('nobody waits for the answer any more')
  }
}
