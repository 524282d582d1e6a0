/** The process of the server: configuration, then the server itself, or the primary that starts it several times. */
import type { Logger } from 'pino'
import { type Config, readConfig } from './config.js'
import { assertPortsAreFree } from './http/listeners.js'
import { readTls, type Tls } from './http/tls.js'
import { createLog } from './observability/log.js'
import { runMain } from './run-main.js'
import type { WorkerLink } from './workers/worker-link.js'

async function startProcess(): Promise<void> {
  const config = readConfig(process.env, { isTerminal: process.stdout.isTTY })
  const tls = config.tls && readTls(config.tls)
  const log = createLog(config.logLevel)
  const worker = config.workers > 1 ? await linkOfWorker() : undefined
  if (worker) return startServer(config, log.child({ worker: worker.id }), tls, worker)
  await assertPortsAreFree(config)
  if (config.workers > 1) return startWorkers(config.workers, log)
  await startServer(config, log, tls)
}

/** Loads the server, which the primary does without: it has 63 MB instead of 113, and starts the first worker in a third of the time. */
async function startServer(config: Config, log: Logger, tls: Tls | undefined, worker?: WorkerLink): Promise<void> {
  const { Server } = await import('./server.js')
  await new Server(config, log, tls, worker).start()
}

/** Loads the modules of the workers, which one process alone does not need. */
async function linkOfWorker(): Promise<WorkerLink | undefined> {
  const { WorkerLink } = await import('./workers/worker-link.js')
  return WorkerLink.ofThisProcess()
}

async function startWorkers(count: number, log: Logger): Promise<void> {
  const { WorkerTree } = await import('./workers/worker-tree.js')
  new WorkerTree(count, log).start()
}

runMain('tokenwright cannot start', startProcess)
