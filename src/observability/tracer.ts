import type { IncomingHttpHeaders } from 'node:http'
import type { Span } from '@opentelemetry/api'

/** What a request was, once it is answered. Nothing of it comes from a path, a query, a header or a body but the id. */
export interface TracedAnswer {
  readonly method: string
  /** The template of the contract, such as `/v1/frontend/auth/{account_id}`, or the pattern of a page; `undefined` where no route was found. */
  readonly route: string | undefined
  readonly api: string
  readonly operationId: string
  readonly requestId: string
  readonly status: number
}

/** Headers that carry the position in a trace to another server. */
export type TraceHeaders = Readonly<Record<string, string>>

/**
 * Records what a request, a batch, a statement or a job took. Where traces are off there is none, and whoever would use one does not ask for
 * more than that. No method waits for the receiver of the traces, or throws anything but what `work` throws.
 */
export interface Tracer {
  /** Begins the span of a request, below what its `traceparent` names. One that is not sampled records nothing. */
  startRequest(method: string, headers: IncomingHttpHeaders): Span
  endRequest(span: Span, answer: TracedAnswer): void
  /** Runs `work`, and what it waits for, as part of a span that has begun. */
  within<Result>(span: Span, work: () => Result): Result
  /** The sampled span that the caller is a part of. */
  active(): Span | undefined
  /**
   * Runs a statement, or a few, for questions that share it. Its span has a link to that of each question, and each of those has one back; it
   * stands below the first of them, so that one trace at least has everything.
   * @param spans of the questions; those that are not sampled have none
   */
  batch<Result>(what: string, spans: readonly (Span | undefined)[], work: () => Promise<Result>): Promise<Result>
  /** Runs a statement as a part of the active span; where there is none, nothing is recorded. */
  statement<Result>(text: string, work: () => Promise<Result>): Promise<Result>
  /** Runs work that no request waits for, as a trace of its own. */
  job<Result>(name: string, work: () => Promise<Result>): Promise<Result>
  /** Sends a request to another server, with headers that carry the trace on. */
  send<Answer extends { readonly status: number }>(
    method: string,
    work: (headers: TraceHeaders) => Promise<Answer>,
  ): Promise<Answer>
  /** Sends what is recorded, in a bounded time. */
  shutdown(): Promise<void>
}
