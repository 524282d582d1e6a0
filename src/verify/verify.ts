import type { Contract } from '../contract/contract.js'
import { firstExampleOf } from '../contract/examples.js'
import { BrokenChain, ChainedExchange } from './chained-exchange.js'
import { ReplyCheck } from './check-reply.js'
import { Exchange, type ExchangeOptions, NoAnswer, TooManyRequests } from './exchange.js'
import { provokeLimit } from './limits.js'
import { Mask } from './mask.js'
import { NoOwnValue, withOwnValues } from './own-values.js'
import { type PlanOptions, planOf } from './plan.js'
import { type CheckResult, type Difference, type Probe, requestOf, type Verification } from './probe.js'

export interface VerifyOptions extends ExchangeOptions, PlanOptions {}

/**
 * Holds a server against a contract: each example, and each refusal that one request brings about.
 * @param contracts all that are known: an example may need an answer of another contract's operation
 * @param onCheck is told of each check
 * @throws {NoAnswer} where the server cannot be reached at all
 */
export async function verify(
  contract: Contract,
  contracts: readonly Contract[],
  options: VerifyOptions,
  onCheck: (check: CheckResult) => void = () => {},
): Promise<Verification> {
  const startedAt = performance.now()
  const exchange = new Exchange(options)
  const chained = new ChainedExchange(exchange, (operationId) => firstProbe(contracts, operationId, options))
  const { probes, skipped } = planOf(contract, options)
  const check = new ReplyCheck(contract)
  const mask = new Mask()
  for (const value of Object.values(options.ownValues ?? {})) if (value !== null) mask.add(value)

  const checks: CheckResult[] = [...skipped]
  for (const one of skipped) onCheck(one)
  for (const probe of probes) {
    const outcome = await outcomeOf(probe, () => differencesOf(probe, chained, exchange, check))
    const result: CheckResult = {
      operation: probe.operation.operationId,
      name: probe.name,
      kind: probe.kind,
      ...('skipped' in outcome
        ? { outcome: 'skipped', differences: [], reason: outcome.skipped }
        : {
            outcome: outcome.differences.length > 0 ? 'failed' : 'passed',
            differences: outcome.differences.map((difference) => masked(difference, mask)),
          }),
    }
    // Nobody is there: every further check would say the same.
    if (exchange.requests === 1 && 'unreachable' in outcome) throw outcome.unreachable
    checks.push(result)
    onCheck(result)
  }
  const count = (outcome: CheckResult['outcome']): number => checks.filter((one) => one.outcome === outcome).length
  return {
    contract: contract.name,
    base: options.base,
    checks,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    requests: exchange.requests,
    seconds: Number(((performance.now() - startedAt) / 1000).toFixed(1)),
  }
}

type Outcome =
  | { readonly skipped: string }
  | { readonly differences: readonly Difference[]; readonly unreachable?: NoAnswer }

/** The server asks for fewer requests where the contract does not. */
class UnexpectedLimit extends Error {
  override readonly name = 'UnexpectedLimit'
}

async function differencesOf(
  probe: Probe,
  chained: ChainedExchange,
  exchange: Exchange,
  check: ReplyCheck,
): Promise<Difference[]> {
  if (probe.kind === 'limit') return provokeLimit(exchange, probe, check)
  // Sent twice, what is in conflict with an earlier call is so in any case: a rotation that is under way.
  if (probe.expected.status === 409) await chained.send(probe)
  const answer = await chained.send(probe)
  if (answer.status === 429 && probe.expected.status !== 429) throw new UnexpectedLimit()
  return check.differences(probe, answer)
}

async function outcomeOf(probe: Probe, judge: () => Promise<Difference[]>): Promise<Outcome> {
  try {
    return { differences: await judge() }
  } catch (error) {
    if (error instanceof UnexpectedLimit) return { skipped: 'the server asks for fewer requests' }
    if (error instanceof TooManyRequests) return { skipped: 'the server had as many requests as it may get' }
    if (error instanceof BrokenChain)
      return { differences: [{ at: 'request', expected: 'a value of an earlier answer', actual: error.message }] }
    if (!(error instanceof NoAnswer)) throw error
    const differences = [{ at: 'answer', expected: String(probe.expected.status), actual: error.message }]
    const isUnreachable = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'].includes(error.code ?? '')
    return isUnreachable ? { differences, unreachable: error } : { differences }
  }
}

/** The first example of an operation, with the server's own values. */
function firstProbe(
  contracts: readonly Contract[],
  operationId: string,
  { ownValues }: VerifyOptions,
): Probe | undefined {
  for (const contract of contracts) {
    const example = firstExampleOf(contract, operationId)
    const entry = example?.operation.replies[example.status]
    if (!example || !entry) continue
    try {
      const request = requestOf(withOwnValues(example, ownValues ?? {}))
      const expected = { status: example.status, entries: [entry] }
      return { contract, operation: example.operation, name: example.name, kind: 'example', request, expected }
    } catch (error) {
      if (error instanceof NoOwnValue) return undefined
      throw error
    }
  }
  return undefined
}

function masked({ at, expected, actual }: Difference, mask: Mask): Difference {
  return { at, expected: mask.apply(expected), actual: mask.apply(actual) }
}
