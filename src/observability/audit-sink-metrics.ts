import { Counter, Gauge, type Registry } from 'prom-client'
import type { AuditSinkMetrics } from '../domain/audit/audit-sink-job.js'

/** The metrics of the audit sink. They appear where one is configured. Each instance shows the lag of all. */
export function auditSinkMetrics(registry: Registry): AuditSinkMetrics {
  const shared = { labelNames: ['sink'] as const, registers: [registry] }
  const events = new Counter({
    ...shared,
    name: 'tokenwright_audit_sink_events_total',
    help: 'Audit events that the sink accepted from this instance.',
  })
  const failures = new Counter({
    ...shared,
    name: 'tokenwright_audit_sink_failures_total',
    help: 'Rounds of the audit sink that failed; they are repeated.',
  })
  const lagSeconds = new Gauge({
    ...shared,
    name: 'tokenwright_audit_sink_lag_seconds',
    help: 'The age of the oldest audit event that the sink has not accepted.',
    aggregator: 'max',
  })
  const lagRows = new Gauge({
    ...shared,
    name: 'tokenwright_audit_sink_lag_rows',
    help: 'How many audit events the sink has not accepted, by their numbers.',
    aggregator: 'max',
  })
  return {
    watch: (sink) => {
      events.inc({ sink }, 0)
      failures.inc({ sink }, 0)
    },
    sent: (sink, count) => events.inc({ sink }, count),
    failed: (sink) => failures.inc({ sink }),
    lagged: (sink, { seconds, rows }) => {
      lagSeconds.set({ sink }, seconds)
      lagRows.set({ sink }, rows)
    },
  }
}
