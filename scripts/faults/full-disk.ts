import { chown, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Answer } from './client.js'
import type { Environment } from './environment.js'
import type { Fault, Outcome } from './fault.js'
import type { Instance } from './instance.js'
import { SmallDisk } from './small-disk.js'

/** Enough for an embedded database and for one of PostgreSQL. */
const diskMegabytes = 192

const promise = 'look-ups 200, writes 503; recovers within 10 s of new room, nothing lost'

interface Counts {
  readonly tokens: string[]
  readonly failures: Record<string, number>
  requests: number
  refused: number
}

function count(counts: Counts, what: string, { status, text }: Answer, allowed: readonly number[]): void {
  counts.requests++
  if (!allowed.includes(status))
    counts.failures[`${what}: ${status}`] = (counts.failures[`${what}: ${status}`] ?? 0) + 1
  if (what === 'write' && status === 200) counts.tokens.push((JSON.parse(text) as { token: string }).token)
  if (what === 'write' && status === 503) counts.refused++
}

/** Writes to an instance whose disk fills up, and looks up what it has acknowledged. */
async function writeToFullDisk(instance: Instance, disk: SmallDisk): Promise<Outcome> {
  const counts: Counts = { tokens: [], failures: {}, requests: 0, refused: 0 }
  const description = 'x'.repeat(255)
  const write = async () => count(counts, 'write', await instance.issue('FAULTS', description), [200, 503])
  const lookUpAll = async () => {
    for (const token of counts.tokens) count(counts, 'look-up', await instance.lookUp(token), [200])
  }
  for (let issued = 0; issued < 20; issued++) await write()
  await disk.fill()
  // What is left of the last pages takes some more.
  for (let written = 0; written < 2_000 && counts.refused < 20; written++) await write()
  await lookUpAll()
  await disk.makeRoom()
  const since = performance.now()
  const isWriting = async () => (await instance.issue()).status === 200
  while (!(await isWriting()) && performance.now() - since < 30_000) await delay(100)
  const recoverySeconds = (performance.now() - since) / 1_000
  await lookUpAll()
  return {
    isKept: Object.keys(counts.failures).length === 0 && counts.refused >= 20 && recoverySeconds <= 10,
    requests: counts.requests,
    failures: counts.failures,
    recoverySeconds,
    note: `${counts.tokens.length} tokens, ${counts.refused} × 503`,
  }
}

/** An instance whose database is on a disk. */
interface Installation {
  readonly instance: Instance
  /** Takes the database off the disk. */
  remove(): Promise<void>
}

function fullDisk(name: string, install: (environment: Environment, disk: SmallDisk) => Promise<Installation>): Fault {
  return {
    name,
    promise,
    async run(environment): Promise<Outcome> {
      const disk = await SmallDisk.mount(join(environment.directory, name.replaceAll(/\W+/g, '-')), diskMegabytes)
      if (!disk) return { isKept: true, note: 'not tried: to mount a small disk takes root' }
      let installation: Installation | undefined
      try {
        installation = await install(environment, disk)
        return await writeToFullDisk(await installation.instance.ready(), disk)
      } finally {
        await environment.endInstances()
        await installation?.remove()
        await disk.unmount()
      }
    },
  }
}

/** Disks that are full. */
export const fullDisks: readonly Fault[] = [
  fullDisk('disk full (PostgreSQL)', async (environment, disk) => {
    const { uid, gid } = await stat(join(environment.directory, 'postgresql', 'data'))
    const location = join(disk.directory, 'tablespace')
    await mkdir(location)
    await chown(location, uid, gid)
    const url = await environment.createDatabase()
    const { url: server } = environment.cluster
    const name = new URL(url).pathname.slice(1)
    await environment.query(server, `create tablespace small location '${location}'`)
    await environment.query(server, `alter database ${name} set tablespace small`)
    return {
      instance: await environment.startInstance({ DATABASE_URL: url }),
      async remove() {
        // Else PostgreSQL would look for the disk when it recovers from the next fault, and not start.
        for (const statement of [`drop database ${name} with (force)`, 'drop tablespace small', 'checkpoint']) {
          await environment.query(server, statement)
        }
      },
    }
  }),
  fullDisk('disk full (embedded)', async (environment, disk) => ({
    instance: await environment.startInstance({ DATA_DIR: join(disk.directory, 'data') }),
    // It goes with the disk.
    remove: async () => {},
  })),
]
