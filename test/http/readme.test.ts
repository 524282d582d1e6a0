import { execFile } from 'node:child_process'
import { access, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { test } from 'tap'
import { withVariableTable } from '../../scripts/generate/variable-table.js'
import { SummedMetrics } from '../../src/workers/summed-metrics.js'
import { noCurl } from '../support/curl.js'
import { root } from '../support/process.js'
import { startServer } from '../support/server.js'

const page = (path: string): Promise<string> => readFile(join(root, path), 'utf8')

test('each curl line of the README gives the answer printed there', { skip: noCurl }, async (t) => {
  const readme = await page('README.md')
  const { baseUrl } = await startServer(t, { now: new Date().toISOString() })
  const calls = [...readme.matchAll(/^\$ (.*curl .*)\n(.+)$/gm)]
  t.ok(calls.length >= 6, 'there are calls of every API')
  for (const [, command = '', printed = ''] of calls) {
    const { stdout } = await promisify(execFile)('bash', ['-c', command.replaceAll('http://localhost:3000', baseUrl)])
    const pattern = printed.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '[^"]+')
    t.match(stdout, new RegExp(`^${pattern}$`), command)
  }
})

test('docs/configuration.md has the table of variables that the server reads', async (t) => {
  const configuration = await page('docs/configuration.md')
  t.equal(configuration, withVariableTable(configuration))
})

test('docs/metrics-and-logs.md names every metric of ours, and no other', async (t) => {
  const documentation = await page('docs/metrics-and-logs.md')
  const { metrics } = await startServer(t)
  const pages = [await metrics.page(), await new SummedMetrics(() => 0).page(new Set())].join('\n')
  const shown = [...pages.matchAll(/^# TYPE (tokenwright_\w+)/gm)].map(([, name]) => name)
  const documented = [...documentation.matchAll(/^\| `(tokenwright_\w+)/gm)].map(([, name]) => name)
  t.strictSame(documented.sort(), shown.sort())
})

test('every link between the pages of the project leads somewhere', async (t) => {
  const pages = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'OPERATIONS.md',
    'openapi/README.md',
    'test/README.md',
  ]
  const documents = (await readdir(join(root, 'docs'))).map((name) => `docs/${name}`)
  for (const path of [...pages, ...documents]) {
    const targets = [...(await page(path)).matchAll(/\]\((?!https?:)([^)#\s]+)[^)]*\)/g)].map(
      ([, target = '']) => target,
    )
    for (const target of targets) {
      const found = await access(join(root, dirname(path), target)).then(
        () => true,
        () => false,
      )
      t.ok(found, `${path} links to ${target}`)
    }
  }
})
