import { createHmac } from 'node:crypto'
import { type Clock, numericDate } from '../../clock.js'
import { inTime } from '../../concurrency/in-time.js'
import type { Secret } from '../../crypto/secret.js'
import type { TraceHeaders, Tracer } from '../../observability/tracer.js'
import { fetchFailureCode } from '../../outgoing-requests.js'
import { type AuditSink, AuditSinkFailure } from './audit-sink.js'

export const signatureHeader = 'X-Tokenwright-Signature'

export interface WebhookSinkOptions {
  readonly url: Secret
  /** Signs each request. */
  readonly secret: Secret
  readonly clock: Clock
  /** How long the receiver has to accept a batch. */
  readonly timeoutMs: number
  /** Absent: nothing is traced. */
  readonly tracer?: Tracer | undefined
}

/** Posts audit events to a receiver. Any status but 2xx is a refusal, a redirect too: it could lead anywhere. */
export class WebhookSink implements AuditSink {
  readonly name = 'webhook'

  constructor(readonly options: WebhookSinkOptions) {}

  async deliver(lines: string, signal: AbortSignal): Promise<void> {
    await inTime(signal, this.options.timeoutMs, (signal) => this.#post(lines, signal))
  }

  async #post(lines: string, signal: AbortSignal): Promise<void> {
    const { url, secret, clock, tracer } = this.options
    const signature = { [signatureHeader]: signatureOf(lines, secret, clock()) }
    const post = (traceHeaders: TraceHeaders) =>
      fetch(url.reveal(), {
        method: 'POST',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/x-ndjson', ...signature, ...traceHeaders },
        body: lines,
        signal,
      })
    const response = await (tracer ? tracer.send('POST', post) : post({})).catch((error: unknown) => {
      throw new AuditSinkFailure(fetchFailureCode(error), error)
    })
    // Nobody reads the body, and an unread one keeps its connection.
    await response.body?.cancel()
    if (!response.ok) throw new AuditSinkFailure(`HTTP_${response.status}`)
  }
}

/** `t=` the time in seconds since 1970, `v1=` the HMAC-SHA-256 over the time, a dot and the body, in hex. */
function signatureOf(body: string, secret: Secret, now: Date): string {
  const time = numericDate(now)
  const hmac = createHmac('sha256', secret.reveal()).update(`${time}.${body}`)
  return `t=${time},v1=${hmac.digest('hex')}`
}
