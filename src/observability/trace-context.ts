/** Where a request stands in the trace of its caller. */
export interface TraceContext {
  readonly traceId: string
  readonly parentId: string
}

// W3C Trace Context, version 00: lower case, and no id that is all zeros.
const traceparent = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}$/

/** Reads a `traceparent` header; `undefined` for what is no valid one, of which nothing must reach the log. */
export function traceContext(header: string | readonly string[] | undefined): TraceContext | undefined {
  const [, traceId, parentId] = (typeof header === 'string' && traceparent.exec(header)) || []
  return traceId !== undefined && parentId !== undefined ? { traceId, parentId } : undefined
}
