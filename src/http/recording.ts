import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Remembers the calls of clients, for tests of theirs. Never part of a server with real credentials. */
export interface Recording {
  /** Called with every answer; `payload` is its body, a text or nothing. */
  readonly record: (request: FastifyRequest, reply: FastifyReply, payload: unknown) => void
  readonly calls: () => readonly object[]
  /** Forgets the calls, and puts the data back. */
  readonly clear: () => Promise<void>
}

/** Where calls are shown. Calls of these are not remembered. */
const path = '/mock/calls'

/** Serves the calls at `GET /mock/calls`, and forgets them at `DELETE /mock/calls`. */
export function serveRecording(app: FastifyInstance, { calls, clear }: Recording): void {
  app.get(path, () => calls())
  app.delete(path, async (_request, reply) => {
    await clear()
    return reply.code(204).send()
  })
}
