import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { logOf } from './log-of.js'
import type { Metrics } from './metrics.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** When the headers had arrived, in the milliseconds of `performance.now()`. */
    arrivedAt: number | undefined
  }
}

export interface RequestObserver {
  /** Told of every answer to a request, when it is sent. */
  readonly answered: (request: FastifyRequest, reply: FastifyReply) => void
  /** Told of an answer to what is no request. */
  readonly refused: (requestId: string, status: number) => void
}

/**
 * Counts and times every answer and, where the log is at `debug`, writes one line for each. The level is looked at once. When the answer is
 * sent, and not when the socket has taken it: Node tells that by events, to which each request would have to listen.
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
      requestLog(request).debug(line, 'a request was answered')
    },
    refused: (reqId, status) => {
      countRefused(reqId, status)
      log.debug({ reqId, api: '', operationId: '', status }, 'what is no request was answered')
    },
  }
}

/** How long a request has been here; `undefined` where nobody knows. */
function seconds({ arrivedAt }: FastifyRequest): number | undefined {
  return arrivedAt === undefined ? undefined : (performance.now() - arrivedAt) / 1_000
}
