import { join } from 'node:path'
import ts from 'typescript'
import { root } from './process.js'

/** What the compiler says of sources that exist in memory only, and stand in the folder of the project. */
export function typeErrors(sources: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noUncheckedIndexedAccess: true,
    types: ['node'],
    paths: { '@tokenwright/*': [join(root, 'clients/*/src/index.ts')] },
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (path) => sources.has(path) || fileExists.call(host, path)
  host.readFile = (path) => sources.get(path) ?? readFile.call(host, path)
  host.getSourceFile = (path, version, ...others) => {
    const source = sources.get(path)
    if (source === undefined) return getSourceFile.call(host, path, version, ...others)
    return ts.createSourceFile(path, `${source}\nexport {}`, version)
  }
  const program = ts.createProgram([...sources.keys()], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
}
