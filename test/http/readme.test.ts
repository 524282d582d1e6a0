import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from 'tap'
import { logLevels } from '../../src/config.js'
import { noCurl } from '../support/curl.js'
import { root } from '../support/process.js'
import { startServer } from '../support/server.js'

const readme = await readFile(join(root, 'README.md'), 'utf8')

test('each curl line of the README gives the answer printed there', { skip: noCurl }, async (t) => {
  const { baseUrl } = await startServer(t, { now: new Date().toISOString() })
  const calls = [...readme.matchAll(/^\$ (.*curl .*)\n(.+)$/gm)]
  t.ok(calls.length >= 6, 'there are calls of every API')
  for (const [, command = '', printed = ''] of calls) {
    const { stdout } = await promisify(execFile)('bash', ['-c', command.replaceAll('http://localhost:3000', baseUrl)])
    const pattern = printed.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '[^"]+')
    t.match(stdout, new RegExp(`^${pattern}$`), command)
  }
})

test('the README names every variable of the configuration, and no other', async (t) => {
  const source = await readFile(join(root, 'src/config.ts'), 'utf8')
  const read = new Set([...source.matchAll(/(?:get|port|flag|list|secret|days)\('([A-Z_]+)'/g)].map(([, name]) => name))
  const table = readme.slice(readme.indexOf('## Configuration'), readme.indexOf('`/livez` says'))
  const documented = new Set(
    [...table.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
    ),
  )
  t.strictSame([...documented].sort(), [...read].sort())
  for (const level of logLevels) t.match(table, new RegExp(`\`${level}\``))
})

test('the README names every metric of ours, and no other', async (t) => {
  const { metrics } = await startServer(t)
  const shown = [...(await metrics.page()).matchAll(/^# TYPE (tokenwright_\w+)/gm)].map(([, name]) => name)
  const documented = [...readme.matchAll(/^\| `(tokenwright_\w+)/gm)].map(([, name]) => name)
  t.strictSame(documented.sort(), shown.sort())
})
