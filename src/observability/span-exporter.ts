import { type ExportResult, ExportResultCode } from '@opentelemetry/core'
import type { ReadableSpan, SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace-base'
import type { Logger } from 'pino'

/** `ended` is all of them: those that are neither exported nor lost wait, or were dropped since the queue was full. */
export type SpanState = 'ended' | 'exported' | 'lost'

/** Where an exporter tells what became of spans. */
export interface ExportObserver {
  readonly log: Pick<Logger, 'info' | 'warn'>
  readonly count: (state: SpanState, spans: number) => void
}

/** Tells in one line that the receiver takes no spans, however long that lasts, and in another one that it does again. */
export class ObservedExporter implements SpanExporter {
  readonly #exporter: SpanExporter
  readonly #observer: ExportObserver
  /** Lost since the receiver last took any. */
  #lost = 0

  constructor(exporter: SpanExporter, observer: ExportObserver) {
    this.#exporter = exporter
    this.#observer = observer
  }

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    this.#exporter.export(spans, (result) => {
      if (result.code === ExportResultCode.SUCCESS) this.#exported(spans.length)
      else this.#failed(spans.length, result.error)
      done(result)
    })
  }

  #exported(spans: number): void {
    this.#observer.count('exported', spans)
    if (this.#lost > 0) this.#observer.log.info({ lost: this.#lost }, 'traces exported again')
    this.#lost = 0
  }

  #failed(spans: number, error: Error | undefined): void {
    this.#observer.count('lost', spans)
    if (this.#lost === 0) this.#observer.log.warn({ code: codeOf(error) }, 'traces not exported')
    this.#lost += spans
  }

  async forceFlush(): Promise<void> {
    await this.#exporter.forceFlush?.()
  }

  shutdown(): Promise<void> {
    return this.#exporter.shutdown()
  }
}

/** Counts the spans that end. */
export class CountedSpans implements SpanProcessor {
  readonly #observer: ExportObserver

  constructor(observer: ExportObserver) {
    this.#observer = observer
  }

  onStart(): void {}

  onEnd(): void {
    this.#observer.count('ended', 1)
  }

  async forceFlush(): Promise<void> {}

  async shutdown(): Promise<void> {}
}

/** The status of the answer, or the code of the system, such as ECONNREFUSED. The text may quote the receiver. */
function codeOf(error: (Error & { readonly code?: unknown }) | undefined): string {
  const { code } = error ?? {}
  if (typeof code === 'number') return `HTTP_${code}`
  return typeof code === 'string' ? code : 'NO_ANSWER'
}
