import {
  Counter,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  type MetricObjectWithValues,
  type MetricValue,
  Registry,
} from 'prom-client'
import type { CleanupMetrics } from '../cleanup-job.js'
import type { ObservedRoute } from '../contract/observed-route.js'
import type { AuditSinkMetrics } from '../domain/audit/audit-sink-job.js'
import { buildCommit, packageVersion } from '../package-file.js'
import { auditSinkMetrics } from './audit-sink-metrics.js'
import { type IdentityProviderMetrics, identityProviderMetrics } from './identity-provider-metrics.js'
import { type NearReadsMetrics, nearReadsMetrics } from './near-reads-metrics.js'
import type { SpanState } from './span-exporter.js'

/** In seconds: from the duration of a fast look-up to the timeout of the database. */
const durationBuckets = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]

/** Classes of SQLSTATE that an operator should know of, counted from zero, so that the first one shows as a rise. */
const watchedClasses = ['08', '25', '40', '53', '55', '57', '58', 'XX', 'connection']

const batchBuckets = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]

/** The metrics of a process, as they are at one moment. */
export type MetricsSnapshot = readonly MetricObjectWithValues<MetricValue<string>>[]

/** The metrics of a process, for Prometheus. Its listeners share them. No label holds input of a request. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #registers = [this.#registry]
  readonly #requests = new Counter({
    name: 'tokenwright_requests_total',
    help: 'Answered requests. api and operation are empty for what no contract owns.',
    labelNames: ['api', 'operation', 'status'],
    registers: this.#registers,
  })
  readonly #durations = new Histogram({
    name: 'tokenwright_request_duration_seconds',
    help: 'Time from the arrival of the headers of a request to its answer.',
    labelNames: ['api', 'operation'],
    buckets: durationBuckets,
    registers: this.#registers,
  })
  readonly #signInFailures = new Counter({
    name: 'tokenwright_sign_in_failures_total',
    help: 'Sign-ins that were refused for their credentials.',
    labelNames: ['api'],
    registers: this.#registers,
  })
  readonly #lastUsesBatches = new Histogram({
    name: 'tokenwright_last_uses_batch_size',
    help: 'Tokens whose last use was written by one statement.',
    buckets: batchBuckets,
    registers: this.#registers,
  })
  readonly #droppedLastUses = new Counter({
    name: 'tokenwright_last_uses_dropped_total',
    help: 'Last uses of tokens that could not be written.',
    registers: this.#registers,
  })
  readonly #batches = new Histogram({
    name: 'tokenwright_batch_size',
    help: 'Questions that shared one statement, by what is asked.',
    labelNames: ['what'],
    buckets: batchBuckets.filter((size) => size <= 500),
    registers: this.#registers,
  })
  readonly #databaseErrors = new Counter({
    name: 'tokenwright_database_errors_total',
    help: 'Statements that failed, by the class of their SQLSTATE; connection where there was none.',
    labelNames: ['class'],
    registers: this.#registers,
  })
  readonly #spans = new Counter({
    name: 'tokenwright_trace_spans_total',
    help: 'Spans that ended, those that the receiver of the traces took, and those that could not be sent.',
    labelNames: ['state'],
    registers: this.#registers,
  })
  readonly #certificateExpiry = new Gauge({
    name: 'tokenwright_certificate_expiry_timestamp_seconds',
    help: 'When the certificate of the listeners ends; absent without TLS.',
    aggregator: 'min',
    registers: this.#registers,
  })
  readonly #cleanupRows = new Counter({
    name: 'tokenwright_cleanup_rows_total',
    help: 'Expired rows that the cleanup job deleted.',
    labelNames: ['table'],
    registers: this.#registers,
  })
  readonly #cleanupErrors = new Counter({
    name: 'tokenwright_cleanup_errors_total',
    help: 'Runs of the cleanup job over a table that failed.',
    labelNames: ['table'],
    registers: this.#registers,
  })
  readonly #cleanupDurations = new Gauge({
    name: 'tokenwright_cleanup_duration_seconds',
    help: 'How long the last run of the cleanup job over a table took.',
    labelNames: ['table'],
    // Of several workers.
    aggregator: 'max',
    registers: this.#registers,
  })
  readonly #cleanupSuccesses = new Gauge({
    name: 'tokenwright_cleanup_last_success_timestamp_seconds',
    help: 'When the cleanup job last went over a table without an error.',
    labelNames: ['table'],
    // Of several workers.
    aggregator: 'max',
    registers: this.#registers,
  })

  /** Sign-ins that were refused for their credentials. */
  readonly signInFailures = {
    /** Counts an API with a sign-in from zero, so that the first failure shows as a rise. */
    watch: (api: string): void => this.#signInFailures.inc({ api }, 0),
    count: (api: string): void => this.#signInFailures.inc({ api }),
  }

  /** Last uses of tokens, by how many were written or dropped together. */
  readonly lastUses = {
    written: (uses: number): void => this.#lastUsesBatches.observe(uses),
    dropped: (uses: number): void => this.#droppedLastUses.inc(uses),
  }

  /** Counts a statement that several questions share. */
  readonly batch = (what: string, size: number): void => this.#batches.observe({ what }, size)

  /** Counts a failed statement by its SQLSTATE, of which there is none where the connection failed. */
  readonly databaseFailed = (sqlState: string | undefined): void =>
    this.#databaseErrors.inc({ class: sqlState?.slice(0, 2) ?? 'connection' })

  /** Counts spans by what became of them. */
  readonly spans = (state: SpanState, spans: number): void => this.#spans.inc({ state }, spans)

  /** Runs of the cleanup job, table by table. */
  readonly cleanup: CleanupMetrics = {
    watch: (table) => {
      this.#cleanupRows.inc({ table }, 0)
      this.#cleanupErrors.inc({ table }, 0)
    },
    deleted: (table, rows) => this.#cleanupRows.inc({ table }, rows),
    succeeded: (table, seconds) => {
      this.#cleanupDurations.set({ table }, seconds)
      this.#cleanupSuccesses.setToCurrentTime({ table })
    },
    failed: (table) => this.#cleanupErrors.inc({ table }),
  }

  /** What the audit sink has had, and how far it is behind. */
  readonly auditSink: AuditSinkMetrics = auditSinkMetrics(this.#registry)

  /** Where the reads went that a standby may answer. */
  readonly nearReads: NearReadsMetrics = nearReadsMetrics(this.#registry)

  /** Whether the identity provider of operators answers. */
  readonly identityProvider: IdentityProviderMetrics = identityProviderMetrics(this.#registry)

  constructor() {
    collectDefaultMetrics({ register: this.#registry })
    this.#certificateExpiry.remove()
    for (const sqlStateClass of watchedClasses) this.#databaseErrors.inc({ class: sqlStateClass }, 0)
    const build = { version: packageVersion(), commit: buildCommit() ?? '', node: process.versions.node }
    new Gauge({
      name: 'tokenwright_build_info',
      help: 'The version, its commit and that of Node; always 1.',
      labelNames: Object.keys(build),
      aggregator: 'first',
      registers: this.#registers,
    }).set(build, 1)
  }

  /**
   * Counts and times the answers of one route.
   * @param statuses what the route is known to answer: counted from zero, so that the first failure shows as a rise
   */
  route(api: string, operation: string, statuses: readonly number[] = []): ObservedRoute {
    for (const status of statuses) this.#requests.inc({ api, operation, status }, 0)
    this.#durations.zero({ api, operation })
    const counters = new Map<number, Counter.Internal>()
    const counterOf = (status: number): Counter.Internal => {
      const counter = this.#requests.labels(api, operation, String(status))
      counters.set(status, counter)
      return counter
    }
    const durations = this.#durations.labels(api, operation)
    return {
      api,
      operationId: operation,
      answered(status, seconds) {
        const counter = counters.get(status) ?? counterOf(status)
        counter.inc()
        if (seconds !== undefined) durations.observe(seconds)
      },
    }
  }

  /** Shows the connections to the database, read when the page is requested. */
  watchConnections(read: () => Readonly<Record<'total' | 'idle' | 'waiting', number>>): void {
    this.#watchStates(
      'tokenwright_database_connections',
      'Connections to the database: all, the idle ones, and callers that wait for one.',
      read,
    )
  }

  /** Shows when the certificate of the listeners ends. */
  certificateEnds(at: Date): void {
    this.#certificateExpiry.set(at.getTime() / 1_000)
  }

  /** Shows since when each API signs with its key, read when the page is requested. */
  watchSigningKeys(read: () => ReadonlyMap<string, Date>): void {
    new Gauge({
      name: 'tokenwright_signing_key_created_timestamp_seconds',
      help: 'When the key was made with which an API signs now.',
      labelNames: ['api'],
      aggregator: 'max',
      registers: this.#registers,
      collect() {
        for (const [api, at] of read()) this.set({ api }, at.getTime() / 1_000)
      },
    })
  }

  /** Shows what the server can answer, asked when the page is requested. @param read why something cannot be answered */
  watchReadiness(read: () => Promise<Readonly<Partial<Record<'reads' | 'writes', unknown>>>>): void {
    new Gauge({
      name: 'tokenwright_ready',
      help: 'Whether calls that read, and calls that write, can be answered: 1 or 0.',
      labelNames: ['for'],
      registers: this.#registers,
      aggregator: 'min',
      async collect() {
        const failures = await read()
        for (const purpose of ['reads', 'writes'] as const) this.set({ for: purpose }, failures[purpose] ? 0 : 1)
      },
    })
  }

  /** Shows the load of password hashing, read when the page is requested. */
  watchPasswordHashing(read: () => Readonly<Record<'running' | 'waiting', number>>): void {
    this.#watchStates(
      'tokenwright_password_hashing',
      'Password hashes that are being computed, and those that wait.',
      read,
    )
  }

  /** The media type of {@link page}. */
  get contentType(): string {
    return this.#registry.contentType
  }

  /** All metrics in the text format of Prometheus. */
  page(): Promise<string> {
    return this.#registry.metrics()
  }

  /** All metrics, to be summed with those of other processes. */
  snapshot(): Promise<MetricsSnapshot> {
    return this.#registry.getMetricsAsJSON()
  }

  #watchStates(name: string, help: string, read: () => Readonly<Record<string, number>>): void {
    new Gauge({
      name,
      help,
      labelNames: ['state'],
      registers: this.#registers,
      collect() {
        for (const [state, count] of Object.entries(read())) this.set({ state }, count)
      },
    })
  }
}
