import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { CannotMeasure } from './workbench.js'

const folder = fileURLToPath(new URL('peers', import.meta.url))

/** Installs the peers as their lock file has them, where that is not done yet. @throws {CannotMeasure} */
export async function installPeers(onBegin: () => void): Promise<void> {
  if (await isInstalled()) return
  onBegin()
  try {
    await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder })
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string }
    throw new CannotMeasure(
      `the peers could not be installed; leave them out with --only, or see: npm ci --prefix scripts/bench/peers\n${stderr.trim()}`,
    )
  }
}

/** npm keeps what it has installed beside it. */
async function isInstalled(): Promise<boolean> {
  const packages = async (path: string): Promise<Record<string, { version?: string }>> =>
    JSON.parse(await readFile(join(folder, path), 'utf8')).packages
  try {
    const [wanted, found] = await Promise.all([
      packages('package-lock.json'),
      packages('node_modules/.package-lock.json'),
    ])
    return Object.entries(wanted).every(
      ([path, { version }]) =>
        path === '' || found[path]?.version === version || (!(path in found) && version === undefined),
    )
  } catch {
    return false
  }
}
