import type { FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { traceContext } from './trace-context.js'

/**
 * The log of a request: every line says which request and operation it belongs to, and which trace of the caller. Made when there
 * is something to log, so that other requests do not pay for it.
 * @param log of the process
 */
export function logOf(log: Logger): (request: FastifyRequest) => Logger {
  return (request) => {
    const { api = '', operationId = '' } = request.observed ?? {}
    return log.child({ reqId: request.id, api, operationId, ...traceContext(request.headers.traceparent) })
  }
}
