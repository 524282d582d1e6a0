import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transform } from 'esbuild'
import ts from 'typescript'

/** The folders of the packages, relative to the root. */
export async function clientFolders(root: string): Promise<string[]> {
  return (await readdir(join(root, 'clients'))).sort().map((name) => `clients/${name}`)
}

/**
 * Builds a package: `dist/index.js` for import, `dist/index.cjs` for require, and one file of types that both share.
 * @param folder of the package, relative to the root
 * @throws where the module has an error of types
 */
export async function buildClient(root: string, folder: string): Promise<void> {
  const directory = join(root, folder)
  const source = join(directory, 'src/index.ts')
  const dist = join(directory, 'dist')
  const types = declarationsOf(source)
  const text = await readFile(source, 'utf8')
  await rm(dist, { recursive: true, force: true })
  await mkdir(dist)
  for (const [file, format] of [
    ['index.js', 'esm'],
    ['index.cjs', 'cjs'],
  ] as const) {
    const { code } = await transform(text, { loader: 'ts', format, target: 'es2022', platform: 'node' })
    await writeFile(join(dist, file), code)
  }
  await writeFile(join(dist, 'index.d.cts'), compact(types))
  await writeFile(join(dist, 'index.d.ts'), "export * from './index.cjs'\n")
}

/** The types of a module, as the compiler declares them. */
function declarationsOf(source: string): string {
  const program = ts.createProgram([source], {
    declaration: true,
    emitDeclarationOnly: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: [],
  })
  const [error] = ts.getPreEmitDiagnostics(program)
  if (error) throw new Error(`${source}: ${ts.flattenDiagnosticMessageText(error.messageText, '\n')}`)
  let declarations = ''
  program.emit(undefined, (_, text) => {
    declarations = text
  })
  return declarations
}

/** With one space for each step of indentation: a third of the file is indentation otherwise. */
function compact(declarations: string): string {
  return declarations.replaceAll(/^(?: {4})+/gm, (indentation) => ' '.repeat(indentation.length / 4))
}
