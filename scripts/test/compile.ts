import { mkdtemp, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { build } from 'esbuild'

const folders = ['src', 'generated', 'test', 'scripts', 'clients', 'console/src']

/**
 * Compiles the project once, file by file, into a new folder below `parent`: `src/main.ts` becomes `src/main.js` there.
 * Types are not checked: `npm run types` does that.
 * @returns the new folder
 */
export async function compile(root: string, parent: string): Promise<string> {
  const directory = await mkdtemp(join(parent, 'build-'))
  const files = (await Promise.all(folders.map((folder) => listFiles(root, folder)))).flat()
  await build({
    absWorkingDir: root,
    entryPoints: files.filter((file) => /\.(?:ts|json)$/.test(file) && !file.endsWith('.d.ts') && !isOfPackage(file)),
    outbase: root,
    outdir: directory,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: true,
    loader: { '.json': 'copy' },
    logLevel: 'warning',
  })
  return directory
}

/** Of the packages of clients only the source is compiled: their manifests would say what kind of module it is. */
function isOfPackage(file: string): boolean {
  return file.startsWith('clients/') && !file.includes('/src/')
}

/** The files below a folder, relative to the root, with slashes. */
export async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}
