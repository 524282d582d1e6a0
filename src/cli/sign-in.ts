import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import * as oauth from 'oauth4webapi'
import type { components } from '../../generated/operator/types.js'
import { keyPairAlgorithms } from '../crypto/key-pair-algorithms.js'
import { CliFailure } from './failure.js'

type Provider = components['schemas']['IdentityProvider']

/** How long somebody has to sign in. */
const timeoutMs = 300_000

export interface SignInOptions {
  /** Of the loopback address to which the identity provider sends the browser; 0 is any that is free. */
  readonly port: number
  /** Shows the address that a person has to open. */
  readonly show: (address: string) => void
}

/**
 * Signs a person in with the identity provider, by their browser: the authorization code flow with PKCE and a redirect to a loopback
 * address (RFC 8252).
 * @returns the access token, and for how many seconds it is good, where the identity provider says so
 * @throws {CliFailure} where there is no sign-in
 */
export async function signIn(provider: Provider, { port, show }: SignInOptions): Promise<oauth.TokenEndpointResponse> {
  const { authorizationEndpoint, tokenEndpoint } = provider
  if (authorizationEndpoint === undefined || tokenEndpoint === undefined) {
    throw new CliFailure(
      'unreachable',
      `the server cannot reach its identity provider (${provider.issuer}) at the moment`,
    )
  }
  const listener = await AnswerListener.open(port)
  try {
    const exchange = new CodeExchange(provider, tokenEndpoint, listener.redirectUri)
    show(await exchange.authorizationUrl(authorizationEndpoint))
    const answer = await Promise.race([listener.answer, timeout()])
    return await exchange.finish(answer).catch((error: unknown) => {
      throw new CliFailure('refused', `the sign-in failed: ${error instanceof Error ? error.message : String(error)}`)
    })
  } finally {
    listener.close()
  }
}

async function timeout(): Promise<never> {
  await delay(timeoutMs, undefined, { ref: false })
  throw new CliFailure('notConfirmed', `nobody has signed in for ${timeoutMs / 60_000} minutes`)
}

/** One sign-in: what was asked, and what its answer has to fit. */
class CodeExchange {
  readonly #state = oauth.generateRandomState()
  readonly #nonce = oauth.generateRandomNonce()
  readonly #codeVerifier = oauth.generateRandomCodeVerifier()
  readonly #client: oauth.Client
  readonly #server: oauth.AuthorizationServer

  constructor(
    readonly provider: Provider,
    tokenEndpoint: string,
    readonly redirectUri: string,
  ) {
    this.#client = { client_id: provider.clientId }
    this.#server = {
      issuer: provider.issuer,
      token_endpoint: tokenEndpoint,
      authorization_response_iss_parameter_supported: provider.isIssuerInResponses ?? false,
      id_token_signing_alg_values_supported: keyPairAlgorithms,
    }
  }

  async authorizationUrl(endpoint: string): Promise<string> {
    const url = new URL(endpoint)
    for (const [name, value] of Object.entries({
      response_type: 'code',
      client_id: this.provider.clientId,
      redirect_uri: this.redirectUri,
      scope: this.provider.scopes,
      state: this.#state,
      nonce: this.#nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(this.#codeVerifier),
      code_challenge_method: 'S256',
    })) {
      url.searchParams.set(name, value)
    }
    return url.href
  }

  async finish(answer: URL): Promise<oauth.TokenEndpointResponse> {
    const server = this.#server
    const client = this.#client
    const parameters = oauth.validateAuthResponse(server, client, answer, this.#state)
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      this.redirectUri,
      this.#codeVerifier,
      // The server takes no other issuer without TLS than one on loopback.
      { [oauth.allowInsecureRequests]: this.provider.issuer.startsWith('http:') },
    )
    const expectedNonce = this.#nonce
    return oauth.processAuthorizationCodeResponse(server, client, response, { expectedNonce, requireIdToken: true })
  }
}

/** Listens on loopback for the answer that the browser brings. */
class AnswerListener {
  readonly answer: Promise<URL>
  readonly #server = createServer()

  private constructor() {
    this.answer = new Promise((resolve) => {
      this.#server.on('request', ({ url = '/' }, response) => {
        const answer = new URL(url, this.redirectUri)
        const isAnswer = answer.pathname === '/' && answer.searchParams.has('state')
        answerBrowser(response, isAnswer ? 200 : 404)
        if (isAnswer) resolve(answer)
      })
    })
  }

  /** @throws {CliFailure} where the port is in use */
  static async open(port: number): Promise<AnswerListener> {
    const listener = new AnswerListener()
    await new Promise<void>((resolve, reject) => {
      listener.#server.once('error', ({ message }) =>
        reject(new CliFailure('usage', `nothing can listen on port ${port}: ${message}; set another --port`)),
      )
      listener.#server.listen(port, '127.0.0.1', resolve)
    })
    return listener
  }

  get redirectUri(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`
  }

  close(): void {
    this.#server.close()
    this.#server.closeIdleConnections()
  }
}

function answerBrowser(response: ServerResponse, status: number): void {
  const text = status === 200 ? 'You can close this page, and go on in the terminal.\n' : 'There is nothing here.\n'
  response
    .writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store', connection: 'close' })
    .end(text)
}
