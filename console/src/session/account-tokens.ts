import {
  allowInsecureRequests,
  None,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
} from 'oauth4webapi'
import { isOnLoopback, type Provider, serverOf } from './provider.js'

/** So long before its end an access token is renewed. */
const renewalMs = 60_000

/** The tokens of somebody who has signed in with the identity provider. They are in the memory of the page and nowhere else. */
export class AccountTokens {
  #accessToken: string
  #refreshToken: string | undefined
  #idToken: string | undefined
  #renewAtMs: number
  #renewal: Promise<void> | undefined

  constructor(
    readonly provider: Provider,
    { access_token, refresh_token, id_token, expires_in }: TokenEndpointResponse,
  ) {
    this.#accessToken = access_token
    this.#refreshToken = refresh_token
    this.#idToken = id_token
    this.#renewAtMs = renewalTime(expires_in)
  }

  get idToken(): string | undefined {
    return this.#idToken
  }

  /** The access token, renewed where it is about to end and the identity provider gave a refresh token. */
  async accessToken(): Promise<string> {
    if (this.#refreshToken !== undefined && Date.now() >= this.#renewAtMs) {
      // Calls at the same time share one renewal: a refresh token is used once.
      this.#renewal ??= this.#renew(this.#refreshToken).finally(() => {
        this.#renewal = undefined
      })
      await this.#renewal
    }
    return this.#accessToken
  }

  /** Where it fails, the access token is used until the server refuses it. */
  async #renew(refreshToken: string): Promise<void> {
    const server = serverOf(this.provider)
    const client = { client_id: this.provider.clientId }
    try {
      const options = { [allowInsecureRequests]: isOnLoopback(this.provider) }
      const response = await refreshTokenGrantRequest(server, client, None(), refreshToken, options)
      const renewed = await processRefreshTokenResponse(server, client, response)
      this.#accessToken = renewed.access_token
      this.#refreshToken = renewed.refresh_token ?? refreshToken
      this.#idToken = renewed.id_token ?? this.#idToken
      this.#renewAtMs = renewalTime(renewed.expires_in)
    } catch {
      this.#refreshToken = undefined
    }
  }
}

/** A token that lives less than two minutes is renewed at half of its time. One without a time is taken to live for five minutes. */
function renewalTime(lifetimeSeconds = 300): number {
  // The server takes no token that is older than an hour.
  const lifetimeMs = Math.min(lifetimeSeconds, 3_600) * 1_000
  return Date.now() + Math.max(lifetimeMs / 2, lifetimeMs - renewalMs)
}
