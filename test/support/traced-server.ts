import type { Test } from 'tap'
import { Secret } from '../../src/crypto/secret.js'
import type { Connection } from '../../src/database/connection.js'
import { Metrics } from '../../src/observability/metrics.js'
import { OpenTelemetryTracer } from '../../src/observability/open-telemetry.js'
import type { TracingConfig } from '../../src/tracing-config.js'
import { CapturedLog } from './captured-log.js'
import { openTracedDatabase } from './database.js'
import { OtlpReceiver } from './otlp-receiver.js'
import { startServer, type TestServer, type TestServerOptions } from './server.js'

export interface TestTracer {
  readonly tracer: OpenTelemetryTracer
  readonly receiver: OtlpReceiver
  /** Of the exporter. */
  readonly log: CapturedLog
  readonly metrics: Metrics
  /** Ends the tracer: what it has recorded is with the receiver then. */
  flush(): Promise<void>
}

/** A tracer that sends to a receiver of the test. */
export async function startTracer(t: Test, changed: Partial<TracingConfig> = {}): Promise<TestTracer> {
  const receiver = await OtlpReceiver.start(t)
  const log = new CapturedLog('info')
  const metrics = new Metrics()
  const config: TracingConfig = {
    url: new Secret(`${receiver.endpoint}/v1/traces`),
    headers: undefined,
    serviceName: undefined,
    resourceAttributes: '',
    sampler: 'parentbased_always_on',
    samplerRatio: 1,
    ...changed,
  }
  const tracer = new OpenTelemetryTracer(config, { log: log.logger, count: metrics.spans })
  t.teardown(() => tracer.shutdown())
  return { tracer, receiver, log, metrics, flush: () => tracer.shutdown() }
}

export interface TracedServer extends TestServer, Pick<TestTracer, 'tracer' | 'receiver' | 'flush'> {
  readonly connection: Connection
}

/** A listening server with demo data whose requests, batches and statements are traced. */
export async function startTracedServer(
  t: Test,
  options: TestServerOptions = {},
  changed: Partial<TracingConfig> = {},
): Promise<TracedServer> {
  const { tracer, receiver, flush } = await startTracer(t, changed)
  const connection = await openTracedDatabase(t, tracer)
  const server = await startServer(t, { db: connection.db, tracer, ...options })
  return { ...server, tracer, receiver, flush, connection }
}
