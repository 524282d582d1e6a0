import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Tracer } from '../observability/tracer.js'

/** Gives a span to each statement of a pool. The text of a statement has no values: they are parameters. */
export class TracedPool implements PostgresPool {
  readonly #pool: PostgresPool
  readonly #tracer: Tracer

  constructor(pool: PostgresPool, tracer: Tracer) {
    this.#pool = pool
    this.#tracer = tracer
  }

  async connect(): Promise<PostgresPoolClient> {
    const client = await this.#pool.connect()
    return {
      query: (text: string, values: readonly unknown[]) =>
        this.#tracer.statement(text, () => client.query(text, values)),
      release: () => client.release(),
    } as PostgresPoolClient
  }

  end(): Promise<void> {
    return this.#pool.end()
  }
}

/** The pool itself where nothing is traced, so that a statement costs nothing more then. */
export function traced(pool: PostgresPool, tracer: Tracer | undefined): PostgresPool {
  return tracer ? new TracedPool(pool, tracer) : pool
}
