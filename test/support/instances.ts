import { setTimeout as delay } from 'node:timers/promises'
import type { Test } from 'tap'
import { freePort } from '../../scripts/test/free-port.js'
import { demoEnvironment } from './demo-environment.js'
import { OwnProcess } from './process.js'

export interface Instances {
  readonly ports: readonly [number, number]
  /** The master key that their database is under at first. */
  readonly masterKey: string
  /** @param changed settings of this start, instead of those that all have */
  start(port: number, changed?: Readonly<Record<string, string>>): Promise<OwnProcess>
}

/** Starts instances on one database, as `compose.yaml` does; each has been ready when it is given. */
export async function instances(t: Test, own: Readonly<Record<string, string>> = {}): Promise<Instances> {
  const { env } = await demoEnvironment(t)
  const settings = { ...env, ...own, INTERNAL_PORT: '0', TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'warn' }
  return {
    ports: [await freePort(), await freePort()],
    masterKey: env.MASTER_KEY ?? '',
    async start(port, changed = {}) {
      const server = new OwnProcess(t, 'src/main.ts', [], {
        ...settings,
        ...changed,
        PORT: String(port),
      })
      await server.waitFor(/listens on/)
      await until200(`http://127.0.0.1:${port}/readyz`)
      return server
    },
  }
}

export async function until200(url: string): Promise<void> {
  while (
    !(await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    await delay(100)
  }
}
