/**
 * `npm test`: the whole suite, on the embedded database and on PostgreSQL. Arguments are test files or folders of them.
 * `TEST_DATABASE_URL` names a PostgreSQL to use; else a throw-away cluster is started from the one installed on this machine.
 * `REQUIRE_ALL=1` makes whatever is skipped a failure.
 */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Connection } from '../src/database/connection.js'
import { compile } from './test/compile.js'
import { buildConsole, needsConsole } from './test/console.js'
import { prepareEmbedded, preparePostgresql } from './test/databases.js'
import { Durations, findTestFiles, jobsOf } from './test/jobs.js'
import { Report } from './test/report.js'
import { runJobs } from './test/run-jobs.js'

const startedAt = performance.now()
const root = resolve(fileURLToPath(new URL('..', import.meta.url)))
/** Holds what is compiled for this run, and what is kept for the next. */
const workspace = join(root, '.test')
const interruption = new AbortController()
const cleanUps: (() => Promise<unknown>)[] = []

async function run(): Promise<number> {
  const files = await findTestFiles(root, process.argv.slice(2))
  const needsDatabase = jobsOf(files, ['embedded']).some(({ database }) => database !== undefined)
  await mkdir(workspace, { recursive: true })
  const temporary = await mkdtemp(join(tmpdir(), 'tokenwright-test-'))
  cleanUps.unshift(() => rm(temporary, { recursive: true, force: true }))
  await removeOldBuilds()
  const compiling = compile(root, workspace)
  const buildingConsole = needsConsole(files) ? buildConsole(root) : undefined
  cleanUps.unshift(async () => rm(await compiling, { recursive: true, force: true }))
  const starting = needsDatabase ? preparePostgresql(process.env.TEST_DATABASE_URL, temporary) : undefined
  cleanUps.unshift(async () => (await starting)?.stop())
  const [compiled, template, postgresql] = await Promise.all([
    compiling,
    needsDatabase ? prepareEmbedded(root, workspace) : '',
    starting,
    buildingConsole,
  ])

  const databases: Connection['kind'][] = postgresql ? ['postgresql', 'embedded'] : ['embedded']
  const jobs = jobsOf(files, databases)
  const report = new Report(jobs.length, process.env.REQUIRE_ALL === '1')
  if (needsDatabase && !postgresql) {
    report.skip('the tests on PostgreSQL (no server is installed; set TEST_DATABASE_URL to use one)')
  }
  const durations = new Durations(workspace)
  await durations.load()
  await runJobs(await durations.sort(root, jobs), {
    root,
    compiled,
    timeoutMs: 600_000,
    // One more than cores, since tests of processes wait for these.
    workerCount: Math.min(2, availableParallelism()) + 1,
    environmentOf: (database) => ({
      TEST_TEMPLATE: database === 'embedded' ? template : '',
      TEST_DATABASE_URL: database === 'postgresql' ? (postgresql?.url ?? '') : '',
    }),
    signal: interruption.signal,
    report,
    durations,
  })
  await durations.save()
  report.end((performance.now() - startedAt) / 1000)
  return report.failed > 0 || interruption.signal.aborted ? 1 : 0
}

/** Removes what runs that were killed have left, but nothing of a run that may still be under way. */
async function removeOldBuilds(): Promise<void> {
  for (const name of await readdir(workspace)) {
    const path = join(workspace, name)
    if (name.startsWith('build-') && (await stat(path)).mtimeMs < Date.now() - 3_600_000) {
      await rm(path, { recursive: true, force: true })
    }
  }
}

// The first Ctrl-C ends the run in order, a second one at once.
process.once('SIGINT', () => interruption.abort())
try {
  process.exitCode = await run()
} finally {
  for (const cleanUp of cleanUps) await cleanUp()
}
