import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest, Agent as TlsAgent } from 'node:https'
import createRouter, { type HTTPMethod } from 'find-my-way'
import { inTime } from '../concurrency/in-time.js'
import { Semaphore } from '../concurrency/semaphore.js'
import type { Contract, OperationEntry } from '../contract/contract.js'
import { Unavailable } from '../errors.js'
import { AnswerComparison, type ShadowDifference } from './compare-answers.js'
import { type AnsweredCall, BoundedBody, passedHeaders, type ServerAnswer } from './exchange.js'
import { Tally } from './tally.js'

/** A call that the two servers answer differently. The path is the contract's: that of the call may hold a token. */
export interface DifferentCall {
  readonly at: string
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly status: { readonly old: number; readonly new: number }
  readonly differences: readonly ShadowDifference[]
  /** Those of a kind that has not been seen before. */
  readonly unseen: readonly ShadowDifference[]
}

export interface ShadowOptions {
  readonly contract: Contract
  /** Where the API is on each server, base path included. */
  readonly old: URL
  readonly new: URL
  /** Whether the new server gets calls that create, change or revoke something. */
  readonly mayChange: boolean
  /** How long it may take for an answer. */
  readonly timeoutMs: number
  /** Places of differences that are known and count as none, such as `header Cache-Control`. */
  readonly ignored: ReadonlySet<string>
  readonly onDifference: (call: DifferentCall) => void
  /** Told why the new server gave no answer: the code of a failed connection, or that the time was over. */
  readonly onUnanswered: (reason: string) => void
}

/** So many calls are with the new server, so many wait; beyond it calls are counted and forgotten: 200 × 320 KiB at most. */
const concurrency = 8
const maxQueued = 200
const maxAnswerBytes = 256 * 1024

/** Repeats answered calls at the new server, and compares the answers. Nothing of it reaches the caller. */
export class Shadow {
  readonly tally = new Tally()
  readonly #options: ShadowOptions
  readonly #comparison: AnswerComparison
  readonly #router = createRouter({ maxParamLength: Number.POSITIVE_INFINITY })
  readonly #queue = new Semaphore({ name: 'shadow calls', concurrency, maxQueued })
  readonly #agent: Agent
  readonly #inProgress = new Set<Promise<void>>()
  readonly #closing = new AbortController()

  constructor(options: ShadowOptions) {
    this.#options = options
    this.#comparison = new AnswerComparison(options.contract)
    const settings = { keepAlive: true, maxSockets: concurrency, timeout: 1000 }
    this.#agent = options.new.protocol === 'https:' ? new TlsAgent(settings) : new Agent(settings)
    for (const operation of Object.values(options.contract.operations)) {
      const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1')
      this.#router.on(operation.method, path, () => {}, operation)
    }
  }

  /** Takes a call, or counts why not. Neither throws nor waits. */
  offer(call: AnsweredCall): void {
    const path = pathBelow(this.#options.old, call.url)
    const operation = path === undefined ? undefined : this.#operationOf(call.method, path)
    if (path === undefined || !operation) return this.tally.countOutsideContract()
    const { operationId } = operation
    if (!operation.isSafe && !this.#options.mayChange) return this.tally.count(operationId, 'notSent')
    const { kept } = call
    if (!kept) return this.tally.count(operationId, 'tooLong')
    const work = this.#queue
      .run(() => this.#repeat(operation, path, call, kept))
      .catch((error: unknown) => {
        const isOverflow = error instanceof Unavailable
        this.tally.count(operationId, isOverflow ? 'overflow' : 'unanswered')
        if (!isOverflow) this.#options.onUnanswered(reasonOf(error))
      })
      .finally(() => this.#inProgress.delete(work))
    this.#inProgress.add(work)
  }

  /** Waits until each call that was taken is compared. */
  async settled(): Promise<void> {
    await Promise.all(this.#inProgress)
  }

  /** Gives up calls that are with the new server or wait for it. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.settled()
    this.#agent.destroy()
  }

  #operationOf(method: string, path: string): OperationEntry | undefined {
    const found = this.#router.find(method as HTTPMethod, path)
    return found ? (found.store as OperationEntry) : undefined
  }

  async #repeat(
    operation: OperationEntry,
    path: string,
    call: AnsweredCall,
    { body, answer }: NonNullable<AnsweredCall['kept']>,
  ): Promise<void> {
    this.#closing.signal.throwIfAborted()
    const fresh = await this.#send(path, call, body)
    const all = this.#comparison.differences(operation, answer, fresh)
    const differences = all.filter(({ at }) => !this.#options.ignored.has(at))
    const { operationId, method } = operation
    this.tally.count(operationId, differences.length === 0 ? 'equal' : 'different')
    if (differences.length === 0) return
    this.#options.onDifference({
      at: new Date().toISOString(),
      operation: operationId,
      method,
      path: operation.path,
      status: { old: answer.status, new: fresh.status },
      differences,
      unseen: differences.filter((difference) => this.tally.countDifference(operationId, difference)),
    })
  }

  #send(path: string, call: AnsweredCall, body: Buffer): Promise<ServerAnswer> {
    return inTime(this.#closing.signal, this.#options.timeoutMs, (signal) => this.#sendUntil(signal, path, call, body))
  }

  /** @param signal ends the call */
  async #sendUntil(
    signal: AbortSignal,
    path: string,
    { method, headers }: AnsweredCall,
    body: Buffer,
  ): Promise<ServerAnswer> {
    const { new: target } = this.#options
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest
    const passed = passedHeaders(headers, ['host', 'accept-encoding', 'content-length', 'transfer-encoding'])
    const hasBody = body.length > 0 || headers.some((name, at) => at % 2 === 0 && /^content-length$/i.test(name))
    const outgoing = send(target, {
      method,
      path: `${target.pathname.replace(/\/$/, '')}${path}`,
      headers: ['Host', target.host, ...passed, ...(hasBody ? ['Content-Length', String(body.length)] : [])],
      agent: this.#agent,
      signal,
    })
    outgoing.end(body)
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.on('response', resolve)
      outgoing.on('error', reject)
    })
    const copy = new BoundedBody(maxAnswerBytes)
    for await (const chunk of answer) {
      if (!copy.add(chunk as Buffer)) throw new Error('the answer is too long')
    }
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: copy.bytes ?? Buffer.alloc(0) }
  }
}

function reasonOf(error: unknown): string {
  const { name, code, message } = error as NodeJS.ErrnoException
  if (name === 'AbortError' || name === 'TimeoutError') return 'no answer in time'
  return code ?? message
}

/** What of a URL stands below the base path of an API, query included; `undefined` for another path. */
function pathBelow({ pathname }: URL, url: string): string | undefined {
  const base = pathname.replace(/\/$/, '')
  return url.startsWith(`${base}/`) ? url.slice(base.length) : undefined
}
