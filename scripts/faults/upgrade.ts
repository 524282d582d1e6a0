import { execFile, execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createAccessKey, logIn } from './credentials.js'
import type { Environment } from './environment.js'
import type { Fault, Outcome } from './fault.js'
import type { Instance } from './instance.js'
import { underTraffic } from './traffic.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

/** The last release; `undefined` where there is none. */
export function lastRelease(): string | undefined {
  try {
    const args = ['describe', '--tags', '--abbrev=0', '--match', 'v*']
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

/**
 * Two instances of an earlier version serve while the database is migrated to this one, and two of this version join them; then the earlier ones
 * go.
 * @param revision a tag or a commit
 */
export function upgradeFrom(revision: string): Fault {
  return {
    name: `upgrade from ${revision}`,
    promise: 'no call fails, whichever version answers it; nothing lost, every credential valid at both',
    async run(environment): Promise<Outcome> {
      const earlier = environment.withProgram(await build(environment, revision))
      try {
        return await upgrade(earlier, environment)
      } finally {
        await earlier.endInstances()
      }
    },
  }
}

/** Builds an earlier version beside the databases. @returns its program */
async function build({ directory }: Environment, revision: string): Promise<string> {
  const folder = join(directory, 'earlier')
  await mkdir(folder)
  const archive = join(directory, 'earlier.tar')
  await run('git', ['archive', '--output', archive, revision], { cwd: root })
  await run('tar', ['-xf', archive, '-C', folder])
  // Its own packages; the build is part of it.
  await run('npm', ['ci', '--silent'], { cwd: folder, maxBuffer: 64 << 20 })
  return join(folder, 'dist/src/cli/tokenwright.js')
}

async function upgrade(earlier: Environment, current: Environment): Promise<Outcome> {
  const url = await current.createDatabase(false)
  await earlier.runCommand(['migrate', 'up'], { DATABASE_URL: url })
  const before = await earlier.startPair(url)
  const key = await createAccessKey(before[0] as Instance)
  const migrations: string[] = []
  const both: Outcome[] = []
  both.push(
    await underTraffic(before, async () => {
      const output = await current.runCommand(['migrate', 'up'], { DATABASE_URL: url })
      migrations.push(...(output.match(/applied \S+/g) ?? []))
      await delay(1_000)
      // Both versions serve at the same time.
      both.push(await underTraffic(await current.startPair(url), () => delay(2_000)))
    }),
  )
  const instances = [...before, ...current.instances]
  const logIns = await Promise.all(instances.map((instance) => logIn(instance, key)))
  for (const { child } of before) child.kill('SIGTERM')
  const codes = await Promise.all(before.map(({ ended }) => ended))
  const failures = {
    ...countsOf(both.map(({ failures = {} }) => failures)),
    ...(logIns.every(({ status }) => status === 201) ? {} : { 'log-in refused': 1 }),
    ...(codes.every((code) => code === 0) ? {} : { 'exit code of a version': 1 }),
  }
  const sum = (of: (outcome: Outcome) => number = () => 0): number => both.reduce((total, one) => total + of(one), 0)
  return {
    isKept: both.every(({ isKept }) => isKept) && Object.keys(failures).length === 0,
    requests: sum(({ requests = 0 }) => requests),
    failures,
    lost: sum(({ lost = 0 }) => lost),
    note: `${migrations.length} migrations; ${both.map(({ note }) => note).join('; ')}`,
  }
}

/** Adds up counts by kind. */
function countsOf(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [kind, count] of all.flatMap((one) => Object.entries(one))) counts[kind] = (counts[kind] ?? 0) + count
  return counts
}
