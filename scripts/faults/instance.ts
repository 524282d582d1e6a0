import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from './client.js'

/** A process of the build. */
export class Instance extends Client {
  readonly ended: Promise<number | null>
  output = ''

  constructor(
    readonly child: ChildProcess,
    address: string,
    operatorKey: string,
  ) {
    super(address, operatorKey)
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output = (this.output + chunk.toString()).slice(-20_000)
      })
    }
    this.ended = new Promise((resolve) => child.on('close', resolve))
  }

  /** Waits until it can serve. @throws where it ends before, or after three minutes: a busy machine makes a start slow */
  async ready(): Promise<this> {
    const deadline = performance.now() + 180_000
    while (performance.now() < deadline) {
      if ((await this.call('/readyz')).status === 200) return this
      if (this.child.exitCode !== null || this.child.signalCode !== null) break
      await delay(50)
    }
    const { exitCode, signalCode } = this.child
    const end = signalCode ?? exitCode ?? 'still running'
    throw new Error(`an instance does not become ready (${end}): ${this.output}`)
  }

  /** The resident memory in MB; `NaN` where the system has no /proc. */
  async memory(): Promise<number> {
    const status = await readFile(`/proc/${this.child.pid}/status`, 'utf8').catch(() => '')
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.ended
  }
}
