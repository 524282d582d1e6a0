import { existsSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { Test } from 'tap'
import { freePort } from '../../scripts/test/free-port.js'
import { demoEnvironment } from './demo-environment.js'
import { OwnProcess } from './process.js'

/** A server with several workers on PostgreSQL, as a tree of processes. */
export class WorkerTree {
  private constructor(
    readonly primary: OwnProcess,
    readonly port: number,
  ) {}

  /** Starts one with the demo data, in which every worker serves. @param own further settings */
  static async start(t: Test, workers: number, own: Readonly<Record<string, string>> = {}): Promise<WorkerTree> {
    const { env } = await demoEnvironment(t)
    const port = await freePort()
    const settings = { ...env, PORT: String(port), WORKERS: String(workers), ...own }
    const tree = new WorkerTree(new OwnProcess(t, 'src/main.ts', [], settings), port)
    await tree.untilServed(workers)
    return tree
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** The process ids of all workers that ever served. */
  get pids(): readonly number[] {
    return [...this.primary.output.matchAll(/"pid":(\d+),"msg":"worker serves"/g)].map(([, pid]) => Number(pid))
  }

  /** Waits until so many workers have begun to serve, replaced ones included. */
  async untilServed(workers: number): Promise<void> {
    await this.primary.waitFor(new RegExp(`(?:"worker serves"[\\s\\S]*){${workers}}`))
  }

  /** Runs something while the other workers stand still, so that this one alone can answer. */
  async withOnly<T>(pid: number, run: () => Promise<T>): Promise<T> {
    const others = this.pids.filter((one) => one !== pid && existsSync(`/proc/${one}`))
    for (const other of others) process.kill(other, 'SIGSTOP')
    try {
      return await run()
    } finally {
      for (const other of others) process.kill(other, 'SIGCONT')
    }
  }

  /** Waits until no process of the tree is left. */
  async untilGone(): Promise<void> {
    while (this.pids.some((pid) => existsSync(`/proc/${pid}`))) await delay(20)
    await this.primary.ended
  }
}
