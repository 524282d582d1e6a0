import { execFile } from 'node:child_process'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A small disk in memory. */
export class SmallDisk {
  readonly #ballast: string

  constructor(readonly directory: string) {
    this.#ballast = join(directory, 'ballast')
  }

  /** Mounts it. @returns `undefined` where the machine does not allow that: it takes root */
  static async mount(directory: string, megabytes: number): Promise<SmallDisk | undefined> {
    await mkdir(directory)
    try {
      await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', directory])
      return new SmallDisk(directory)
    } catch {
      return undefined
    }
  }

  /** Writes until nothing more fits. */
  async fill(): Promise<void> {
    const file = await open(this.#ballast, 'w')
    try {
      for (const size of [1_048_576, 4_096]) {
        const chunk = Buffer.alloc(size)
        // A short write says so, and the next one fails.
        while (await file.write(chunk).catch(() => undefined));
      }
    } finally {
      await file.close()
    }
  }

  makeRoom(): Promise<void> {
    return rm(this.#ballast)
  }

  async unmount(): Promise<void> {
    await run('umount', ['--lazy', this.directory])
  }
}
