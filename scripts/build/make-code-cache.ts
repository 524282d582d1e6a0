import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const writer = fileURLToPath(new URL('write-code-cache.ts', import.meta.url))

/**
 * Starts a bundled server once, on an embedded database that is gone afterwards, and keeps what V8 compiles of it.
 * @param options those of Node for which the code cache is
 * @throws where the server does not answer
 */
export async function makeCodeCache(program: string, options: readonly string[]): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'tokenwright-build-'))
  try {
    const child = spawn(process.execPath, [...options, '--import', 'tsx', writer, resolve(program), ...options], {
      // Nothing of the configuration of whoever builds.
      env: { PATH: process.env.PATH, DATA_DIR: join(directory, 'data'), PORT: '0', DEMO: '1', LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`the bundled server ended with ${code}`)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
