import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Environment } from './environment.js'
import type { Fault, Outcome } from './fault.js'

/** A start that cannot succeed. @param cause what the process has to print before it ends */
function refusedStart(
  name: string,
  cause: RegExp,
  env: (environment: Environment) => Promise<Readonly<Record<string, string>>>,
): Fault {
  return {
    name,
    promise: 'ends within 10 s and names the cause',
    async run(environment): Promise<Outcome> {
      const startedAt = performance.now()
      const instance = await environment.startInstance(await env(environment))
      const code = await Promise.race([instance.ended, delay(40_000, undefined, { ref: false })])
      const seconds = (performance.now() - startedAt) / 1000
      const said = /cannot start: (.*)/.exec(instance.output)?.[1] ?? ''
      const isKept = code === 1 && seconds <= 10 && cause.test(said)
      return { isKept, note: `${code === undefined ? 'still runs' : 'ended'} after ${seconds.toFixed(1)} s: ${said}` }
    },
  }
}

const awayAtStart: Fault = {
  name: 'PostgreSQL away at the start',
  promise: 'waits and says 503, then is ready within 2 s',
  async run(environment): Promise<Outcome> {
    const url = await environment.createDatabase()
    await environment.cluster.stop()
    const instance = await environment.startInstance({ DATABASE_URL: url })
    let status = 0
    for (const deadline = performance.now() + 20_000; status === 0 && performance.now() < deadline; await delay(100)) {
      status = (await instance.call('/readyz')).status
    }
    await environment.cluster.start()
    const since = performance.now()
    await instance.ready()
    const recoverySeconds = (performance.now() - since) / 1000
    return { isKept: status === 503 && recoverySeconds <= 2, recoverySeconds }
  },
}

const openedTwice: Fault = {
  name: 'embedded directory opened twice',
  promise: 'refused, naming the process; the first goes on',
  async run(environment): Promise<Outcome> {
    const env = { DATA_DIR: join(environment.directory, 'twice') }
    const first = await (await environment.startInstance(env)).ready()
    const second = await environment.startInstance(env)
    const code = await Promise.race([second.ended, delay(30_000, undefined, { ref: false })])
    const isNamed = second.output.includes(`in use by the process ${first.child.pid}`)
    return { isKept: code === 1 && isNamed && (await first.issue()).status === 200 }
  },
}

/** Faults at the start, and of the embedded database. */
export const startFaults: readonly Fault[] = [
  awayAtStart,
  refusedStart('wrong user or password', /nobody_like_this/, async (environment) => {
    const url = new URL(await environment.createDatabase())
    url.username = 'nobody_like_this'
    return { DATABASE_URL: url.href }
  }),
  refusedStart('other schema', /migrat/i, async (environment) => ({
    DATABASE_URL: await environment.createDatabase(false),
  })),
  refusedStart('no such database', /does not exist/, async (environment) => {
    const url = new URL(environment.cluster.url)
    url.pathname = 'no_such_database'
    return { DATABASE_URL: url.href }
  }),
  refusedStart('embedded directory corrupt', /no whole database/, async (environment) => {
    const directory = join(environment.directory, 'corrupt')
    await mkdir(join(directory, 'pglite', 'base'), { recursive: true })
    await writeFile(join(directory, 'pglite', 'notes.txt'), 'mine')
    return { DATA_DIR: directory }
  }),
  openedTwice,
]
