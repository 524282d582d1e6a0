import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { serve } from '../bench/product.js'
import { call, demoAdminKey } from './call.js'
import { formulas, type HostileFile, hostileFiles } from './hostile-files.js'
import type { Finding, Run } from './part.js'
import { type PostgresqlTarget, startOnPostgresql } from './targets.js'

/** Imports hostile files with the command line, while look-ups go on. */
export async function importPart({ workbench, isShort, update }: Run): Promise<Finding[]> {
  const target = await startOnPostgresql(workbench, { name: 'imports' })
  const findings: Finding[] = []
  const files = hostileFiles(isShort ? 1_000 : 10_000)
  const lookUps = startLookUps(target)
  for (const [index, file] of files.entries()) {
    update(index, files.length, `imports: ${file.promise}`)
    findings.push(await importFile(workbench, target, file))
  }
  findings.push(await lookUps.stop())
  findings.push(await refuseLargeBodies(target))
  await target.stop()
  return findings
}

async function importFile(
  workbench: Run['workbench'],
  target: PostgresqlTarget,
  { promise, name, content, rows, created, existing = 0 }: HostileFile,
): Promise<Finding> {
  const path = (file: string): string => join(workbench.directory, file)
  await writeFile(path(name), content)
  await writeFile(path('admin-key'), demoAdminKey, { mode: 0o600 })
  const report = path(`${name}.report`)
  const program = serve.slice(0, -1)
  const options = ['--url', target.url, '--key-file', path('admin-key'), '--json']
  const child = workbench.spawn([...program, ...options, 'import', path(name), '--report', report], {})
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (printed += String(chunk)))
  const exitCode = await new Promise((resolve) => child.on('close', resolve))
  const written = await readFile(report, 'utf8').catch(() => '')
  const summary = parsedSummary(printed)
  const broken: string[] = []
  const expected = { rows, created, existing, skipped: rows - created - existing }
  if (JSON.stringify(summary.counts) !== JSON.stringify(expected) || exitCode !== (expected.skipped > 0 ? 1 : 0))
    broken.push(`expected ${JSON.stringify(expected)}, got ${exitCode}: ${printed.slice(0, 500)}`)
  for (const text of [...formulas, 'argon2id$', '$2b$', 'nnnn', 'a secret']) {
    if (`${printed}${written}`.includes(text.trim())) broken.push(`shows ${text}`)
  }
  return { promise, attempts: rows, seen: `${summary.seconds} s`, broken }
}

function parsedSummary(printed: string): { counts: object; seconds: number } {
  try {
    const { rows, created, existing, refused, invalid, seconds } = JSON.parse(printed)
    return { counts: { rows, created, existing, skipped: refused + invalid }, seconds }
  } catch {
    return { counts: {}, seconds: 0 }
  }
}

/** Looks a token up again and again. */
function startLookUps({ url }: PostgresqlTarget): { stop(): Promise<Finding> } {
  const durationsMs: number[] = []
  const broken: string[] = []
  let isStopped = false
  const running = (async () => {
    while (!isStopped) {
      const startedAt = performance.now()
      const { status } = await call(url, 'GET', '/v1/api/auth', {
        bearer: 'twg_GatewayAccount1DemoTokenIsActive2qte6G',
      })
      const durationMs = performance.now() - startedAt
      durationsMs.push(durationMs)
      if (status !== 200 || durationMs > 2_000) broken.push(`${status} after ${Math.round(durationMs)} ms`)
      await delay(50)
    }
  })()
  return {
    async stop() {
      isStopped = true
      await running
      const slowest = Math.round(Math.max(...durationsMs))
      const promise = 'look-ups during these imports are answered within 2 s'
      return { promise, attempts: durationsMs.length, seen: `slowest ${slowest} ms`, broken }
    },
  }
}

async function refuseLargeBodies({ url }: PostgresqlTarget): Promise<Finding> {
  const row = { type: 'broker-user', name: 'n', hash: 'h', secret: 's' }
  const bodies: [string, object][] = [
    ['larger than 4 MiB', { rows: [{ ...row, name: 'x'.repeat(4 * 2 ** 20) }] }],
    ['more rows than allowed', { rows: Array(5_000).fill(row) }],
    ['no rows', { rows: [] }],
  ]
  const broken: string[] = []
  for (const [what, body] of bodies) {
    const answer = await call(url, 'POST', '/operator/v1/imports', { bearer: demoAdminKey, body }).catch(
      () => undefined,
    )
    if (answer && (answer.status < 400 || answer.status >= 500)) broken.push(`${what}: ${answer.status}`)
    if (!answer) broken.push(`${what}: no answer`)
  }
  return { promise: 'batches that are too large or empty are refused', attempts: bodies.length, broken }
}
