import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import { traceContext } from './trace-context.js'

/**
 * The log of a request: every line says which request and operation it belongs to, and which trace of the caller. Made when there
 * is something to log, so that other requests do not pay for it.
 */
export function logOf(request: FastifyRequest): FastifyBaseLogger {
  const { api = '', operationId = '' } = request.observed ?? {}
  return request.log.child({ reqId: request.id, api, operationId, ...traceContext(request.headers.traceparent) })
}
