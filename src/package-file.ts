import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The text of a file of this package, from the source and from the build alike. @param path below the package */
export function packageFile(path: string): string {
  const manifest = createRequire(import.meta.url).resolve('tokenwright/package.json')
  return readFileSync(join(manifest, '..', path), 'utf8')
}
