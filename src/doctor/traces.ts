import type { Config } from '../config.js'
import { codeOf } from '../observability/log.js'
import { readPairs } from '../tracing-config.js'
import { type Finding, ok, warning } from './finding.js'

const check = 'traces'
const timeoutMs = 3_000

/** Checks whether the receiver of traces takes an empty batch. Without one the server works as well, so that nothing here is a problem. */
export async function checkTraces({ tracing }: Pick<Config, 'tracing'>): Promise<Finding[]> {
  if (!tracing) return []
  const { url, headers } = tracing
  const action =
    'correct OTEL_EXPORTER_OTLP_ENDPOINT and …_HEADERS, or start the receiver; calls are answered without it'
  try {
    const { ok: isTaken, status } = await fetch(url.reveal(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-protobuf', ...(headers && readPairs(headers.reveal())) },
      // No bytes are a request without spans.
      body: new Uint8Array(),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return [isTaken ? ok(check, 'the receiver takes traces') : warning(check, `the receiver answers ${status}`, action)]
  } catch (error) {
    return [warning(check, `the receiver does not answer (${codeOf(error) ?? 'no answer'})`, action)]
  }
}
