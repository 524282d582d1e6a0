import type { FastifyInstance } from 'fastify'
import { sendProblem } from './problem.js'

export interface HealthOptions {
  /** Whether the server can answer: its database is there. */
  readonly isReady: () => Promise<boolean>
  /** Whether the process is about to stop. */
  readonly isStopping: () => boolean
}

const ok = '{"status":"ok"}'

/** Serves `/livez`, which says that the process answers, and `/readyz`, which says that it can serve. */
export function serveHealth(app: FastifyInstance, { isReady, isStopping }: HealthOptions): void {
  app.get('/livez', (_request, reply) => reply.type('application/json').serializer(String).send(ok))
  app.get('/readyz', async (_request, reply) => {
    if (isStopping()) return sendProblem(reply, 503, 'The server is stopping.')
    if (await isReady()) return reply.type('application/json').serializer(String).send(ok)
    return sendProblem(reply.header('retry-after', '1'), 503, 'The database is away.')
  })
}
