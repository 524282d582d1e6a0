import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { test } from 'tap'
import { contracts as contractsByName } from '../../src/apis/index.js'
import { root } from '../support/process.js'

interface Import {
  readonly from: string
  readonly to: string
}

/** The imports of files of ours between one another, as paths below the project. */
async function importsOf(folder: string): Promise<Import[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  const imports = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      const text = await readFile(path, 'utf8')
      const targets = /^(?:import|export)\s[^;]*?from '(\.[^']+)'|\bimport\('(\.[^']+)'\)/gms
      return [...text.matchAll(targets)]
        .map(([, fixed, onDemand]) => fixed ?? onDemand ?? '')
        .map((target) => ({
          from: relative(root, path).replaceAll(sep, '/'),
          to: relative(root, join(dirname(path), target)).replaceAll(sep, '/'),
        }))
    }),
  )
  return imports.flat()
}

/** What must not import what: files that match `from` import nothing that matches `to`. */
const forbidden: readonly { readonly rule: string; readonly from: RegExp; readonly to: RegExp }[] = [
  {
    rule: 'concurrency knows no API and no thing of the domain',
    from: /^src\/concurrency\//,
    to: /^src\/(apis|domain|cli)\//,
  },
  { rule: 'crypto knows no API and no thing of the domain', from: /^src\/crypto\//, to: /^src\/(apis|domain|cli)\// },
  {
    rule: 'the contract machinery knows no API and no thing of the domain',
    from: /^src\/contract\//,
    to: /^src\/(apis|domain|cli)\//,
  },
  { rule: 'generated code stands alone', from: /^generated\//, to: /^(?!generated\/)/ },
  { rule: 'the domain knows no API', from: /^src\/domain\//, to: /^src\/(cli)\// },
]

test('modules import only in the direction of the architecture', async (t) => {
  const imports = [...(await importsOf('src')), ...(await importsOf('generated'))]
  t.ok(imports.length > 100, 'imports are found')
  for (const { rule, from, to } of forbidden) {
    const breaches = imports.filter((one) => from.test(one.from) && to.test(one.to))
    t.strictSame(breaches, [], rule)
  }
})

test('only the configuration reads the environment', async (t) => {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((one) => one.isFile() && one.name.endsWith('.ts'))) {
    const path = join(entry.parentPath, entry.name)
    const text = await readFile(path, 'utf8')
    const isEntry = /\/(main|cli\/\w+)\.ts$/.test(path)
    t.notMatch(text, isEntry ? /process\.env[.[]/ : /process\.env/, relative(root, path))
  }
})

test('what is logged of a request goes through logOf, which says which request it was', async (t) => {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true })
  const users: string[] = []
  for (const entry of entries.filter((one) => one.isFile() && one.name.endsWith('.ts'))) {
    const path = join(entry.parentPath, entry.name)
    if (/\b(?:request|reply)\.log\b/.test(await readFile(path, 'utf8'))) users.push(relative(root, path))
  }
  t.strictSame(users, [])
})

test('every contract has its API in the registry, and every API its contract', async (t) => {
  const contracts = (await readdir(join(root, 'openapi'))).flatMap((file) => /^(.+)\.yaml$/.exec(file)?.[1] ?? [])
  const folders = (await readdir(join(root, 'src/apis'))).filter((name) => name !== 'index.ts')
  t.strictSame(Object.keys(contractsByName).sort(), contracts.sort())
  t.strictSame(folders.sort(), contracts.sort())
})
