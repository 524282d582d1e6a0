import type { Logger } from 'pino'
import { showAuditEvent } from './apis/operator/audit-events.js'
import type { Config } from './config.js'
import type { AuditSink } from './domain/audit/audit-sink.js'
import { AuditSinkJob } from './domain/audit/audit-sink-job.js'
import { AuditSinkRepository } from './domain/audit/sink-repository.js'
import { StdoutSink } from './domain/audit/stdout-sink.js'
import { WebhookSink } from './domain/audit/webhook-sink.js'
import type { Tracer } from './observability/tracer.js'
import type { Services } from './services.js'

/** How long the receiver of a webhook has: less than the lease of the job, so that no other instance delivers meanwhile. */
const timeoutMs = 10_000

/** The job that sends the audit to the sink of the configuration; `undefined` without one. */
export function createAuditSinkJob(
  { auditSink }: Pick<Config, 'auditSink'>,
  { db, clock, metrics }: Pick<Services, 'db' | 'clock' | 'metrics'>,
  log: Logger,
  tracer?: Tracer,
): AuditSinkJob | undefined {
  if (!auditSink) return undefined
  const sink: AuditSink =
    auditSink.name === 'stdout' ? new StdoutSink() : new WebhookSink({ ...auditSink, clock, timeoutMs, tracer })
  return new AuditSinkJob({
    db,
    repository: new AuditSinkRepository(),
    sink,
    show: showAuditEvent,
    clock,
    log,
    metrics: metrics.auditSink,
    tracer,
  })
}
