import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { test } from 'tap'
import { buildClient, clientFolders } from '../../scripts/clients/build-client.js'
import { type Example, examplesOf } from '../../src/contract/examples.js'
import { publicContracts } from '../../src/verify/contracts.js'
import { root } from '../support/process.js'
import { startServer } from '../support/server.js'

const run = promisify(execFile)
const maxUnpackedBytes = 60 * 1024

/** The function that makes the client of a package, a call of it on the demo data, and the status that it answers. */
function callOf(name: string): { readonly make: string; readonly call: string; readonly status: number } {
  const contract = publicContracts().find((one) => one.name === name)
  const isWhole = ({ status, params, query, headers, body }: Example): boolean =>
    status < 300 && !/\{\w+#/.test(JSON.stringify([params, query, headers, body]))
  const example = contract && examplesOf(contract).examples.find(isWhole)
  if (!example) throw new Error(`${name} has no example that needs no other one`)
  const { operation, params, query, headers, body, status } = example
  const { Authorization = '', ...others } = headers
  const [scheme, credential] = Authorization.split(' ')
  const request = {
    ...(Object.keys(params).length > 0 && { params }),
    ...(Object.keys(query).length > 0 && { query }),
    ...(body !== undefined && { body }),
    ...(scheme === 'Bearer' && { token: credential }),
    ...(scheme === 'Basic' && { credentials: basicCredentials(credential ?? '') }),
    ...(Object.keys(others).length > 0 && { headers: others }),
  }
  const client = name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
  return { make: `create${client}Client`, call: `${operation.operationId}(${JSON.stringify(request)})`, status }
}

test('the package of each client works in an empty project', async (t) => {
  const { baseUrl } = await startServer(t, { now: new Date().toISOString() })
  const folders = await clientFolders(root)
  t.strictSame(
    folders,
    publicContracts()
      .map(({ name }) => `clients/${name}`)
      .sort(),
  )
  const project = t.testdir({ 'package.json': '{"name":"empty","private":true,"version":"1.0.0"}' })
  for (const folder of folders) await buildClient(root, folder)
  // The only dependency, and its own one, as they are installed here: the test needs no registry.
  const dependencies = ['openapi-fetch', 'openapi-typescript-helpers'].map((name) => `node_modules/${name}`)
  const archives = await pack([...folders, ...dependencies], project)
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...archives], { cwd: project })

  t.strictSame(
    (await readdir(join(project, 'node_modules'))).filter((name) => !name.startsWith('.')).sort(),
    ['@tokenwright', 'openapi-fetch', 'openapi-typescript-helpers'],
    'nothing else is installed',
  )

  const names = folders.map((folder) => folder.replace('clients/', ''))
  await t.test('import and require', async (t) => {
    for (const name of names) {
      const { make } = callOf(name)
      await writeFile(join(project, `${name}.mjs`), program(name, `import { ${make} } from '@tokenwright/${name}'`))
      await writeFile(
        join(project, `${name}.cjs`),
        program(name, `const { ${make} } = require('@tokenwright/${name}')`),
      )
    }
    for (const extension of ['mjs', 'cjs']) {
      const main = join(project, `all.${extension}`)
      const load = (name: string): string => `'./${name}.${extension}'`
      await writeFile(
        main,
        names.map((name) => (extension === 'mjs' ? `import ${load(name)}` : `require(${load(name)})`)).join('\n'),
      )
      const { stdout } = await run(process.execPath, [main], {
        cwd: project,
        env: { ...process.env, BASE_URL: baseUrl },
      })
      t.strictSame(stdout.trim().split('\n').sort(), names, extension)
    }
  })

  await t.test('types under every resolution of modules', async (t) => {
    for (const [module, moduleResolution, extension] of [
      ['commonjs', 'node10', 'ts'],
      ['node16', 'node16', 'cts'],
      ['node16', 'node16', 'mts'],
      ['esnext', 'bundler', 'ts'],
    ] as const) {
      const directory = join(project, `${moduleResolution}-${extension}`)
      await mkdir(directory)
      for (const name of names) await writeFile(join(directory, `${name}.${extension}`), typedProgram(name))
      const compilerOptions = { module, moduleResolution, target: 'es2022', strict: true, noEmit: true, types: [] }
      await writeFile(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }))
      const compiler = join(root, 'node_modules/typescript/bin/tsc')
      const { stdout } = await run(process.execPath, [compiler, '-p', directory]).catch(
        (error: { stdout: string }) => error,
      )
      t.equal(stdout, '', `${moduleResolution} ${extension}`)
    }
  })

  for (const name of names) {
    await t.test(`${name}: small, and published as its manifest says`, async (t) => {
      const installed = join(project, 'node_modules/@tokenwright', name)
      const files = await readdir(installed, { recursive: true, withFileTypes: true })
      const sizes = await Promise.all(
        files.filter((file) => file.isFile()).map(async (file) => (await stat(join(file.parentPath, file.name))).size),
      )
      const bytes = sizes.reduce((sum, size) => sum + size, 0)
      t.ok(bytes < maxUnpackedBytes, `${bytes} bytes`)
      const { dependencies } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
      t.strictSame(Object.keys(dependencies), ['openapi-fetch'])
      // What is installed here was packed: packing it once more would find the same files.
      const { messages } = await publint({ pkgDir: installed, strict: true, pack: false })
      t.strictSame(messages, [])
    })
  }
})

/** The user name and the password of HTTP Basic (RFC 7617). */
function basicCredentials(encoded: string) {
  const [username, ...rest] = Buffer.from(encoded, 'base64').toString().split(':')
  return { username, password: rest.join(':') }
}

/** A program that makes the call of a package. @param load what gives it the function that makes the client */
function program(name: string, load: string, baseUrl = 'process.env.BASE_URL'): string {
  const { make, call, status } = callOf(name)
  return [
    load,
    'async function main() {',
    `  const client = ${make}({ baseUrl: ${baseUrl} })`,
    `  const reply = await client.${call}`,
    `  if (reply.status !== ${status}) throw new Error(JSON.stringify(reply))`,
    `  console.log('${name}')`,
    '}',
    'main()',
    '',
  ].join('\n')
}

function typedProgram(name: string): string {
  const { make } = callOf(name)
  const load = `import { ${make}, UndocumentedReply, type ClientOptions } from '@tokenwright/${name}'
export const options: ClientOptions = { baseUrl: 'x' }
export const isUndocumented = (error: unknown) => error instanceof UndocumentedReply && error.response.status`
  // The compiler has to find an error here: types that allow everything would find none.
  const wrong = `\nexport const wrong = async () => {\n  // @ts-expect-error\n  await ${make}({ baseUrl: 1 })\n}\n`
  return program(name, load, "'http://localhost'") + wrong
}

/** Packs packages. @returns the paths of the archives */
async function pack(folders: readonly string[], destination: string): Promise<string[]> {
  const paths = folders.map((folder) => join(root, folder))
  const { stdout } = await run('npm', ['pack', ...paths, '--ignore-scripts', '--silent'], { cwd: destination })
  return stdout
    .trim()
    .split('\n')
    .map((archive) => `./${archive}`)
}
