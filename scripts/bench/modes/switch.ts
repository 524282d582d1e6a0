import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { generatePrefixedKey } from '../../../src/crypto/prefixed-key.js'
import { systemRandom } from '../../../src/crypto/random.js'
import { migrateUp } from '../../../src/database/migrate.js'
import { openPostgresql } from '../../../src/database/postgresql.js'
import type { Report, Setting } from '../mode.js'
import { figure, printTable } from '../print.js'
import { treeTime } from '../process-usage.js'
import { productEnvironment, serve } from '../product.js'
import { Callers, median, type Seen } from '../switch/callers.js'
import { makeOldInstallation, type OldCredentials, oldSigningSecret, paySecrets } from '../switch/old-installation.js'
import { startRouter } from '../switch/router.js'
import type { Workbench } from '../workbench.js'

/** How long each part of the callers stays, in milliseconds. */
const stage = 5_000
/** The longest time in which all callers use their credentials at the new server, in milliseconds. */
const longest = 600_000

/** Moves a made-up installation of each API while its callers go on: import, a tenth of them, import again, all of them. */
export async function switchOver({ workbench, progress }: Setting): Promise<Report> {
  progress.update(0, 5, 'an installation is made up')
  const operatorKey = generatePrefixedKey('two_', systemRandom).reveal()
  const credentials = await makeOldInstallation(operatorKey)
  const databaseUrl = await workbench.createDatabase('tokenwright')
  const { db, close } = openPostgresql({ url: databaseUrl, onIdleError: () => {} })
  await migrateUp(db).finally(close)
  const env = { ...productEnvironment(databaseUrl), ...paySecrets, OPERATOR_KEY: operatorKey }
  const server = await workbench.startServer(serve, env)
  const router = await startRouter(server.url)
  const callers = new Callers(router.url, credentials)
  try {
    await delay(stage)
    progress.update(1, 5, 'the first import')
    const imports = [await importAll(workbench, credentials, server.url, operatorKey)]
    progress.update(2, 5, 'a tenth of the callers')
    router.share = 0.1
    await delay(stage)
    progress.update(3, 5, 'the second import')
    imports.push(await importAll(workbench, credentials, server.url, operatorKey))
    progress.update(4, 5, 'all callers')
    const before = await treeTime(server.pid)
    router.share = 1
    const deadline = performance.now() + longest
    while (!callers.areThrough && performance.now() < deadline) await delay(100)
    await delay(stage)
    const cpuSeconds = (await treeTime(server.pid)) - before
    await callers.stop()
    return report(callers, imports, cpuSeconds)
  } finally {
    await callers.stop()
    await router.close()
  }
}

/** Imports every kind, and gives the seconds for each. */
async function importAll(
  workbench: Workbench,
  credentials: readonly OldCredentials[],
  url: string,
  operatorKey: string,
): Promise<readonly number[]> {
  async function runCommand(...args: readonly string[]): Promise<void> {
    const [program = ''] = serve
    const child = workbench.spawn([program, ...args], { TOKENWRIGHT_URL: url, OPERATOR_KEY: operatorKey })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk))
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`tokenwright ${args.join(' ')} ended with the code ${code}\n${text}`)
  }

  const secretFile = join(workbench.directory, 'signing-secret.txt')
  await writeFile(secretFile, oldSigningSecret)
  const seconds: number[] = []
  for (const { kind, rows } of credentials) {
    const file = join(workbench.directory, `${kind.replaceAll(' ', '-')}.jsonl`)
    await writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    const started = performance.now()
    if (rows.length > 0) await runCommand('import', file)
    else
      await runCommand(
        'signing-key',
        'import',
        'partner-login',
        '--secret-file',
        secretFile,
        '--kid',
        'none',
        '--verify-only',
      )
    seconds.push((performance.now() - started) / 1000)
  }
  return seconds
}

interface Line extends Omit<Seen, 'first' | 'later'> {
  readonly importSeconds: number
  readonly secondImportSeconds: number
  readonly firstUse: number
  readonly laterUse: number
}

function report(callers: Callers, imports: readonly (readonly number[])[], cpuSeconds: number): Report {
  const lines = callers.seen.map(
    ({ kind, rows, requests, byNew, used, refused, first, later }, index): Line => ({
      kind,
      rows,
      requests,
      byNew,
      used,
      refused,
      importSeconds: imports[0]?.[index] ?? Number.NaN,
      secondImportSeconds: imports[1]?.[index] ?? Number.NaN,
      firstUse: median(first),
      laterUse: median(later),
    }),
  )
  return {
    results: { lines, cpuSeconds },
    goals: [
      {
        what: 'valid requests that were refused',
        most: 0,
        measured: lines.reduce((sum, { refused }) => sum + refused, 0),
      },
      {
        what: 'credentials that were used at the new server, of those that are presented',
        least: 1,
        measured: callers.areThrough ? 1 : 0,
      },
    ],
    print: () => {
      printTable<Line>(
        'An installation that moves while its callers go on',
        [
          { name: 'credentials', of: ({ kind }) => kind },
          { name: 'rows', of: ({ rows }) => rows },
          { name: 'import s', of: ({ importSeconds }) => figure(importSeconds, 1) },
          { name: 'again s', of: ({ secondImportSeconds }) => figure(secondImportSeconds, 1) },
          { name: 'requests', of: ({ requests }) => requests },
          { name: 'by the new', of: ({ byNew }) => byNew },
          { name: 'used', of: ({ used }) => used },
          { name: 'refused', of: ({ refused }) => refused },
          { name: 'first use ms', of: ({ firstUse }) => figure(firstUse, 1) },
          { name: 'later ms', of: ({ laterUse }) => figure(laterUse, 1) },
        ],
        lines,
      )
      console.log(`\nprocessor time of the new server for all callers: ${figure(cpuSeconds, 1)} s`)
      for (const refusal of callers.refusals) console.log(refusal)
    },
  }
}
