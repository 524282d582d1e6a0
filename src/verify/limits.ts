import type { Contract, OperationEntry } from '../contract/contract.js'
import type { Example } from '../contract/examples.js'
import type { ReplyCheck } from './check-reply.js'
import type { Answer, Exchange } from './exchange.js'
import { type Difference, type Probe, requestOf } from './probe.js'
import { credentialRefusals, withoutCredential } from './refusals.js'

/** So many failures have to meet a limit. A window may begin anew between them. */
const maxFailures = 2000
/** Refusals of secrets may take half a second each, and the failures of a minute count. */
const concurrency = 20

/** A value that no server knows, in each place of a request that leads to something. */
const unknownValue = 'not-a-credential'

/**
 * A call that fails and, repeated, has to be answered with 429: a wrong credential, or else unknown values in the body.
 * @param example a request of the operation that succeeds
 */
export function limitProbe(contract: Contract, operation: OperationEntry, example: Example): Probe[] {
  const entry = operation.replies[429]
  const request = requestOf(example)
  const wrong = credentialRefusals(contract, operation).find(([name]) => name === 'a credential that is wrong')?.[1]
  const body = example.body as Readonly<Record<string, unknown>> | undefined
  if (!entry || (!wrong && !body)) return []
  const failing = wrong
    ? { ...request, headers: { ...withoutCredential(operation, example.headers), ...wrong } }
    : { ...request, body: Object.fromEntries(Object.keys(body ?? {}).map((key) => [key, unknownValue])) }
  const expected = { status: 429, entries: [entry] }
  return [{ contract, operation, name: 'too many failures', kind: 'limit', request: failing, expected }]
}

/** Repeats a failing call until the server has enough of it, and holds that answer against the contract. */
export async function provokeLimit(exchange: Exchange, probe: Probe, check: ReplyCheck): Promise<Difference[]> {
  let last: Answer | undefined
  for (let sent = 0; sent < maxFailures; sent += concurrency) {
    const calls = Array.from({ length: concurrency }, () => exchange.sendAtOnce(probe.operation, probe.request))
    const answers = await Promise.all(calls)
    const limited = answers.find(({ status }) => status === 429)
    if (limited) return check.differences(probe, limited)
    last = answers[0]
  }
  return [{ at: 'status', expected: '429', actual: `${last?.status} after ${maxFailures} failures` }]
}
