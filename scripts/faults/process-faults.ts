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

const fourMigrations: Fault = {
  name: '4 migrations at once, empty database',
  promise: 'each migration once',
  async run(environment): Promise<Outcome> {
    const url = await environment.createDatabase(false)
    const outputs = await Promise.all(
      [1, 2, 3, 4].map(() => environment.runCommand(['migrate', 'up'], { DATABASE_URL: url })),
    )
    const applied = outputs.flatMap((output) => output.match(/applied \S+/g) ?? [])
    const rows = await environment.query<{ name: string }>(url, 'select name from kysely_migration')
    const isKept = applied.length === rows.length && new Set(applied).size === rows.length
    return { isKept, note: `${applied.length} applied, ${rows.length} in the database` }
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

const overload: Fault = {
  name: '4 × overload',
  promise: 'only 2xx, 429 and 503; memory below 600 MB',
  async run(environment): Promise<Outcome> {
    const [instance] = await environment.startPair(await environment.createDatabase())
    if (!instance) return { isKept: false }
    const until = performance.now() + (environment.isShort ? 10_000 : 60_000)
    const failures: Record<string, number> = {}
    let [requests, refused, memory] = [0, 0, 0]
    const loop = async (): Promise<void> => {
      while (performance.now() < until) {
        const { status } = await instance.issue()
        requests++
        if (status === 429 || status === 503) refused++
        else if (status !== 200) failures[status] = (failures[status] ?? 0) + 1
        if (requests % 500 === 0) memory = Math.max(memory, await instance.memory())
      }
    }
    // The pool has ten connections, and a batch takes up to 500: four times what two batches take.
    await Promise.all(Array.from({ length: environment.isShort ? 500 : 4_000 }, loop))
    const isKept = Object.keys(failures).length === 0 && !(memory > 600)
    return { isKept, requests, failures, note: `${refused} refused, ${Math.round(memory)} MB` }
  },
}

/** Faults at the start, of the process, and of the embedded database. */
export const processFaults: readonly Fault[] = [
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
  fourMigrations,
  openedTwice,
  overload,
]
