/** `npm run check`: everything that CI does, in the order in which it fails fastest. The last line counts what passed and failed. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Outcome {
  readonly ok: boolean
  readonly output: string
}

/** Runs a command, shows what it prints unless told otherwise, and keeps it. */
function run(command: string, args: readonly string[], isShown = true): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      if (isShown) process.stdout.write(chunk)
    })
    child.on('error', () => resolve({ ok: false, output: '' }))
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() }))
  })
}

/** Starts the built server on an empty directory and waits for its first answers. */
async function startBuild(): Promise<Outcome> {
  const directory = await mkdtemp(join(tmpdir(), 'tokenwright-start-'))
  const started = performance.now()
  const server = spawn(process.execPath, ['dist/src/cli/tokenwright.js', 'serve'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: join(directory, 'data'), DATABASE_URL: '', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<number | null>((resolve) => server.on('exit', resolve))
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let text = ''
      server.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        const found = /listens on (\S+)/.exec(text)?.[1]
        if (found !== undefined) resolve(found)
      })
      void exited.then(() => reject(new Error('the server ended before it listened')))
    })
    const paths = [
      ...[
        '/livez',
        '/readyz',
        '/',
        '/assets/base.css',
        '/docs/',
        '/docs/page/main.js',
        '/docs/static/swagger-ui-bundle.js',
        '/console',
      ],
      ...['json', 'arazzo.yaml', 'client.ts'].map((form) => `/openapi/gateway-tokens.${form}`),
    ]
    const answers = await Promise.all(paths.map((path) => fetch(address + path)))
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(
      `the build answers ${seconds} s after its start: ${answers.map(({ url, status }) => `${new URL(url).pathname} ${status}`).join(', ')}`,
    )
    server.kill('SIGTERM')
    const code = await exited
    if (code !== 0) console.log(`it ended with the code ${code}`)
    return { ok: code === 0 && answers.every(({ status }) => status === 200), output: '' }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { ok: false, output: '' }
  } finally {
    server.kill('SIGKILL')
    await rm(directory, { recursive: true, force: true })
  }
}

const npm = (...args: string[]): Promise<Outcome> => run('npm', ['run', '--silent', ...args])

/** Runs a linter of documents; a warning fails it as well, which the linter's own exit code lets pass. */
async function lint(script: string): Promise<Outcome> {
  const outcome = await run('npm', ['run', '--silent', script, '--', '--format=json'], false)
  // One report for each document, one behind the other.
  const count = (what: string): number =>
    [...outcome.output.matchAll(new RegExp(`"${what}": (\\d+)`, 'g'))].reduce(
      (sum, [, found]) => sum + Number(found),
      0,
    )
  const totals = { errors: count('errors'), warnings: count('warnings') }
  if (totals.errors + totals.warnings > 0) await npm(script)
  console.log(`${totals.errors} errors, ${totals.warnings} warnings`)
  const isClean = outcome.output.includes('"totals"') && totals.errors + totals.warnings === 0
  return { ok: outcome.ok && isClean, output: '' }
}

const steps: readonly [string, () => Promise<Outcome>][] = [
  ['generated code is up to date', () => npm('generate', '--', '--check')],
  ['contracts are clean', () => lint('lint:contracts')],
  ['sequences of calls are clean', () => lint('lint:arazzo')],
  ['contracts break no client', () => npm('contract:diff')],
  ['types', () => npm('types')],
  ['code lint', () => npm('lint')],
  ['build', () => npm('build')],
  ['start of the build', startBuild],
  ['contracts as tools read them', () => run('npx', ['tsx', 'scripts/contract-tools.ts', '--short'])],
  ['tests', () => npm('test')],
  ['attacks', () => run('npx', ['tsx', 'scripts/abuse.ts', '--short'])],
  ['faults', () => run('npx', ['tsx', 'scripts/faults.ts', '--short', '--retry'])],
]

let passed = 0
let failed = 0
const failures: string[] = []
for (const [name, step] of steps) {
  console.log(`\n== ${name}`)
  const startedAt = performance.now()
  const { ok, output } = await step()
  console.log(`${name}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
  const counts = /(\d+) passed, (\d+) failed[^\n]*\n*$/.exec(output)
  if (counts) {
    passed += Number(counts[1])
    failed += Number(counts[2])
  }
  if (ok) passed++
  else {
    if (!counts || counts[2] === '0') failed++
    failures.push(name)
  }
}
console.log(failures.length === 0 ? '\neverything is in order' : `\nfailed: ${failures.join(', ')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failures.length === 0 ? 0 : 1)
