/**
 * `npm test`: the whole suite on the embedded database and, where there is one, on PostgreSQL.
 * Arguments are test files (all by default). `TEST_DATABASE_URL` names a server to use; else a throw-away cluster is started
 * from the PostgreSQL installed on this machine. `REQUIRE_ALL=1` makes it a failure that PostgreSQL is absent.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { Parser } from 'tap-parser'
import { dumpEmbedded } from '../src/database/embedded.js'
import { migrateUp } from '../src/database/migrate.js'
import { openPostgresql } from '../src/database/postgresql.js'
import { type Cluster, startCluster, templateDatabase } from './test/postgresql-cluster.js'

interface Counts {
  passed: number
  failed: number
  skipped: number
}

const root = fileURLToPath(new URL('..', import.meta.url))
const tap = join(root, 'node_modules/tap/dist/esm/run.mjs')
const requireAll = process.env.REQUIRE_ALL === '1'
const isTerminal = process.stdout.isTTY === true
const files = process.argv.slice(2)

async function runSuite(name: string, env: Record<string, string>): Promise<Counts> {
  console.log(`\n# ${name}`)
  const started = performance.now()
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
  let fileCount = 0
  const parser = new Parser({ strict: false })
  parser.on('child', (file: Parser) => {
    const lines: string[] = []
    file.on('line', (line: string) => lines.push(line))
    file.on('complete', (results: { ok: boolean; count: number; pass: number; fail: number; skip: number }) => {
      fileCount++
      if (!results.ok) process.stdout.write(`${lines.join('')}\n`)
      else if (isTerminal) process.stdout.write(`\r\u001B[K${fileCount} files, ${file.name}`)
    })
    countLeaves(file, counts)
  })
  const run = spawn(process.execPath, [tap, 'run', '--reporter=tap', ...files], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  run.stdout.pipe(parser)
  const code = await exitOf(run)
  if (code !== 0 && counts.failed === 0) counts.failed++
  if (isTerminal) process.stdout.write('\r\u001B[K')
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${fileCount} files, ${seconds} s)`,
  )
  return counts
}

/** Counts the assertions themselves, not the subtests that hold them. */
function countLeaves(parser: Parser, counts: Counts): void {
  parser.on('child', (child: Parser) => countLeaves(child, counts))
  parser.on(
    'assert',
    (result: { ok: boolean; skip?: unknown; name: string; tapError?: unknown; closingTestPoint?: boolean }) => {
      if (result.closingTestPoint === true) return
      if (result.skip !== undefined && result.skip !== false) {
        counts.skipped++
        console.log(`skipped: ${result.name}${typeof result.skip === 'string' ? ` (${result.skip})` : ''}`)
        if (requireAll) counts.failed++
      } else if (result.ok) counts.passed++
      else counts.failed++
    },
  )
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** A migrated database that each test file copies. */
async function prepareTemplate(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(`drop database if exists ${templateDatabase}`)
  await client.query(`create database ${templateDatabase}`)
  await client.end()
  const templateUrl = new URL(url)
  templateUrl.pathname = templateDatabase
  const { db, close } = openPostgresql({ url: templateUrl.href, onIdleError: () => {} })
  await migrateUp(db)
  await close()
}

const directory = await mkdtemp(join(tmpdir(), 'tokenwright-test-'))
const results: Counts[] = []
try {
  const template = join(directory, 'template.tar')
  const dump = await dumpEmbedded(async (db) => void (await migrateUp(db)))
  await writeFile(template, Buffer.from(await dump.arrayBuffer()))
  results.push(await runSuite('embedded database', { TEST_TEMPLATE: template, TEST_DATABASE_URL: '' }))

  const given = process.env.TEST_DATABASE_URL
  const cluster: Pick<Cluster, 'url' | 'stop'> | undefined = given
    ? { url: given, stop: async () => {} }
    : await startCluster(directory)
  if (cluster) {
    try {
      await prepareTemplate(cluster.url)
      results.push(await runSuite('PostgreSQL', { TEST_DATABASE_URL: cluster.url, TEST_TEMPLATE: template }))
    } finally {
      await cluster.stop()
    }
  } else {
    console.log(
      '\n# PostgreSQL\nskipped: the suite on PostgreSQL (no server is installed; set TEST_DATABASE_URL to use one)',
    )
    results.push({ passed: 0, failed: requireAll ? 1 : 0, skipped: 1 })
  }
} finally {
  await rm(directory, { recursive: true, force: true })
}

const sum = (of: keyof Counts): number => results.reduce((total, counts) => total + counts[of], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exit(sum('failed') > 0 ? 1 : 0)
