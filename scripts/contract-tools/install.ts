import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, cp, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const packages = fileURLToPath(new URL('packages', import.meta.url))

/**
 * Installs the tools as their lock file has them, outside the repository, where that is not done yet. They are 1.6 GB, and some minutes.
 * @returns the folder that has them in its `node_modules`
 */
export async function installTools(onBegin: () => void): Promise<string> {
  const lock = await readFile(join(packages, 'package-lock.json'))
  const version = createHash('sha256').update(lock).digest('hex').slice(0, 12)
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
  const folder = join(cache, 'tokenwright', `contract-tools-${version}`)
  const isInstalled = await access(folder).then(
    () => true,
    () => false,
  )
  if (isInstalled) return folder
  onBegin()
  const unfinished = `${folder}.${process.pid}`
  await mkdir(unfinished, { recursive: true })
  try {
    for (const file of ['package.json', 'package-lock.json']) await cp(join(packages, file), join(unfinished, file))
    await install(unfinished)
    await rename(unfinished, folder)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
  return folder
}

async function install(folder: string): Promise<void> {
  try {
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    await promisify(execFile)('npm', args, { cwd: folder })
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string }
    throw new Error(`the tools could not be installed\n${stderr.trim()}`)
  }
}
