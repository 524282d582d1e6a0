import type { FastifyInstance } from 'fastify'
import type { Surface } from '../contract/surface.js'
import type { FailureCause } from '../database/failure-cause.js'
import type { Readiness } from '../database/readiness.js'
import type { StandbyFailure } from '../database/standby-failure.js'
import { sendProblem } from './problem.js'

export interface HealthOptions {
  /** Which listener it is: the public one tells no cause. */
  readonly surface: Surface
  /** What the server can answer now. */
  readonly readiness: () => Promise<Readiness>
  /** Whether the process is about to stop. */
  readonly isStopping: () => boolean
}

const ok = '{"status":"ok"}'

/**
 * Serves `/livez`, which says that the process answers, and `/readyz`, which says that it can serve: calls that read or, with
 * `?for=writes`, all of them. Reads alone decide otherwise, since look-ups go on where the database takes no writes.
 */
export function serveHealth(app: FastifyInstance, { surface, readiness, isStopping }: HealthOptions): void {
  const told: Explain = surface === 'public' ? () => ({}) : explain
  app.get('/livez', (_request, reply) => reply.type('application/json').serializer(String).send(ok))
  app.get<{ Querystring: { for?: string } }>('/readyz', async (request, reply) => {
    const { for: purpose = 'reads' } = request.query
    if (purpose !== 'reads' && purpose !== 'writes') return sendProblem(reply, 400, 'Ask for=reads or for=writes.')
    if (isStopping()) return sendProblem(reply, 503, 'The server is stopping.')
    const found = await readiness()
    const cause = found[purpose]
    if (cause) {
      const detail = found.reads ? 'The server is not ready.' : 'The database takes no writes.'
      return sendProblem(reply.header('retry-after', '1'), 503, detail, told(cause))
    }
    const body = found.writes || found.standby ? JSON.stringify(describe(found, told)) : ok
    return reply.type('application/json').header('cache-control', 'no-store').serializer(String).send(body)
  })
}

/** What does not work while the server is ready. */
function describe({ writes, standby }: Readiness, told: Explain): Readonly<Record<string, unknown>> {
  return {
    status: 'ok',
    ...(writes && { writes: 'unavailable', ...told(writes) }),
    ...(standby && { standby: { status: 'unused', ...told(standby) } }),
  }
}

type Explain = (
  cause: FailureCause | StandbyFailure,
) => Readonly<Partial<Record<'cause' | 'problem' | 'action', string>>>

/** A cause in fixed words, without names of users, hosts or databases. */
function explain({ kind, problem, action }: FailureCause | StandbyFailure): ReturnType<Explain> {
  return { cause: kind, problem, action }
}
