import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'

/** How long new connections are still accepted: a proxy asks `/readyz` meanwhile, and sends no more requests. */
const noticeMs = 2_500
/** When requests that are still running are aborted, counted from the signal. */
const abortRequestsAfterMs = 8_000
/** When the process exits even if not everything is closed, counted from the signal. */
const exitAfterMs = 9_500
/** Signals of one kind within this time count as one: npm passes on what a terminal has already sent to all processes. */
const repeatedSignalMs = 250

/** A handler in JavaScript cannot end a crash: the process would run into it again and again, and never exit. */
const crashes = ['SIGSEGV', 'SIGBUS', 'SIGFPE', 'SIGILL', 'SIGABRT', 'SIGTRAP'] as const satisfies NodeJS.Signals[]

export interface GracefulShutdownOptions {
  readonly log: Logger
  /** Whether `/readyz` may have answered 200, so that a proxy may send requests. */
  readonly hasBeenReady: () => boolean
  /** Flushes and closes what requests use. Called when no request is left. */
  readonly release: (signal: NodeJS.Signals | undefined) => Promise<void>
  /** Whether other processes accept the connections in place of one that ends by an error. */
  readonly hasSiblings?: boolean
}

/**
 * Stops the process in order, within ten seconds: `/readyz` answers 503, new connections are still accepted until a proxy has noticed
 * (not on Ctrl-C), running requests finish, and the process exits with 0. A second signal ends it at once, with 1. An uncaught error
 * shuts it down in the same order, and then it exits with 1.
 */
export class GracefulShutdown {
  readonly #options: GracefulShutdownOptions
  readonly #abort = new AbortController()
  readonly #sockets = new Map<FastifyInstance, Set<Socket>>()
  readonly #close: () => void
  #firstSignal: { readonly kind: NodeJS.Signals; readonly at: number } | undefined

  constructor(options: GracefulShutdownOptions) {
    this.#options = options
    const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
    const grace = closeWithGrace(
      {
        delay: exitAfterMs,
        // It takes every second signal as a demand to exit at once, repeated ones included: these are handled here.
        skip: [...signals, ...crashes],
        // Its own logger would print errors whole.
        logger: false,
        onTimeout: () => options.log.error('process exits before everything is closed'),
        onSecondError: (error) => this.#report(error),
      },
      ({ err, signal }) => this.#stop(err, signal ?? this.#firstSignal?.kind),
    )
    this.#close = grace.close
    for (const kind of signals) process.on(kind, () => this.#onSignal(kind))
  }

  /** Aborted when the shutdown begins. */
  get signal(): AbortSignal {
    return this.#abort.signal
  }

  get hasBegun(): boolean {
    return this.signal.aborted
  }

  /** Includes a listener in the shutdown. Has to be called before it listens. */
  add(app: FastifyInstance): void {
    const sockets = new Set<Socket>()
    app.server.on('connection', (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    })
    this.#sockets.set(app, sockets)
  }

  /** Begins the shutdown as a signal does, or without one; nothing where it has begun. */
  begin(kind?: NodeJS.Signals): void {
    if (this.hasBegun || this.#firstSignal) return
    if (kind) this.#firstSignal = { kind, at: performance.now() }
    this.#close()
  }

  #onSignal(kind: NodeJS.Signals): void {
    const now = performance.now()
    if (!this.#firstSignal) {
      this.#firstSignal = { kind, at: now }
      if (!this.hasBegun) return this.#close()
    } else if (kind === this.#firstSignal.kind && now - this.#firstSignal.at < repeatedSignalMs) return
    process.exit(1)
  }

  async #stop(error: unknown, signal: NodeJS.Signals | undefined): Promise<void> {
    const { log, hasBeenReady, release, hasSiblings } = this.#options
    const begunAt = performance.now()
    if (error === undefined) log.info({ signal }, 'shutdown started')
    else this.#report(error)
    this.#abort.abort()
    try {
      const isReplaced = hasSiblings && error !== undefined
      if (hasBeenReady() && signal !== 'SIGINT' && !isReplaced) await delay(noticeMs)
      await this.#closeListeners(abortRequestsAfterMs - (performance.now() - begunAt))
      await release(signal)
    } catch (failure) {
      log.error({ err: failure }, 'shutdown failed')
      throw failure
    }
  }

  #report(error: unknown): void {
    this.#options.log.fatal({ err: error }, 'shutdown started by an uncaught error')
  }

  /** @param timeoutMs how long running requests may take */
  async #closeListeners(timeoutMs: number): Promise<void> {
    const timer = setTimeout(() => {
      this.#options.log.warn('running requests aborted: they did not finish in time')
      for (const app of this.#sockets.keys()) app.server.closeAllConnections()
    }, timeoutMs)
    await Promise.all(
      [...this.#sockets].map(([app, sockets]) => {
        const closed = app.close()
        // Node takes a connection that has never been used, as browsers keep in reserve, for a busy one.
        for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
        return closed
      }),
    )
    clearTimeout(timer)
  }
}
