import type { FastifyInstance, FastifyReply } from 'fastify'

/**
 * Nothing is loaded from elsewhere, and nothing is sent elsewhere. No `upgrade-insecure-requests`: the server speaks plain HTTP
 * unless it is given a certificate.
 * @param origins other servers that the page may send requests to
 */
export function contentSecurityPolicy(...origins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...origins].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Of every page: it is taken for nothing else than it says, tells nobody where a link came from, and is open to no other origin. */
export const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy(),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Sends the headers of a page with everything that is served in this scope. */
export function addPageHeaders(pages: FastifyInstance): void {
  pages.addHook('onRequest', (_request, reply, done) => {
    reply.headers(securityHeaders)
    done()
  })
}

/** Sends a page that was made for this request: a copy of it is asked for again before it is shown. */
export function sendPage(reply: FastifyReply, text: string): FastifyReply {
  return reply
    .header('cache-control', 'no-cache')
    .header('content-type', 'text/html; charset=utf-8')
    .serializer(String)
    .send(text)
}
