import type { Contract, OperationEntry } from '../contract/contract.js'
import { type Example, examplesOf } from '../contract/examples.js'
import { hasServedOperations, isServed, type Surface } from '../contract/surface.js'
import { limitProbe } from './limits.js'
import { NoOwnValue, type OwnValues, withOwnValues } from './own-values.js'
import { type CheckResult, type Probe, requestOf } from './probe.js'
import { methodRefusal, refusalsOf } from './refusals.js'

export interface PlanOptions {
  readonly surface: Surface
  /** Whether calls may be made that change what the server has. */
  readonly mayChange: boolean
  readonly ownValues: OwnValues | undefined
  /** Whether limits are provoked: the server then refuses this address for a time. */
  readonly withLimits: boolean
}

/** What is asked of a server, in order, and what is not. */
export interface Plan {
  readonly probes: readonly Probe[]
  readonly skipped: readonly CheckResult[]
}

/** Plans the verification of a contract: every example and every refusal of each operation. */
export function planOf(contract: Contract, options: PlanOptions): Plan {
  const { examples } = examplesOf(contract)
  const probes: Probe[] = []
  const skipped: CheckResult[] = []
  // Examples of operators share records, lists show what others have changed, and calls are counted: none is known to find the demo as it was.
  const isExact = options.ownValues === undefined && hasServedOperations(contract, 'public')
  const paths = new Set<string>()
  for (const operation of inOrder(contract, options.surface)) {
    const own = examples.filter((example) => example.operation === operation)
    if (!operation.isSafe && !options.mayChange) {
      skipped.push(skip(operation, 'all', 'it may change what the server has'))
      continue
    }
    const sendable = own.flatMap((example) => {
      try {
        return [withOwnValues(example, options.ownValues ?? {})]
      } catch (error) {
        if (!(error instanceof NoOwnValue)) throw error
        skipped.push(skip(operation, example.name, 'the file of credentials has no value for it'))
        return []
      }
    })
    probes.push(...sendable.map((example) => exampleProbe(contract, example, isExact)))
    // One that is itself refused would be refused for that in each variation.
    const first = sendable.find(({ status }) => status < 400)
    if (!first) continue
    probes.push(...refusalsOf(contract, operation, first))
    if (!paths.has(operation.path)) probes.push(...methodRefusal(contract, operation, first))
    paths.add(operation.path)
    if (options.withLimits) probes.push(...limitProbe(contract, operation, first))
  }
  return { probes: probes.sort((one, other) => orderOf(one) - orderOf(other)), skipped }
}

/**
 * What changes nothing comes first, so that lists are still those of the examples; then changes, what is in conflict with these, and deletions. Limits
 * come last, since nothing else is answered after them.
 */
function orderOf({ operation, kind, expected: { status } }: Probe): number {
  if (kind === 'limit') return 4
  if (status === 409) return 2
  if (operation.isSafe || kind === 'refusal' || status >= 400) return 0
  return operation.method === 'DELETE' ? 3 : 1
}

function inOrder({ operations }: Contract, surface: Surface): OperationEntry[] {
  return Object.values(operations).filter((operation) => isServed(operation, surface))
}

/** Fails where an example has a status that the operation does not declare, which the linter refuses. */
function exampleProbe(contract: Contract, example: Example, isExact: boolean): Probe {
  const { operation, name, status, reply, volatile } = example
  const entry = operation.replies[status]
  if (!entry) throw new Error(`${operation.operationId} does not declare the status ${status}`)
  return {
    contract,
    operation,
    name,
    kind: 'example',
    request: requestOf(example),
    expected: { status, entries: [entry], example: { value: reply, volatile, isExact } },
  }
}

function skip({ operationId }: OperationEntry, name: string, reason: string): CheckResult {
  return { operation: operationId, name, kind: 'example', outcome: 'skipped', differences: [], reason }
}
