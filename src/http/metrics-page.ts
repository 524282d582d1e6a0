import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../observability/metrics.js'
import { refuseHost } from './problem.js'

/** Serves `/metrics` to the hosts that internal operations answer to. */
export function serveMetrics(
  app: FastifyInstance,
  metrics: Metrics,
  isInternalHost: (host: string | undefined) => boolean,
): void {
  app.get('/metrics', async (request, reply) => {
    if (!isInternalHost(request.headers.host)) return refuseHost(reply)
    return reply
      .header('content-type', metrics.contentType)
      .serializer(String)
      .send(await metrics.page())
  })
}
