import type { Connection } from '../../src/database/connection.js'
import { type Durations, type Job, nameOf } from './jobs.js'
import type { Report } from './report.js'
import { TestWorker, type TestWorkerOptions } from './test-worker.js'

type Database = Connection['kind'] | undefined

export interface RunOptions extends Pick<TestWorkerOptions, 'root' | 'compiled' | 'timeoutMs'> {
  /** How many processes run tests at the same time. */
  readonly workerCount: number
  /** What tells a process which database its tests use. */
  readonly environmentOf: (database: Database) => Readonly<Record<string, string>>
  readonly signal: AbortSignal
  readonly report: Report
  readonly durations: Durations
}

/**
 * Runs jobs in several processes, each on one kind of database. A process that has no job left on its database makes room for one on the other,
 * so that none idles.
 * @param jobs in the order in which they start
 */
export async function runJobs(jobs: readonly Job[], options: RunOptions): Promise<void> {
  const waiting = [...jobs]
  const active = new Map<Database, number>()
  let started = 0

  const takeDatabase = (): Database => {
    const databases = [...new Set(waiting.map(({ database }) => database))]
    const withDatabase = databases.filter((database) => database !== undefined)
    const [first] = withDatabase.toSorted((one, other) => (active.get(one) ?? 0) - (active.get(other) ?? 0))
    active.set(first, (active.get(first) ?? 0) + 1)
    return first
  }
  const takeJob = (database: Database): Job | undefined => {
    const index = waiting.findIndex((job) => job.database === undefined || job.database === database)
    return index < 0 ? undefined : waiting.splice(index, 1)[0]
  }

  const runWorker = async (): Promise<void> => {
    const database = takeDatabase()
    const name = `${database ?? 'unit'}-${++started}`
    const worker = new TestWorker({ ...options, name, env: options.environmentOf(database) })
    const kill = (): void => worker.kill()
    options.signal.addEventListener('abort', kill)
    while (!worker.hasExited && !options.signal.aborted) {
      const job = takeJob(database)
      if (job === undefined) break
      options.report.started(nameOf(job))
      const result = await worker.run(job.file)
      options.durations.set(job, result.seconds)
      options.report.fileEnded(nameOf(job), result)
    }
    const end = await worker.end()
    options.signal.removeEventListener('abort', kill)
    options.report.add(name, end)
    active.set(database, (active.get(database) ?? 1) - 1)
  }
  const runWorkers = async (): Promise<void> => {
    while (waiting.length > 0 && !options.signal.aborted) await runWorker()
  }
  await Promise.all(Array.from({ length: options.workerCount }, runWorkers))
}
