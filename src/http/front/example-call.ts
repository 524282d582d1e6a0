import type { Contract } from '../../contract/contract.js'
import { type Example, examplesOf } from '../../contract/examples.js'
import { planCalls, type SampleSite } from '../../contract/samples/call-plan.js'
import { curlSample } from '../../contract/samples/curl.js'

/** A call that works on the demo data, and what it is answered. */
export interface ExampleCall {
  readonly operationId: string
  readonly curl: string
  /** With `…` for what differs from call to call. */
  readonly answer: string
}

/** How long after the time of the examples an answer may name a time that depends on it. */
const longestLifetimeMs = 24 * 60 * 60 * 1000

/** The first documented success of a contract for which this listener serves every call; `undefined` where there is none. */
export function exampleCall(contract: Contract, site: SampleSite): ExampleCall | undefined {
  for (const example of examplesOf(contract).examples) {
    if (example.status >= 300) continue
    const plan = planCalls(contract, example, site)
    if (!plan.calls.every(({ isServed }) => isServed)) continue
    return {
      operationId: example.operation.operationId,
      curl: curlSample({ ...plan, isQuiet: true }),
      answer: answerOf(contract, example),
    }
  }
  return undefined
}

function answerOf({ document }: Contract, { reply, volatile }: Example): string {
  // A token: its beginning is that of every other one.
  if (volatile.includes('')) return `${String(reply).slice(0, 3)}…`
  const clock = Date.parse(String(document['x-example-clock'] ?? ''))
  const shown = JSON.parse(JSON.stringify(reply), (_, value) => (isSoonAfter(clock, value) ? '…' : value))
  for (const pointer of volatile) hide(shown, pointer)
  return typeof shown === 'string' ? shown : JSON.stringify(shown)
}

/** Whether a value is a time that the call itself has set, such as an expiry. */
function isSoonAfter(clock: number, value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/.test(value)) return false
  const passedMs = Date.parse(`${value.replace(' ', 'T').replace(/Z$/, '')}Z`) - clock
  return passedMs >= 0 && passedMs <= longestLifetimeMs
}

function hide(root: unknown, pointer: string): void {
  const keys = pointer.split('/').slice(1)
  const last = keys.pop() ?? ''
  const owner = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], root)
  if (typeof owner === 'object' && owner !== null) (owner as Record<string, unknown>)[last] = '…'
}
