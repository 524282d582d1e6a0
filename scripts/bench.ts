/**
 * `npm run bench`: how fast the build is, next to others that do the same work on the same machine in the same run. `npm run bench -- --help`
 * tells what there is. Load goes to the loopback address only.
 */
import { cpus } from 'node:os'
import { CommanderError } from 'commander'
import { isMet } from './bench/goal.js'
import type { Report, RunMode } from './bench/mode.js'
import { cleanup } from './bench/modes/cleanup.js'
import { compare } from './bench/modes/compare.js'
import { flood } from './bench/modes/flood.js'
import { memory } from './bench/modes/memory.js'
import { reads } from './bench/modes/reads.js'
import { revocation } from './bench/modes/revocation.js'
import { scale } from './bench/modes/scale.js'
import { start } from './bench/modes/start.js'
import { switchOver } from './bench/modes/switch.js'
import { timing } from './bench/modes/timing.js'
import { workers } from './bench/modes/workers.js'
import { type Mode, type Options, readOptions } from './bench/options.js'
import { printGoals } from './bench/print.js'
import { startProgressLine } from './bench/progress-line.js'
import { CannotMeasure, Workbench } from './bench/workbench.js'

const modes: Readonly<Record<Mode, RunMode>> = {
  compare,
  scale,
  start,
  memory,
  flood,
  revocation,
  timing,
  switch: switchOver,
  workers,
  reads,
  cleanup,
}

async function run(options: Options): Promise<void> {
  const progress = startProgressLine()
  const opening = Workbench.open()
  const stopped = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => reject(new Stopped()))
    // Servers and files are taken away whatever happens.
    process.on('uncaughtException', reject)
    process.on('unhandledRejection', reject)
  })
  // Heard from the start, and told where the run waits.
  stopped.catch(() => {})
  try {
    const workbench = await Promise.race([opening, stopped])
    const measuring = modes[options.mode]({ workbench, options, progress })
    // Once it is stopped, what fails because everything is taken away is no news.
    measuring.catch(() => {})
    const report = await Promise.race([measuring, stopped])
    progress.stop()
    const [version] = await workbench.query<{ server_version: string }>(workbench.cluster.url, 'show server_version')
    show(options, report, version?.server_version)
  } finally {
    progress.stop()
    await opening.then(
      (workbench) => workbench.close(),
      () => {},
    )
  }
}

function show({ mode, json }: Options, { results, goals, print }: Report, postgresql: string | undefined): void {
  if (json) {
    const [{ model = '' } = {}] = cpus()
    const machine = { node: process.version, postgresql, processors: cpus().length, model }
    const judged = goals.map((goal) => ({ ...goal, met: isMet(goal) ?? null }))
    console.log(JSON.stringify({ mode, machine, results, goals: judged }, null, 2))
  } else {
    print()
    printGoals(goals)
  }
}

/** Somebody wants it to end. */
class Stopped extends Error {
  override readonly name = 'Stopped'
}

try {
  await run(readOptions(process.argv.slice(2)))
} catch (error) {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) console.error(error.message)
    process.exit(error.exitCode === 0 ? 0 : 2)
  }
  if (error instanceof Stopped) process.exit(130)
  if (error instanceof CannotMeasure) console.error(error.message)
  else console.error(error)
  process.exit(1)
}
