import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../observability/metrics.js'
import { refuseHost } from './problem.js'

/**
 * Serves `/metrics` to the hosts that internal operations answer to.
 * @param page the text of the page: that of the process, or of all workers together
 */
export function serveMetrics(
  app: FastifyInstance,
  metrics: Pick<Metrics, 'contentType'>,
  page: () => Promise<string>,
  isInternalHost: (host: string | undefined) => boolean,
): void {
  app.get('/metrics', async (request, reply) => {
    if (!isInternalHost(request.headers.host)) return refuseHost(reply)
    return reply
      .header('content-type', metrics.contentType)
      .serializer(String)
      .send(await page())
  })
}
