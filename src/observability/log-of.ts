import type { FastifyRequest } from 'fastify'
import type { Logger } from 'pino'

/**
 * The log of a request: every line names the request, its operation and its trace: where traces are on the span of the request, else that of
 * the caller. It is created when there is something to log, so that other requests do not pay for it.
 * @param log of the process
 */
export function logOf(log: Logger): (request: FastifyRequest) => Logger {
  return (request) => {
    const { api = '', operationId = '' } = request.observed ?? {}
    return log.child({ reqId: request.id, api, operationId, ...traceFields(request) })
  }
}

/** Named as OpenTelemetry names them in a log of JSON. */
function traceFields({ span, headers }: FastifyRequest): Readonly<Record<string, string>> {
  if (span) {
    const { traceId, spanId } = span.spanContext()
    return { trace_id: traceId, span_id: spanId }
  }
  const caller = traceContext(headers.traceparent)
  return caller ? { trace_id: caller.traceId, parent_id: caller.parentId } : {}
}

/** The position of a request in the trace of its caller. */
export interface TraceContext {
  readonly traceId: string
  readonly parentId: string
}

// W3C Trace Context, version 00: lower case, and no id that is all zeros.
const traceparent = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}$/

/** Reads a `traceparent` header; `undefined` for an invalid one, which must not reach the log. */
export function traceContext(header: string | readonly string[] | undefined): TraceContext | undefined {
  const [, traceId, parentId] = (typeof header === 'string' && traceparent.exec(header)) || []
  return traceId !== undefined && parentId !== undefined ? { traceId, parentId } : undefined
}
