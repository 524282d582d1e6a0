import type { Span } from '@opentelemetry/api'
import type { FastifyInstance } from 'fastify'
import type { Tracer } from './tracer.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** Of a traced request, sampled or not. */
    span: Span | undefined
  }
}

/** Asked every second or so by balancers and scrapers: nobody looks for them in traces. */
const untraced: ReadonlySet<string | undefined> = new Set(['/livez', '/readyz', '/metrics'])

/** Gives each request a span, from its headers to its answer. */
export function traceRequests(app: FastifyInstance, tracer: Tracer): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (untraced.has(request.routeOptions.url)) return done()
    request.span = tracer.startRequest(request.method, request.headers)
    tracer.within(request.span, done)
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    const { span, observed, operation } = request
    if (span) {
      tracer.endRequest(span, {
        method: request.method,
        route: observed && operation ? operation.path : request.routeOptions.url,
        api: observed?.api ?? '',
        operationId: observed?.operationId ?? '',
        requestId: request.id,
        status: reply.statusCode,
      })
    }
    done(null, payload)
  })
}
