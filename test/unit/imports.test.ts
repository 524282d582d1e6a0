import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { test } from 'tap'
import { contracts as contractsByName } from '../../src/apis/index.js'
import { root } from '../support/process.js'

interface Import {
  readonly from: string
  readonly to: string
}

async function sourceFiles(): Promise<string[]> {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true })
  return entries.filter((one) => one.isFile() && one.name.endsWith('.ts')).map((one) => join(one.parentPath, one.name))
}

/** The imports of files of ours between one another, as paths below the project. */
async function importsOf(folder: string): Promise<Import[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
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

/** Files that match `from` import nothing that matches `to`. */
const forbidden: readonly { readonly rule: string; readonly from: RegExp; readonly to: RegExp }[] = [
  {
    rule: 'shared modules know no API, no thing of the domain and not the command line',
    from: /^src\/(contract|http|crypto|concurrency|database)\/(?!app\.js|app\.ts)/,
    to: /^src\/(apis|domain|cli|services|shared-services|doctor)[./]/,
  },
  {
    rule: 'the domain knows no API, no HTTP and not how it is put together',
    from: /^src\/domain\//,
    to: /^src\/(apis|http|contract|cli|doctor|services|shared-services|repositories)[./]/,
  },
  {
    rule: 'APIs translate: no repository, and of the database no more than types and transactions',
    from: /^src\/apis\//,
    to: /^src\/(cli|doctor|repositories)[./]|\/[\w-]*repository\.js$|^src\/database\/(?!schema|transaction|page|sorted-page)/,
  },
  { rule: 'the server knows not the command line', from: /^src\/(?!cli\/)/, to: /^src\/cli\// },
  { rule: 'generated code stands alone', from: /^generated\//, to: /^src\// },
  { rule: 'the console is a client of the operator API and knows no server', from: /^console\//, to: /^src\// },
]

test('modules import only in the direction of the architecture', async (t) => {
  const imports = (await Promise.all(['src', 'generated', 'console/src'].map(importsOf))).flat()
  t.ok(imports.length > 100, 'imports are found')
  for (const { rule, from, to } of forbidden) {
    const breaches = imports.filter((one) => from.test(one.from) && to.test(one.to))
    t.strictSame(breaches, [], rule)
  }
})

test('a thing of the domain uses the repository of no other one, but that of the secrets that two of them share', async (t) => {
  const breaches = (await importsOf('src/domain')).filter(({ from, to }) => {
    const [thing] = /^src\/domain\/[^/]+\//.exec(from) ?? ['']
    return /repository\.js$/.test(to) && !to.startsWith(thing) && !to.startsWith('src/domain/secrets/')
  })
  t.strictSame(breaches, [])
})

test('only repositories, the database and doctor import values of Kysely', async (t) => {
  const users: string[] = []
  for (const path of await sourceFiles()) {
    const names = /^import \{([^}]*)\} from 'kysely'/m.exec(await readFile(path, 'utf8'))?.[1] ?? ''
    if (names.split(',').some((name) => name.trim() !== '' && !name.trim().startsWith('type '))) {
      users.push(relative(root, path))
    }
  }
  const allowed = /^src\/(database\/|doctor\/database\.ts|domain\/[^/]+\/[\w-]*repository\.ts)/
  t.strictSame(
    users.filter((path) => !allowed.test(path)),
    [],
  )
})

test('OpenTelemetry is loaded on demand alone, where traces are wanted', async (t) => {
  const users: string[] = []
  for (const path of await sourceFiles()) {
    // A type is nothing at run time; the package of the interfaces alone comes with the metrics.
    const imported = /^import (?!type )[^']*from '@opentelemetry\/(?!api')/m.test(await readFile(path, 'utf8'))
    if (imported) users.push(relative(root, path))
  }
  t.strictSame(users.sort(), ['src/observability/open-telemetry.ts', 'src/observability/span-exporter.ts'])
  const text = await readFile(join(root, 'src/server.ts'), 'utf8')
  t.match(text, "await import('./observability/open-telemetry.js')")
  const fixed = /^import (?!type )[^']*from '\.[^']*(?:open-telemetry|span-exporter)\.js'/m
  for (const path of await sourceFiles()) {
    if (path.endsWith('open-telemetry.ts')) continue
    t.notMatch(await readFile(path, 'utf8'), fixed, relative(root, path))
  }
})

test('only the configuration reads the environment', async (t) => {
  for (const path of await sourceFiles()) {
    const text = await readFile(path, 'utf8')
    // What starts a command may hand the environment on.
    const isEntry = /\/(main|cli\/.+)\.ts$/.test(path)
    t.notMatch(text, isEntry ? /process\.env[.[]/ : /process\.env/, relative(root, path))
  }
})

test('what is logged of a request goes through logOf, which says which request it was', async (t) => {
  const users: string[] = []
  for (const path of await sourceFiles()) {
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
