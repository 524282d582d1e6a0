/**
 * `npm run bench`: how fast the build is, next to others that do the same work on the same machine in the same run: `npm run bench -- --help`.
 * Load goes to the loopback address only.
 */
import { cpus } from 'node:os'
import { CommanderError } from 'commander'
import { isMet } from './bench/goal.js'
import type { RunMode } from './bench/mode.js'
import { compare } from './bench/modes/compare.js'
import { flood } from './bench/modes/flood.js'
import { memory } from './bench/modes/memory.js'
import { revocation } from './bench/modes/revocation.js'
import { scale } from './bench/modes/scale.js'
import { start } from './bench/modes/start.js'
import { type Mode, type Options, readOptions } from './bench/options.js'
import { printGoals } from './bench/print.js'
import { startProgressLine } from './bench/progress-line.js'
import { CannotMeasure, Workbench } from './bench/workbench.js'

const modes: Readonly<Record<Mode, RunMode>> = { compare, scale, start, memory, flood, revocation }

async function run(options: Options): Promise<void> {
  const workbench = await Workbench.open()
  const progress = startProgressLine()
  let isStopped = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopped) return
      isStopped = true
      progress.stop()
      void workbench.close().finally(() => process.exit(130))
    })
  }
  try {
    const { results, goals, print } = await modes[options.mode]({ workbench, options, progress })
    progress.stop()
    if (options.json) {
      const [{ model = '' } = {}, ...others] = cpus()
      const machine = { node: process.version, processors: others.length + 1, model }
      const judged = goals.map((goal) => ({ ...goal, met: isMet(goal) ?? null }))
      console.log(JSON.stringify({ mode: options.mode, machine, results, goals: judged }, null, 2))
    } else {
      print()
      printGoals(goals)
    }
  } catch (error) {
    // What fails because everything is being taken away is no news.
    if (!isStopped) throw error
    await new Promise(() => {})
  } finally {
    progress.stop()
    await workbench.close()
  }
}

try {
  await run(readOptions(process.argv.slice(2)))
} catch (error) {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) console.error(error.message)
    process.exitCode = error.exitCode === 0 ? 0 : 2
  } else if (error instanceof CannotMeasure) {
    console.error(error.message)
    process.exitCode = 1
  } else throw error
}
