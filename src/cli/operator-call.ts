import { CliFailure } from './failure.js'

/** How long a call may take, in milliseconds. The longest one revokes 10,000 tokens. */
const timeoutMs = 60_000

/** Calls the server, and lets through what the operator API answers. */
export async function callOperatorApi(url: string, request: Request): Promise<Response> {
  const response = await fetch(request, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) }).catch(
    (error: unknown) => {
      throw new CliFailure('unreachable', `the server at ${url} cannot be reached: ${reasonOf(error, url)}`)
    },
  )
  if (await isOperatorApi(response)) return response
  const { status } = response
  if (status === 421) {
    const { hostname } = new URL(url)
    throw new CliFailure('unreachable', `the server does not answer to the name ${hostname}; add it to INTERNAL_HOSTS`)
  }
  throw new CliFailure(
    'unreachable',
    `there is no operator API at ${url} (it answered ${status}); it is on the internal listener, which --url or TOKENWRIGHT_URL names`,
  )
}

/** What a proxy, the public listener or another server answers is none of the API's. */
async function isOperatorApi(response: Response): Promise<boolean> {
  if (response.status === 204) return true
  const mediaType = response.headers.get('content-type')
  if (response.ok) return mediaType === 'application/json'
  if (mediaType !== 'application/problem+json') return false
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  if (typeof problem !== 'object' || problem === null || !('type' in problem)) return false
  return String(problem.type).startsWith('urn:tokenwright:problem:')
}

/** Why nobody answered, and what to do. */
function reasonOf(error: unknown, url: string): string {
  if (!(error instanceof Error)) return 'no reason is known'
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} seconds`
  const { code = '', message } = (error.cause ?? error) as NodeJS.ErrnoException
  const known = reasons.find(([codes]) => codes.test(code))
  if (!known) return `${code || message}; check --url or TOKENWRIGHT_URL`
  return `${known[1](url)} (${code})`
}

const reasons: readonly (readonly [codes: RegExp, reason: (url: string) => string])[] = [
  [
    /^ECONNREFUSED$/,
    () => 'nothing listens there; start the server, or name another one with --url or TOKENWRIGHT_URL',
  ],
  [/^(ENOTFOUND|EAI_AGAIN)$/, () => 'its name is not known; check --url or TOKENWRIGHT_URL'],
  [
    /^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|EHOSTUNREACH|ENETUNREACH)$/,
    () => 'the network does not lead there; check the address, and what stands between',
  ],
  [/^(ERR_SSL_.*|EPROTO)$/, (url) => `it does not answer with TLS; use ${url.replace(/^https/, 'http')}`],
  [
    /^(UND_ERR_SOCKET|ECONNRESET|HPE_.*)$/,
    (url) =>
      url.startsWith('http:')
        ? `it closed the connection; where it has a certificate, use ${url.replace(/^http/, 'https')}`
        : 'it closed the connection; see its log',
  ],
  [/^CERT_HAS_EXPIRED$/, () => 'its certificate has expired; renew it'],
  [/^CERT_NOT_YET_VALID$/, () => 'its certificate is not valid yet; check the clock of this machine'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, () => 'its certificate is for another name; use that one in --url'],
  [
    /CERT|SELF_SIGNED|UNABLE_TO/,
    () => 'its certificate is not trusted; name the authority in NODE_EXTRA_CA_CERTS, a file in PEM form',
  ],
]
