import type { MetricsSnapshot } from '../observability/metrics.js'

/** What the primary tells a worker. */
export type ToWorker =
  /** Shut down, as on this signal. */
  | { readonly kind: 'shutdown'; readonly signal: NodeJS.Signals | undefined }
  /** Send your metrics. */
  | { readonly kind: 'metrics-wanted'; readonly id: number }
  /** The page that was asked for. */
  | { readonly kind: 'metrics-page'; readonly id: number; readonly page: string }

/** What a worker tells the primary. */
export type ToPrimary =
  /** The database is prepared, and the listeners are open. */
  | { readonly kind: 'started' }
  /** A client asks for the metrics of all workers. */
  | { readonly kind: 'metrics-page-wanted'; readonly id: number }
  /** The answer to `metrics-wanted`; without an id those of every few seconds, and the last ones of a worker that ends. */
  | { readonly kind: 'metrics'; readonly id?: number; readonly metrics: MetricsSnapshot }
