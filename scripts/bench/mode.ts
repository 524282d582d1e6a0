import type { Goal } from './goal.js'
import type { Options } from './options.js'
import type { ProgressLine } from './progress-line.js'
import type { Workbench } from './workbench.js'

/** What a mode works with. */
export interface Setting {
  readonly workbench: Workbench
  readonly options: Options
  readonly progress: ProgressLine
}

export interface Report {
  /** For programs. */
  readonly results: unknown
  readonly goals: readonly Goal[]
  /** Shows the results to people; the goals come after. */
  readonly print: () => void
}

export type RunMode = (setting: Setting) => Promise<Report>
