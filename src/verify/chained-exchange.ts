import { neededOperations, withAnswers } from '../contract/chain.js'
import { isJson } from '../contract/media-type.js'
import type { Answer, Exchange } from './exchange.js'
import type { Probe, ProbeRequest } from './probe.js'

/** A value that an example needs could not be had from the operation that it names. */
export class BrokenChain extends Error {
  override readonly name = 'BrokenChain'
}

/** Fills requests with values of earlier answers: an operation that a request needs is called with its first example. */
export class ChainedExchange {
  readonly #exchange: Exchange
  readonly #first: (operationId: string) => Probe | undefined

  /** @param first finds the first example of an operation, in whichever contract */
  constructor(exchange: Exchange, first: (operationId: string) => Probe | undefined) {
    this.#exchange = exchange
    this.#first = first
  }

  /**
   * Sends a request, after the calls that its placeholders need. Each call is made anew, since a value may be good for one use.
   * @throws {BrokenChain}
   */
  async send(
    { operation, request }: Pick<Probe, 'operation' | 'request'>,
    callers: readonly string[] = [],
  ): Promise<Answer> {
    const answers = new Map<string, unknown>()
    for (const operationId of neededOperations(request)) {
      answers.set(operationId, await this.#bodyOf(operationId, callers))
    }
    return this.#exchange.send(operation, answers.size === 0 ? request : filled(request, answers))
  }

  async #bodyOf(operationId: string, callers: readonly string[]): Promise<unknown> {
    const probe = this.#first(operationId)
    if (!probe || callers.includes(operationId)) throw new BrokenChain(`no example of ${operationId} gives the value`)
    const { status, text } = await this.send(probe, [...callers, operationId])
    const entry = probe.operation.replies[status]
    if (status !== probe.expected.status || !entry)
      throw new BrokenChain(`${operationId} answered ${status} in place of ${probe.expected.status}`)
    try {
      return isJson(entry.content?.mediaType ?? '') ? JSON.parse(text) : text
    } catch {
      throw new BrokenChain(`${operationId} answered no JSON`)
    }
  }
}

function filled(request: ProbeRequest, answers: ReadonlyMap<string, unknown>): ProbeRequest {
  try {
    return withAnswers(request, answers)
  } catch (error) {
    throw new BrokenChain((error as Error).message, { cause: error })
  }
}
