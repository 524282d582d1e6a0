import { STATUS_CODES } from 'node:http'
import type { FastifyReply } from 'fastify'

/**
 * A problem as RFC 9457 writes it, for what belongs to no contract.
 * @param more members besides the standard ones
 */
export function problem(status: number, detail: string, more: Readonly<Record<string, string>> = {}): string {
  return JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail, ...more })
}

/** Answers a problem, which caches must not keep: without a word they keep 404 and some others. */
export function sendProblem(
  reply: FastifyReply,
  status: number,
  detail: string,
  more?: Readonly<Record<string, string>>,
): FastifyReply {
  return reply
    .code(status)
    .header('content-type', 'application/problem+json')
    .header('cache-control', 'no-store')
    .serializer(String)
    .send(problem(status, detail, more))
}

/** Answers 403: internal operations are not for pages of other origins. */
export function refuseOrigin(reply: FastifyReply): FastifyReply {
  return sendProblem(reply, 403, 'A page of another origin may not call this operation.')
}

/** Answers 405: a page can only be read. */
export function refuseMethod(reply: FastifyReply): FastifyReply {
  return sendProblem(reply.header('allow', 'GET, HEAD'), 405, 'This page can only be read: send GET or HEAD.')
}

/** Answers 421: internal operations do not answer to every host name. */
export function refuseHost(reply: FastifyReply): FastifyReply {
  return sendProblem(reply, 421, 'This host name is not served here.')
}
