import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { logOf } from './log-of.js'
import type { Metrics } from './metrics.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** When the headers arrived, in milliseconds of `performance.now()`. */
    arrivedAt: number | undefined
  }
}

export interface RequestObserver {
  /** Called for every answer to a request, when it is sent. */
  readonly answered: (request: FastifyRequest, reply: FastifyReply) => void
  /** Called for an answer to malformed HTTP, which is not a request. */
  readonly refused: (requestId: string, status: number) => void
}

/**
 * Counts and times every answer. Where the log level is `debug`, writes one line for each. An answer is observed when it is sent, not when the
 * socket has taken it: that would need an event listener for each request.
 */
export function requestObserver(metrics: Metrics, log: Logger): RequestObserver {
  const unowned = metrics.route('', '', [404])
  const count = (request: FastifyRequest, reply: FastifyReply): void =>
    (request.observed ?? unowned).answered(reply.statusCode, seconds(request))
  const countRefused = (_requestId: string, status: number): void => unowned.answered(status)
  if (!log.isLevelEnabled('debug')) return { answered: count, refused: countRefused }

  const requestLog = logOf(log)
  return {
    answered: (request, reply) => {
      count(request, reply)
      const line = {
        method: request.method,
        // The pattern: a URL may carry a token.
        route: request.routeOptions.url ?? '',
        status: reply.statusCode,
        durationMs: Math.round((seconds(request) ?? 0) * 1_000_000) / 1_000,
      }
      requestLog(request).debug(line, 'request answered')
    },
    refused: (reqId, status) => {
      countRefused(reqId, status)
      log.debug({ reqId, api: '', operationId: '', status }, 'malformed HTTP request rejected')
    },
  }
}

/** The time since the headers arrived; `undefined` for an answer that Fastify sends before its hooks run. */
function seconds({ arrivedAt }: FastifyRequest): number | undefined {
  return arrivedAt === undefined ? undefined : (performance.now() - arrivedAt) / 1_000
}
