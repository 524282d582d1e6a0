import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import {
  type Context,
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { defaultResource, type Resource, resourceFromAttributes } from '@opentelemetry/resources'
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base'
import { packageVersion } from '../package-file.js'
import { readPairs, type TracingConfig } from '../tracing-config.js'
import { codeOf } from './log.js'
import { summaryOf } from './query-summary.js'
import { CountedSpans, type ExportObserver, ObservedExporter } from './span-exporter.js'
import type { TracedAnswer, TraceHeaders, Tracer } from './tracer.js'

/** How long a shutdown waits for the receiver: the process has ten seconds for everything. */
const shutdownTimeoutMs = 1_000
/** The longest statements are inserts of many columns: their beginning tells which one it is. */
const maxQueryTextLength = 1_000

/**
 * Traces by the SDK of OpenTelemetry, which is loaded with this module. Attributes have the names of its stable semantic conventions for HTTP
 * and databases. Those that could hold a secret are left out: paths and queries of URLs, headers, parameters of statements, texts of errors.
 */
export class OpenTelemetryTracer implements Tracer {
  readonly #provider: BasicTracerProvider
  readonly #tracer: ReturnType<BasicTracerProvider['getTracer']>
  readonly #propagator = new W3CTraceContextPropagator()
  /** Has sampled spans only, so that an unsampled request costs no more than its decision. */
  readonly #active = new AsyncLocalStorage<Span | undefined>()

  constructor({ url, headers, ...config }: TracingConfig, observer: ExportObserver) {
    const exporter = new OTLPTraceExporter({
      url: url.reveal(),
      ...(headers && { headers: readPairs(headers.reveal()) }),
    })
    this.#provider = new BasicTracerProvider({
      resource: resourceOf(config),
      sampler: samplerOf(config),
      // Its queue is bounded: what does not fit is dropped.
      spanProcessors: [new CountedSpans(observer), new BatchSpanProcessor(new ObservedExporter(exporter, observer))],
    })
    this.#tracer = this.#provider.getTracer('tokenwright', packageVersion())
  }

  startRequest(method: string, headers: IncomingHttpHeaders): Span {
    const parent =
      headers.traceparent === undefined
        ? ROOT_CONTEXT
        : this.#propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter)
    return this.#tracer.startSpan(method, { kind: SpanKind.SERVER }, parent)
  }

  endRequest(span: Span, { method, route, api, operationId, requestId, status }: TracedAnswer): void {
    if (span.isRecording()) {
      if (route !== undefined) span.updateName(`${method} ${route}`).setAttribute('http.route', route)
      span.setAttributes({
        'http.request.method': method,
        'http.response.status_code': status,
        'tokenwright.request_id': requestId,
        ...(api !== '' && { 'tokenwright.api': api }),
        ...(operationId !== '' && { 'tokenwright.operation_id': operationId }),
      })
      // What a client did wrong is no error of the server.
      if (status >= 500) span.setAttribute('error.type', String(status)).setStatus({ code: SpanStatusCode.ERROR })
    }
    span.end()
  }

  within<Result>(span: Span, work: () => Result): Result {
    if (span.isRecording()) return this.#active.run(span, work)
    return this.#outside(work)
  }

  active(): Span | undefined {
    return this.#active.getStore()
  }

  batch<Result>(what: string, spans: readonly (Span | undefined)[], work: () => Promise<Result>): Promise<Result> {
    const waiting = new Set(spans.filter((span) => span !== undefined))
    const [first] = waiting
    // A batch is started by whichever request came first, sampled or not.
    if (!first) return this.#outside(work)
    const links = [...waiting].map((span) => ({ context: span.spanContext() }))
    const attributes = { 'tokenwright.batch.size': spans.length }
    const batch = this.#tracer.startSpan(`batch ${what}`, { links, attributes }, below(first))
    const link = { context: batch.spanContext() }
    for (const span of waiting) if (span !== first) span.addLink(link)
    return this.#run(batch, work)
  }

  statement<Result>(text: string, work: () => Promise<Result>): Promise<Result> {
    const parent = this.active()
    // Timers keep the span that was active when they were set: what they do later is no part of it.
    if (!parent?.isRecording()) return work()
    const summary = summaryOf(text)
    const attributes = {
      'db.system.name': 'postgresql',
      'db.query.summary': summary,
      'db.query.text': text.replaceAll(/\s+/g, ' ').trim().slice(0, maxQueryTextLength),
    }
    const span = this.#tracer.startSpan(summary, { kind: SpanKind.CLIENT, attributes }, below(parent))
    return this.#run(span, work, 'db.response.status_code')
  }

  job<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    return this.#run(this.#tracer.startSpan(name, {}, ROOT_CONTEXT), work)
  }

  send<Answer extends { readonly status: number }>(
    method: string,
    work: (headers: TraceHeaders) => Promise<Answer>,
  ): Promise<Answer> {
    const parent = this.active()
    const options = { kind: SpanKind.CLIENT, attributes: { 'http.request.method': method } }
    const span = this.#tracer.startSpan(method, options, parent ? below(parent) : ROOT_CONTEXT)
    const headers: Record<string, string> = {}
    this.#propagator.inject(below(span), headers, defaultTextMapSetter)
    return this.#run(span, async () => {
      const answer = await work(headers)
      span.setAttribute('http.response.status_code', answer.status)
      if (answer.status >= 400)
        span.setAttribute('error.type', String(answer.status)).setStatus({ code: SpanStatusCode.ERROR })
      return answer
    })
  }

  async shutdown(): Promise<void> {
    // What cannot be sent was told by the observer.
    const sent = this.#provider.shutdown().catch(() => {})
    await Promise.race([sent, delay(shutdownTimeoutMs, undefined, { ref: false })])
  }

  /** Runs work as part of no span, even where it is called from within one. */
  #outside<Result>(work: () => Result): Result {
    return this.active() ? this.#active.run(undefined, work) : work()
  }

  /** @param codeAttribute has the code of an error, where it has one */
  async #run<Result>(span: Span, work: () => Promise<Result>, codeAttribute?: string): Promise<Result> {
    try {
      return await this.#active.run(span.isRecording() ? span : undefined, work)
    } catch (error) {
      const code = codeOf(error)
      span.setAttribute('error.type', code ?? nameOf(error)).setStatus({ code: SpanStatusCode.ERROR })
      if (code !== undefined && codeAttribute !== undefined) span.setAttribute(codeAttribute, code)
      throw error
    } finally {
      span.end()
    }
  }
}

function below(span: Span): Context {
  return trace.setSpan(ROOT_CONTEXT, span)
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '_OTHER'
}

function resourceOf({ serviceName, resourceAttributes }: Omit<TracingConfig, 'url' | 'headers'>): Resource {
  const own = {
    'service.name': 'tokenwright',
    'service.version': packageVersion(),
    // Workers and instances, each for itself.
    'service.instance.id': randomUUID(),
    'process.pid': process.pid,
    ...readPairs(resourceAttributes),
    ...(serviceName !== undefined && { 'service.name': serviceName }),
  }
  return defaultResource().merge(resourceFromAttributes(own))
}

function samplerOf({ sampler, samplerRatio }: Pick<TracingConfig, 'sampler' | 'samplerRatio'>): Sampler {
  const roots: Readonly<Record<string, () => Sampler>> = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(samplerRatio),
  }
  const root = (roots[sampler.replace('parentbased_', '')] as () => Sampler)()
  return sampler.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root
}
