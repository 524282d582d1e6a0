import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * Reads a file of this package. Works from the source and from the build: both find the manifest by the name of the package.
 * @param path relative to the package
 */
export function packageFile(path: string): string {
  const manifest = createRequire(import.meta.url).resolve('tokenwright/package.json')
  return readFileSync(join(manifest, '..', path), 'utf8')
}
