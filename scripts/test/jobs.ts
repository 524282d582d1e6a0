import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Connection } from '../../src/database/connection.js'
import { listFiles } from './compile.js'

/** One run of a test file: on a kind of database, or once where the file knows no database. */
export interface Job {
  readonly file: string
  readonly database: Connection['kind'] | undefined
}

/** Test files that know no database. */
const withoutDatabase = 'test/unit/'

/** Test files about the embedded database alone. */
const withEmbeddedDatabase = ['test/database/embedded.test.ts']

/**
 * Test files that need a server, but say nothing that depends on the kind of its database. The statements behind the operations are tested
 * on both by `test/apis/` (every status that an operation declares) and `test/domain/`.
 */
const withAnyDatabase = [
  'test/http/',
  'test/pages/',
  'test/console/',
  'test/contract/',
  'test/verify/',
  'test/shadow/',
  'test/clients/',
  'test/cli/help.test.ts',
  'test/cli/import.test.ts',
  'test/cli/life.test.ts',
  'test/cli/mock.test.ts',
  'test/cli/shadow.test.ts',
  'test/cli/verify.test.ts',
  'test/process/flood.test.ts',
]

export const nameOf = ({ file, database }: Job): string => (database === undefined ? file : `${file} (${database})`)

/**
 * The test files that are named by a path or a folder, all where none is named.
 * @throws where nothing is found under a name
 */
export async function findTestFiles(root: string, named: readonly string[]): Promise<string[]> {
  const all = (await listFiles(root, 'test')).filter((file) => file.endsWith('.test.ts'))
  if (named.length === 0) return all
  const found = named.map((name) => {
    const path = name.replace(/^\.\//, '').replace(/\/$/, '')
    const files = all.filter((file) => file === path || file.startsWith(`${path}/`))
    if (files.length === 0) throw new Error(`${name} is no test file and no folder with test files`)
    return files
  })
  return [...new Set(found.flat())]
}

/** @param databases those that are there; where any will do, the first is used */
export function jobsOf(files: readonly string[], databases: readonly Connection['kind'][]): Job[] {
  return files.flatMap((file): Job[] => {
    if (file.startsWith(withoutDatabase)) return [{ file, database: undefined }]
    if (withEmbeddedDatabase.includes(file)) return [{ file, database: 'embedded' }]
    const isAnyEnough = withAnyDatabase.some((path) => file.startsWith(path))
    return (isAnyEnough ? databases.slice(0, 1) : databases).map((database) => ({ file, database }))
  })
}

/** How long each job took when it last ran, so that the slowest can start first: a long last one would have a core for itself. */
export class Durations {
  readonly #path: string
  #seconds: Record<string, number> = {}

  constructor(directory: string) {
    this.#path = join(directory, 'durations.json')
  }

  async load(): Promise<void> {
    const text = await readFile(this.#path, 'utf8').catch(() => '{}')
    this.#seconds = JSON.parse(text) as Record<string, number>
  }

  set(job: Job, seconds: number): void {
    this.#seconds[nameOf(job)] = Number(seconds.toFixed(2))
  }

  async save(): Promise<void> {
    // Renamed, so that a run that is killed leaves a whole file.
    const unfinished = `${this.#path}.${process.pid}`
    await writeFile(unfinished, `${JSON.stringify(this.#seconds, null, 2)}\n`)
    await rename(unfinished, this.#path)
  }

  /** Slowest first. A job that never ran comes by the size of its file. */
  async sort(root: string, jobs: readonly Job[]): Promise<Job[]> {
    const weighed = await Promise.all(
      jobs.map(async (job) => {
        const { size } = await stat(join(root, job.file))
        return { job, weight: this.#seconds[nameOf(job)] ?? size / 4000 }
      }),
    )
    return weighed.toSorted((one, other) => other.weight - one.weight).map(({ job }) => job)
  }
}
