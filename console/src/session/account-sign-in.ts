import * as oauth from 'oauth4webapi'
import { AccountTokens } from './account-tokens.js'
import { isOnLoopback, type Provider, serverOf } from './provider.js'

/** What the page has to remember while its user is with the identity provider. It holds no token. */
interface PendingSignIn {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  /** The address that is shown afterwards. */
  readonly returnTo: string
  readonly isKept: boolean
}

const pendingName = 'tokenwright.sign-in'
const keptName = 'tokenwright.account'

/** Where the identity provider sends its answer; registered there, as is the address after signing out. */
const redirectUri = (): string => `${window.location.origin}/console/signed-in`
const signedOutUri = (): string => `${window.location.origin}/console`

/** Whether the address of the page is the answer of an identity provider. */
export function isAnswer(): boolean {
  return window.location.pathname === new URL(redirectUri()).pathname
}

/** Sends the browser to the identity provider, by the authorization code flow with PKCE. */
export async function beginSignIn(provider: Provider, isKept: boolean): Promise<void> {
  const { pathname, search } = window.location
  const pending: PendingSignIn = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    codeVerifier: oauth.generateRandomCodeVerifier(),
    returnTo: isAnswer() ? '/console' : pathname + search,
    isKept,
  }
  sessionStorage.setItem(pendingName, JSON.stringify(pending))
  const url = new URL(provider.authorizationEndpoint ?? '')
  for (const [name, value] of Object.entries({
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: redirectUri(),
    scope: provider.scopes,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.codeVerifier),
    code_challenge_method: 'S256',
  })) {
    url.searchParams.set(name, value)
  }
  window.location.assign(url)
}

/** The sign-in of this tab that waits for an answer. It can be taken once. */
export function takePendingSignIn(): PendingSignIn | undefined {
  const text = sessionStorage.getItem(pendingName)
  sessionStorage.removeItem(pendingName)
  return text === null ? undefined : (JSON.parse(text) as PendingSignIn)
}

/** Why a sign-in with the identity provider failed, in words for people. */
export class SignInProblem extends Error {
  override readonly name = 'SignInProblem'
}

/**
 * Exchanges the code in the address of the page for tokens.
 * @param pending absent: none was begun
 * @throws {SignInProblem}
 */
export async function finishSignIn(provider: Provider, pending: PendingSignIn | undefined): Promise<AccountTokens> {
  if (!pending) throw new SignInProblem(foreignAnswer)
  return new AccountTokens(
    provider,
    await exchangeCode(provider, pending).catch((error: unknown) => {
      throw new SignInProblem(describeSignInError(error))
    }),
  )
}

async function exchangeCode(provider: Provider, pending: PendingSignIn): Promise<oauth.TokenEndpointResponse> {
  const server = serverOf(provider)
  const client = { client_id: provider.clientId }
  const parameters = oauth.validateAuthResponse(server, client, new URL(window.location.href), pending.state)
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri(),
    pending.codeVerifier,
    { [oauth.allowInsecureRequests]: isOnLoopback(provider) },
  )
  const { nonce: expectedNonce } = pending
  return oauth.processAuthorizationCodeResponse(server, client, response, { expectedNonce, requireIdToken: true })
}

/** Ends the session with the identity provider as well, where it has an address for that. @returns whether it has */
export function signOutOfProvider({ endSessionEndpoint, clientId }: Provider, idToken: string | undefined): boolean {
  if (endSessionEndpoint === undefined) return false
  const url = new URL(endSessionEndpoint)
  url.searchParams.set('client_id', clientId)
  url.searchParams.set('post_logout_redirect_uri', signedOutUri())
  if (idToken !== undefined) url.searchParams.set('id_token_hint', idToken)
  window.location.assign(url)
  return true
}

/** A reload signs in again without a question, while the session with the identity provider lasts. No token is kept. */
export function keepAccount(): void {
  sessionStorage.setItem(keptName, '1')
}

export function forgetAccount(): void {
  sessionStorage.removeItem(keptName)
}

/** Whether this tab is to sign in by itself. It tries once: where that fails, the user decides. */
export function takeKeptAccount(): boolean {
  const isKept = sessionStorage.getItem(keptName) !== null
  forgetAccount()
  return isKept
}

const foreignAnswer = 'The answer does not belong to a sign-in that was begun in this tab. Sign in again.'

function describeSignInError(error: unknown): string {
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) {
    return error.error === 'access_denied'
      ? 'The sign-in was cancelled, or your identity provider does not allow it (access_denied).'
      : `Your identity provider refused the sign-in (${error.error}).`
  }
  if (error instanceof oauth.OperationProcessingError && error.code === oauth.JWT_TIMESTAMP_CHECK) {
    return 'The clock of this device and that of your identity provider differ. Correct the clock, then sign in again.'
  }
  if (error instanceof oauth.OperationProcessingError) return foreignAnswer
  if (error instanceof TypeError) {
    return 'Your identity provider does not answer this page. It has to allow requests of its origin (CORS).'
  }
  return 'The answer of your identity provider cannot be read.'
}
