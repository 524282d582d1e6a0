import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify, type RemoteJWKSet } from 'jose'
import type { Clock } from '../../clock.js'
import { keyPairAlgorithms } from '../../crypto/key-pair-algorithms.js'
import { Unavailable } from '../../errors.js'
import { fetchFailureCode, isOutgoingUrl } from '../../outgoing-requests.js'

/** How long after its issue a token is accepted at most, whatever it says: a role that is taken away ends within this time. */
export const maxTokenAgeSeconds = 3_600

/** By how much the clocks of the identity provider and of this machine may differ. */
const clockToleranceSeconds = 30

/** A document of an identity provider is some kilobytes. */
const maxDocumentBytes = 256 * 1024
const requestTimeoutMs = 3_000
/** After a failure nobody asks again for so long: a flood of tokens is no flood of requests. */
const pauseMs = 5_000
const metadataMaxAgeMs = 3_600_000

/** What an identity provider says of itself (OpenID Connect Discovery). */
export interface ProviderMetadata {
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
  readonly endSessionEndpoint: string | undefined
  readonly jwksUri: string
  /** Whether the answers to authorization requests name the issuer (RFC 9207). */
  readonly isIssuerInResponses: boolean
  /** Absent: the identity provider does not say which methods of PKCE it supports. */
  readonly pkceMethods: readonly string[] | undefined
}

/** The identity provider cannot be reached, or its answer is of no use. The message is ours, and shows no content. */
export class IdentityProviderFailure extends Error {
  override readonly name = 'IdentityProviderFailure'
  /** For the log, which shows no messages. */
  readonly code: string

  constructor(message: string, code: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export const providerDocuments = ['metadata', 'keys'] as const

export type ProviderDocument = (typeof providerDocuments)[number]

export interface IdentityProviderOptions {
  readonly issuer: string
  readonly audience: string
  readonly clock: Clock
  /** Told why the identity provider is of no use at the moment. */
  readonly onFailed: (error: unknown) => void
  /** Told of each request for a document, and whether the answer was of use. */
  readonly onRequested: (document: ProviderDocument, isOfUse: boolean) => void
  /** For how long no key set is read again because of a key that it does not have. */
  readonly jwksCooldownMs?: number
}

/** An identity provider of OpenID Connect: its metadata and its keys, which are kept for some time. */
export class IdentityProvider {
  #metadata: ProviderMetadata | undefined
  #metadataReadAtMs = Number.NEGATIVE_INFINITY
  #reading: Promise<ProviderMetadata> | undefined
  #keys: { readonly uri: string; readonly set: RemoteJWKSet } | undefined
  readonly #pauses = new Map<ProviderDocument, { readonly untilMs: number; readonly failure: unknown }>()

  constructor(readonly options: IdentityProviderOptions) {}

  /** The metadata as far as it is known without waiting. */
  get knownMetadata(): ProviderMetadata | undefined {
    return this.#metadata
  }

  /**
   * The metadata. It is read again every hour, in the background: while the identity provider is away, what it said before holds.
   * @throws {IdentityProviderFailure} where it was never read
   */
  async metadata(): Promise<ProviderMetadata> {
    const isFresh = performance.now() < this.#metadataReadAtMs + metadataMaxAgeMs
    if (this.#metadata && isFresh) return this.#metadata
    this.#reading ??= this.#readMetadata().finally(() => {
      this.#reading = undefined
    })
    if (!this.#metadata) return this.#reading
    this.#reading.catch(() => {})
    return this.#metadata
  }

  /**
   * The claims of an access token for this audience.
   * @returns `undefined` where the token is refused, for whatever reason
   * @throws {Unavailable} where the keys cannot be read
   */
  async verify(token: string): Promise<JWTPayload | undefined> {
    const { issuer, audience, clock, onFailed } = this.options
    try {
      const { payload, protectedHeader } = await jwtVerify(token, await this.#keySet(), {
        issuer,
        audience,
        algorithms: keyPairAlgorithms,
        clockTolerance: clockToleranceSeconds,
        currentDate: clock(),
        maxTokenAge: maxTokenAgeSeconds,
        requiredClaims: ['sub', 'iat', 'exp'],
      })
      return isAccessTokenType(protectedHeader.typ) ? payload : undefined
    } catch (error) {
      if (isRefusal(error)) return undefined
      onFailed(error)
      throw new Unavailable('the identity provider cannot be used', Math.ceil(pauseMs / 1_000), { cause: error })
    }
  }

  async #readMetadata(): Promise<ProviderMetadata> {
    const { issuer, onFailed } = this.options
    try {
      this.#metadata = await this.#request('metadata', async () => {
        const signal = AbortSignal.timeout(requestTimeoutMs)
        return readMetadata(await fetchJson(discoveryUrl(issuer), signal), issuer)
      })
      this.#metadataReadAtMs = performance.now()
      return this.#metadata
    } catch (error) {
      onFailed(error)
      throw error
    }
  }

  async #keySet(): Promise<RemoteJWKSet> {
    const { jwksUri } = await this.metadata()
    if (this.#keys?.uri !== jwksUri) {
      const set = createRemoteJWKSet(new URL(jwksUri), {
        cooldownDuration: this.options.jwksCooldownMs ?? 30_000,
        cacheMaxAge: 600_000,
        timeoutDuration: requestTimeoutMs,
        [customFetch]: async (url, { signal }) =>
          Response.json(await this.#request('keys', async () => readKeySet(await fetchJson(url, signal)))),
      })
      this.#keys = { uri: jwksUri, set }
    }
    return this.#keys.set
  }

  /** Reads a document, unless that has just failed. */
  async #request<Document>(name: ProviderDocument, read: () => Promise<Document>): Promise<Document> {
    const pause = this.#pauses.get(name)
    if (pause && performance.now() < pause.untilMs) throw pause.failure
    try {
      const document = await read()
      this.#pauses.delete(name)
      this.options.onRequested(name, true)
      return document
    } catch (failure) {
      this.#pauses.set(name, { untilMs: performance.now() + pauseMs, failure })
      this.options.onRequested(name, false)
      throw failure
    }
  }
}

/** OpenID Connect Discovery, section 4: what follows the issuer is a part of the path. */
export function discoveryUrl(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
}

/**
 * Reads what an identity provider says of itself.
 * @throws {IdentityProviderFailure} where it speaks for another issuer, or lacks what is needed
 */
export function readMetadata(document: unknown, issuer: string): ProviderMetadata {
  const fields = (typeof document === 'object' && document !== null ? document : {}) as Record<string, unknown>
  if (fields.issuer !== issuer) {
    throw new IdentityProviderFailure(
      'it names another issuer than OIDC_ISSUER, which has to be the same to the letter',
      'OTHER_ISSUER',
    )
  }
  const endSessionEndpoint = fields.end_session_endpoint
  return {
    authorizationEndpoint: urlIn(fields, 'authorization_endpoint'),
    tokenEndpoint: urlIn(fields, 'token_endpoint'),
    endSessionEndpoint: endSessionEndpoint === undefined ? undefined : urlIn(fields, 'end_session_endpoint'),
    jwksUri: urlIn(fields, 'jwks_uri'),
    isIssuerInResponses: fields.authorization_response_iss_parameter_supported === true,
    pkceMethods: Array.isArray(fields.code_challenge_methods_supported)
      ? fields.code_challenge_methods_supported.map(String)
      : undefined,
  }
}

/**
 * Reads a key set (RFC 7517, section 5), each key of which is judged where it is used.
 * @throws {IdentityProviderFailure} where it is none
 */
export function readKeySet(document: unknown): { readonly keys: readonly Readonly<Record<string, unknown>>[] } {
  const { keys } = Object(document) as { readonly keys?: unknown }
  if (Array.isArray(keys) && keys.every((key) => typeof key === 'object' && key !== null)) return { keys }
  throw new IdentityProviderFailure('its key set has no list of keys', 'NO_KEYS')
}

function urlIn(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name]
  // As the issuer: https, or http on loopback.
  if (typeof value === 'string' && value.length <= 2_048 && isOutgoingUrl(value)) return value
  throw new IdentityProviderFailure(`its ${name} is missing, or no URL of https`, 'NO_ENDPOINT')
}

/**
 * Reads a small JSON document. A redirect is a failure: it could lead into the network of this server.
 * @throws {IdentityProviderFailure}
 */
export async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal, headers: { accept: 'application/json' } })
    if (response.status !== 200) {
      await response.body?.cancel()
      throw new IdentityProviderFailure(`it answers ${response.status} at ${url}`, `HTTP_${response.status}`)
    }
    return JSON.parse(await readText(response))
  } catch (error) {
    if (error instanceof IdentityProviderFailure) throw error
    if (error instanceof SyntaxError) throw new IdentityProviderFailure(`what is at ${url} is not JSON`, 'NOT_JSON')
    const code = fetchFailureCode(error)
    throw new IdentityProviderFailure(`it cannot be reached at ${url} (${code})`, code, { cause: error })
  }
}

async function readText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.length
    if (bytes > maxDocumentBytes) throw new IdentityProviderFailure('its document is too large', 'TOO_LARGE')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** RFC 9068 demands `at+jwt`; older ones have `JWT`, or no type. Any other type is that of something else, such as a logout token. */
function isAccessTokenType(type: string | undefined): boolean {
  return [undefined, 'jwt', 'at+jwt'].includes(type?.toLowerCase().replace(/^application\//, ''))
}

/** Whether the token is at fault. Everything else is a fault of the identity provider, such as a key that cannot be read. */
function isRefusal(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false
  return error instanceof errors.JOSEError && error.code !== errors.JOSEError.code
}
