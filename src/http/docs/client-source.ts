import { existsSync, readFileSync } from 'node:fs'
import { packagePath } from '../../package-file.js'

/** Reads the source of a contract's typed client when it is asked for; `undefined` where the contract has none. */
export function clientSource(name: string): (() => string) | undefined {
  const path = packagePath(`clients/${name}/src/index.ts`)
  return existsSync(path) ? () => readFileSync(path, 'utf8') : undefined
}
