import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { logOf } from './log-of.js'
import type { Metrics } from './metrics.js'

export interface RequestObserver {
  /** Told of an answer that no hook sees. */
  readonly answered: (request: FastifyRequest, reply: FastifyReply) => void
  /** Told of an answer to what is no request. */
  readonly refused: (requestId: string, status: number) => void
}

/** Counts and times every answer and, where the log is at `debug`, writes one line for each. The level is looked at once. */
export function observeRequests(app: FastifyInstance, metrics: Metrics): RequestObserver {
  const unowned = metrics.route('', '', [404])
  const count = (request: FastifyRequest, reply: FastifyReply): void =>
    (request.observed ?? unowned).answered(reply.statusCode, reply.elapsedTime / 1_000)
  const countRefused = (_requestId: string, status: number): void => unowned.answered(status)

  const isLogged = ['debug', 'trace'].includes(app.log.level)
  const observer: RequestObserver = isLogged
    ? {
        answered: (request, reply) => {
          count(request, reply)
          logAnswer(request, reply)
        },
        refused: (reqId, status) => {
          countRefused(reqId, status)
          app.log.debug({ reqId, api: '', operationId: '', status }, 'what is no request was answered')
        },
      }
    : { answered: count, refused: countRefused }
  app.addHook('onResponse', (request, reply, done) => {
    observer.answered(request, reply)
    done()
  })
  return observer
}

function logAnswer(request: FastifyRequest, reply: FastifyReply): void {
  const line = {
    method: request.method,
    // The pattern: a URL may carry a token.
    route: request.routeOptions.url ?? '',
    status: reply.statusCode,
    durationMs: Math.round(reply.elapsedTime * 1_000) / 1_000,
  }
  logOf(request).debug(line, 'a request was answered')
}
