import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'

/** For how long new connections are still accepted, in milliseconds: a proxy asks `/readyz` meanwhile, and sends no more. */
const noticeTime = 2_500
/** When requests that are still under way are cut off, in milliseconds after the signal. */
const cutTime = 8_000
/** When the process ends, however far it has come, in milliseconds after the signal. */
const endTime = 9_500
/** Signals of one kind within this time, in milliseconds, are one: npm passes on what a terminal has already sent to all. */
const echoTime = 250

export interface DrainOptions {
  readonly log: Logger
  /** Whether callers may have been told that this server is ready. */
  readonly isPrepared: () => boolean
  /** Writes and closes what requests use. Called when no request is left. */
  readonly release: () => Promise<void>
}

/**
 * Stops the process in order: it says that it is not ready, still accepts connections for as long as a proxy takes to notice
 * (not on Ctrl-C), finishes what is under way and exits with 0, within ten seconds. A second signal ends it at once, with 1;
 * an error that nothing caught drains it as well, and then it exits with 1.
 */
export class Drain {
  readonly #options: DrainOptions
  readonly #stopping = new AbortController()
  readonly #sockets = new Map<FastifyInstance, Set<Socket>>()
  #first: { readonly kind: NodeJS.Signals; readonly at: number } | undefined

  constructor(options: DrainOptions) {
    this.#options = options
    const signals = ['SIGTERM', 'SIGINT'] as const
    const grace = closeWithGrace(
      {
        delay: endTime,
        // It takes every second signal for a wish to end at once, echoes included: so these two are handled here.
        skip: [...signals],
        // Its own logger would print errors whole.
        logger: false,
        onTimeout: () => options.log.error('the process ends before all of it is closed'),
        onSecondError: (error) => this.#report(error),
      },
      ({ err, signal }) => this.#stop(err, signal ?? this.#first?.kind),
    )
    for (const kind of signals) {
      process.on(kind, () => {
        const now = performance.now()
        if (!this.#first) {
          this.#first = { kind, at: now }
          if (!this.isUnderWay) return grace.close()
        } else if (kind === this.#first.kind && now - this.#first.at < echoTime) return
        process.exit(1)
      })
    }
  }

  /** Aborted when the stop begins. */
  get signal(): AbortSignal {
    return this.#stopping.signal
  }

  get isUnderWay(): boolean {
    return this.signal.aborted
  }

  /** Takes a listener into the stop, before it listens. */
  add(app: FastifyInstance): void {
    const sockets = new Set<Socket>()
    app.server.on('connection', (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    })
    this.#sockets.set(app, sockets)
  }

  async #stop(error: unknown, kind: NodeJS.Signals | undefined): Promise<void> {
    const { log, isPrepared, release } = this.#options
    const begun = performance.now()
    if (error === undefined) log.info({ signal: kind }, 'the process stops')
    else this.#report(error)
    this.#stopping.abort()
    try {
      if (isPrepared() && kind !== 'SIGINT') await delay(noticeTime)
      await this.#close(cutTime - (performance.now() - begun))
      await release()
    } catch (failure) {
      log.error({ err: failure }, 'the stop failed')
      throw failure
    }
  }

  #report(error: unknown): void {
    this.#options.log.fatal({ err: error }, 'the process stops after an error that nothing caught')
  }

  /** Closes the listeners; what is under way may take `patience` milliseconds. */
  async #close(patience: number): Promise<void> {
    const cut = setTimeout(() => {
      this.#options.log.warn('requests that did not finish in time are cut off')
      for (const app of this.#sockets.keys()) app.server.closeAllConnections()
    }, patience)
    await Promise.all(
      [...this.#sockets].map(([app, sockets]) => {
        const closed = app.close()
        // Node takes a connection that has never been used, as browsers keep in reserve, for a busy one.
        for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
        return closed
      }),
    )
    clearTimeout(cut)
  }
}
