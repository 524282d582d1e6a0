import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { Test } from 'tap'
import { type AppOptions, buildApp } from '../../src/app.js'
import type { Database } from '../../src/db/schema.js'
import { restoreDemo } from '../../src/demo/demo.js'
import { createDependencies, type Dependencies } from '../../src/dependencies.js'
import { Secret } from '../../src/domain/secret.js'
import { MasterKey } from '../../src/keys/master-key.js'
import { openTestDatabase } from './database.js'

/** A clock that tests hold and move. */
export class TestClock {
  #now: Date
  constructor(start: string) {
    this.#now = new Date(start)
  }

  readonly now = (): Date => new Date(this.#now)

  set(moment: string): void {
    this.#now = new Date(moment)
  }

  advance(seconds: number): void {
    this.#now = new Date(this.#now.getTime() + seconds * 1000)
  }
}

export interface TestServer {
  readonly baseUrl: string
  readonly app: FastifyInstance
  readonly db: Kysely<Database>
  readonly dependencies: Dependencies
  readonly clock: TestClock
  /** Puts the demo rows back into their first state. */
  restoreDemo(): Promise<void>
}

export interface TestServerOptions extends Partial<AppOptions> {
  /** The time at the start. */
  readonly now?: string
  readonly db?: Kysely<Database>
  readonly masterKey?: MasterKey
}

/** A listening server with demo data, on a database of its own; all of it goes with the test. */
export async function startServer(t: Test, options: TestServerOptions = {}): Promise<TestServer> {
  const { now = '2026-01-02T03:04:05Z', masterKey = testMasterKey(), db: ownDb, ...appOptions } = options
  const db = ownDb ?? (await openTestDatabase(t)).db
  const clock = new TestClock(now)
  const dependencies = createDependencies(db, masterKey, {
    clock: clock.now,
    onDroppedUses: (error) => t.error(error, 'uses of tokens are written'),
  })
  await restoreDemo(db, dependencies.digest)
  const app = await buildApp(dependencies, {
    surface: 'all',
    internalHosts: [],
    trustedProxies: [],
    logger: { level: 'silent' },
    isReady: async () => true,
    isStopping: () => false,
    demo: true,
    ...appOptions,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(async () => {
    await app.close()
    await dependencies.lastUses.flush()
  })
  const { port } = app.server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    app,
    db,
    dependencies,
    clock,
    restoreDemo: () => restoreDemo(db, dependencies.digest),
  }
}

export function testMasterKey(): MasterKey {
  return new MasterKey(new Secret(randomBytes(32).toString('hex')))
}
