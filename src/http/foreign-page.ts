import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a browser sends the request for a page of another origin (CSRF). A page can send a JSON body without asking first, and some
 * internal operations need no credentials. Other clients send neither header.
 */
export function isFromForeignPage({ host, origin, ...headers }: IncomingHttpHeaders): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return true
  return origin !== undefined && !isOriginOf(origin, host)
}

/** Whether an origin has this host and port. The scheme may differ: TLS may end at a proxy. */
function isOriginOf(origin: string, host: string | undefined): boolean {
  // `null` is the origin of a page that has none, such as a local file.
  if (!URL.canParse(origin)) return false
  const page = new URL(origin)
  // Read with the scheme of the page, so that a default port is left out of both.
  const called = `${page.protocol}//${host}`
  return page.host !== '' && URL.canParse(called) && page.host === new URL(called).host
}
