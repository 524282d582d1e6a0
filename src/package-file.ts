import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * Where a file or folder of this package is. Works from the source and from the build: both find the manifest by the name of the package.
 * @param path relative to the package
 */
export function packagePath(path: string): string {
  const manifest = createRequire(import.meta.url).resolve('tokenwright/package.json')
  return join(manifest, '..', path)
}

/** Reads a text of this package, by its path relative to the package. */
export function packageFile(path: string): string {
  return readFileSync(packagePath(path), 'utf8')
}

/** The version of this package. */
export function packageVersion(): string {
  return (JSON.parse(packageFile('package.json')) as { version: string }).version
}

/** The commit that this build was made from; `undefined` where it is not known, and when the sources run without a build. */
export function buildCommit(): string | undefined {
  try {
    return readFileSync(new URL('../commit', import.meta.url), 'utf8') || undefined
  } catch {
    return undefined
  }
}

/** Version and commit, as semantic versioning writes them: `1.2.0+4419ab1c0ffe`. */
export function buildVersion(): string {
  return [packageVersion(), buildCommit()].filter(Boolean).join('+')
}
