import { Histogram } from 'prom-client'

/** From a fifth of a millisecond, which a look-up takes, to the time after which the database is given up. In seconds. */
const upperBounds = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]

type Labels = Readonly<Record<'api' | 'operation', string>>
type Page = Awaited<ReturnType<Histogram['get']>>

interface Route {
  readonly labels: Labels
  /** Observations by the least bound that they do not exceed; the last are above every bound. */
  readonly counts: number[]
  sum: number
}

/**
 * How long requests take, as a histogram for Prometheus. An observation is an addition; the package's own histogram looks its labels up each
 * time, which costs a look-up about as much as finding its route.
 */
export class RequestDurations {
  readonly name = 'tokenwright_request_duration_seconds'
  readonly #empty = new Histogram({
    name: this.name,
    help: 'Time from the arrival of the headers of a request to its answer.',
    registers: [],
  })
  readonly #routes: Route[] = []

  /** @returns notes how many seconds a request of the route took */
  route(api: string, operation: string): (seconds: number) => void {
    const route: Route = { labels: { api, operation }, counts: [...upperBounds, Infinity].map(() => 0), sum: 0 }
    this.#routes.push(route)
    return (seconds) => {
      let bound = 0
      while (seconds > (upperBounds[bound] ?? Infinity)) bound++
      route.counts[bound] = (route.counts[bound] ?? 0) + 1
      route.sum += seconds
    }
  }

  /** What the registry makes its page of. */
  async get(): Promise<Page> {
    return {
      ...(await this.#empty.get()),
      values: this.#routes.flatMap(({ labels, counts, sum }) => {
        let count = 0
        const buckets = counts.map((own, bound) => {
          count += own
          return {
            metricName: `${this.name}_bucket`,
            labels: { le: upperBounds[bound] ?? '+Inf', ...labels },
            value: count,
          }
        })
        return [
          ...buckets,
          { metricName: `${this.name}_sum`, labels, value: sum },
          { metricName: `${this.name}_count`, labels, value: count },
        ]
      }),
    }
  }
}
