import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { MasterKey } from '../crypto/master-key.js'
import { Secret } from '../crypto/secret.js'
import { openEmbedded } from '../database/embedded.js'
import { migrateUp } from '../database/migrate.js'
import { buildApp } from '../http/app.js'
import { Metrics } from '../observability/metrics.js'
import { RepeatedLines } from '../observability/repeated-lines.js'
import { createServices } from '../services.js'
import { type RecordedCall, RecordedCalls } from './recorded-calls.js'

export interface MockOptions {
  /** The names of the contracts that are served; all where there is none. */
  readonly names: readonly string[]
  readonly onCall?: (call: RecordedCall) => void
}

/** A server for the tests of a client, ready to listen. */
export interface Mock {
  readonly app: FastifyInstance
  close(): Promise<void>
}

/**
 * The demo in memory: it answers as the real server does, since it is the real one, keeps nothing, and remembers what clients sent.
 * `GET /mock/calls` shows the calls, `DELETE /mock/calls` forgets them and puts the demo data back.
 */
export async function startMock({ names, onCall }: MockOptions): Promise<Mock> {
  const { db, close } = await openEmbedded({ directory: undefined })
  await migrateUp(db)
  const metrics = new Metrics()
  const current = new MasterKey(new Secret(randomBytes(32).toString('hex')))
  const services = createServices(db, { current, previous: undefined }, { metrics, onDropped: () => {} })
  await services.masterKeys.begin()
  await services.demo.restore()
  const calls = new RecordedCalls(onCall)
  const app = await buildApp(services, {
    surface: 'all',
    internalHosts: [],
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    repeatedLines: new RepeatedLines(),
    metrics,
    readiness: async () => ({}),
    isStopping: () => false,
    demo: true,
    ...(names.length > 0 && { only: new Set(names) }),
    recording: {
      record: (request, reply, payload) => calls.record(request, reply, payload),
      calls: () => calls.all,
      clear: async () => {
        calls.clear()
        await services.flush()
        await services.demo.restore()
      },
    },
  })
  return {
    app,
    async close() {
      await app.close()
      await services.flush()
      await close()
    },
  }
}
