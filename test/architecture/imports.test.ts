import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'tap'
import { apis } from '../../generated/index.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

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

/** Files of the command line that open the database; the others are clients of the operator API. */
const opensDatabase = /^src\/cli\/(demo|doctor|migrate|report)\.ts$/

/** What each room may import, besides itself. A room that is not named may import everything. */
const allowed: Readonly<Record<string, readonly RegExp[]>> = {
  'src/domain': [],
  'src/contract': [/^src\/domain\//],
  'src/db': [/^src\/domain\//, /^src\/config\.js$/],
  'src/repositories': [/^src\/domain\//, /^src\/db\/schema\.js$/],
  'src/jobs': [/^src\/domain\//],
  'src/observability': [/^src\/contract\//, /^src\/config\.js$/],
  'src/keys': [/^src\/domain\//, /^src\/repositories\//],
}

test('each room imports only what it may', async (t) => {
  const imports = await importsOf('src')
  t.ok(imports.length > 100, 'imports are found')
  for (const [room, targets] of Object.entries(allowed)) {
    for (const { from, to } of imports.filter((one) => one.from.startsWith(`${room}/`))) {
      t.ok(to.startsWith(`${room}/`) || targets.some((target) => target.test(to)), `${from} imports ${to}`)
    }
  }
  for (const { from, to } of imports.filter((one) => one.from.startsWith('src/apis/'))) {
    const [, api] = /^src\/apis\/([^/]+)\//.exec(from) ?? []
    const may = [
      `src/apis/${api}/`,
      `generated/${api}/`,
      'src/domain/',
      'src/contract/',
      'src/repositories/',
      'src/dependencies.js',
    ]
    t.ok(
      may.some((target) => to.startsWith(target)),
      `${from} imports ${to}`,
    )
  }
  for (const { from, to } of imports.filter(
    (one) => one.from.startsWith('src/cli/') && !opensDatabase.test(one.from),
  )) {
    const isServe = from === 'src/cli/commands/serve.ts' && to === 'src/server.js'
    // Rows are judged before they are sent: by the contract, and in the server's words.
    const isJudging =
      from.startsWith('src/cli/import/') &&
      /^(src\/contract\/|src\/apis\/operator\/failures\.js$|generated\/operator\/contract\.js$)/.test(to)
    t.ok(
      isServe ||
        isJudging ||
        /^(src\/cli\/|src\/(config|package-file)\.js$|generated\/operator\/(client|types)\.js$)/.test(to),
      `${from} imports ${to}`,
    )
  }
  for (const { from, to } of imports.filter((one) => one.to === 'generated/index.js')) {
    t.equal(from, 'src/app.ts', `only the app knows every API, and ${from} imports ${to}`)
  }
})

test('only the configuration reads the environment', async (t) => {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((one) => one.isFile() && one.name.endsWith('.ts'))) {
    const path = join(entry.parentPath, entry.name)
    const text = await readFile(path, 'utf8')
    const isEntry = /\/(server|cli\/\w+)\.ts$/.test(path)
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
  const folders = await readdir(join(root, 'src/apis'))
  t.strictSame(apis.map(({ contract }) => contract.name).sort(), contracts.sort())
  t.strictSame(folders.sort(), contracts.sort())
})
