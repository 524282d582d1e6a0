import { setTimeout as delay } from 'node:timers/promises'
import type { OperatorClient } from '../../../generated/operator/client.js'
import type { components } from '../../../generated/operator/types.js'
import { CliFailure } from '../failure.js'

type Schemas = components['schemas']

/** How often a batch is sent at most. With the waits between it is about a minute: a server that restarts is back. */
const mostTries = 9
/** The longest wait, in seconds. */
const longestWait = 15

/**
 * Sends a batch, again and again while the server is away or busy. To send rows twice is harmless: the second time they exist.
 * @param isReached whether the server has answered before: where it has not, it may not be there at all
 * @throws {CliFailure} where a further try would not help, or none is left
 */
export async function sendBatch(
  client: Pick<OperatorClient, 'importCredentials'>,
  batch: Schemas['ImportBatch'],
  isReached: boolean,
): Promise<Schemas['ImportReport']> {
  for (let tries = 1; ; tries++) {
    const answer = await send(client, batch)
    if ('report' in answer) return answer.report
    const { failure, retryAfter, isAnswered } = answer
    const isWorthATry = retryAfter !== undefined && (isReached || isAnswered)
    if (!isWorthATry || tries === mostTries) throw failure
    await delay(1000 * Math.min(longestWait, Math.max(retryAfter, 2 ** (tries - 2))))
  }
}

interface Refusal {
  readonly failure: CliFailure
  /** After how many seconds a further try makes sense; absent: never. */
  readonly retryAfter?: number
  /** Whether the server itself answered. */
  readonly isAnswered: boolean
}

async function send(
  client: Pick<OperatorClient, 'importCredentials'>,
  body: Schemas['ImportBatch'],
): Promise<{ readonly report: Schemas['ImportReport'] } | Refusal> {
  try {
    const reply = await client.importCredentials({ body })
    switch (reply.status) {
      case 200:
        return { report: reply.body }
      case 429:
      case 503:
        return {
          failure: new CliFailure('unreachable', reply.body.detail),
          retryAfter: Number(reply.headers.get('retry-after')) || 1,
          isAnswered: true,
        }
      case 401:
      case 403:
        return { failure: new CliFailure('refused', reply.body.detail), isAnswered: true }
      default:
        return { failure: new CliFailure('unexpected', `${reply.status}: ${reply.body.detail}`), isAnswered: true }
    }
  } catch (error) {
    // The server, or a proxy before it, is away: it may be restarting.
    if (error instanceof CliFailure && error.exit === 'unreachable') {
      return { failure: error, retryAfter: 0, isAnswered: false }
    }
    throw error
  }
}
