/** A pair of tokens as the API answers it, and what can be told of it. */
export interface IssuedTokens<Tokens> {
  /** What the next renewal sends. */
  readonly tokens: Tokens
  readonly accessToken: string
  readonly lifetimeSeconds: number
}

/** The server refused a sign-in; `reply` is its documented answer. */
export class SignInRefused<Reply> extends Error {
  override readonly name = 'SignInRefused'
  constructor(readonly reply: Reply) {
    super('the sign-in was refused')
  }
}

/**
 * Keeps an access token that is valid: signs in at the first call, renews the tokens shortly before they expire, and signs in again where
 * the renewal is refused. Calls at the same time share one renewal, since a refresh token is good for one use.
 */
export class TokenSession<Tokens> {
  readonly #signIn: () => Promise<IssuedTokens<Tokens>>
  readonly #renew: (tokens: Tokens) => Promise<IssuedTokens<Tokens> | undefined>
  #issued: IssuedTokens<Tokens> | undefined
  #expiresAt = 0
  #pending: Promise<string> | undefined

  /**
   * @param signIn rejects where the server refuses it
   * @param renew resolves with `undefined` where the server refuses it
   */
  constructor(
    signIn: () => Promise<IssuedTokens<Tokens>>,
    renew: (tokens: Tokens) => Promise<IssuedTokens<Tokens> | undefined>,
  ) {
    this.#signIn = signIn
    this.#renew = renew
  }

  /**
   * A valid access token. Rejects where the server cannot be reached or refuses the sign-in; the next call tries again.
   * @param isRejected the token that was given last was refused: it is renewed before its time
   */
  accessToken({ isRejected = false }: { readonly isRejected?: boolean } = {}): Promise<string> {
    if (this.#issued && !isRejected && Date.now() < this.#expiresAt) return Promise.resolve(this.#issued.accessToken)
    this.#pending ??= this.#next().finally(() => {
      this.#pending = undefined
    })
    return this.#pending
  }

  async #next(): Promise<string> {
    const startedAt = Date.now()
    const issued = (this.#issued && (await this.#renew(this.#issued.tokens))) ?? (await this.#signIn())
    this.#issued = issued
    // A tenth of the lifetime, and a minute at most, is left for calls that are under way and for clocks that differ.
    this.#expiresAt = startedAt + (issued.lifetimeSeconds - Math.min(60, issued.lifetimeSeconds / 10)) * 1000
    return issued.accessToken
  }
}
