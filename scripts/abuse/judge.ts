import type { Contract } from '../../src/contract/contract.js'
import { isJson } from '../../src/contract/media-type.js'
import { ReplyValidators } from '../../src/contract/reply-validators.js'
import { canary } from './encode.js'
import type { HostileRequest } from './requests.js'
import type { Outcome } from './send.js'

export type Fault = '5xx' | 'unanswered' | 'not valid by the contract' | 'echo'

/** Statuses of what belongs to no operation: broken HTTP, an unknown path, a foreign host, too many failures. */
const statusesWithoutOperation: ReadonlySet<number> = new Set([
  400, 403, 404, 405, 408, 413, 417, 421, 429, 431, 501, 505,
])

/** What no answer may show: a part of the request, or words of an engine. */
const forbidden = new RegExp(`${canary}|SyntaxError|FST_|node_modules|ECONN|SQLSTATE|at position`, 'i')

/** Holds answers against the contract. */
export class Judge {
  readonly #validators: ReplyValidators

  constructor(readonly contract: Contract) {
    this.#validators = new ReplyValidators(contract)
  }

  /** @returns what is wrong with an outcome; `undefined` where nothing is */
  faultOf({ operation, isBroken }: HostileRequest, outcome: Outcome): Fault | undefined {
    if (outcome.kind !== 'answered') return isBroken ? undefined : 'unanswered'
    const { status, headers, body } = outcome
    if (status >= 500 && status !== 501 && status !== 505) return '5xx'
    const shown = [...headers].filter(([name]) => name !== 'x-request-id').join('\n')
    if (forbidden.test(body) || forbidden.test(shown)) return 'echo'
    const mediaType = headers.get('content-type')
    const isWithoutOperation = mediaType === 'application/problem+json' && body.includes('"about:blank"')
    if (isWithoutOperation) return statusesWithoutOperation.has(status) ? undefined : 'not valid by the contract'
    const reply = operation.replies[status] ?? this.contract.protocolReplies[status]
    if (!reply || mediaType !== reply.content?.mediaType) return 'not valid by the contract'
    if (!reply.content || !isJson(mediaType ?? '')) return undefined
    return this.#validators.of(reply.content.at)(JSON.parse(body)) ? undefined : 'not valid by the contract'
  }
}
