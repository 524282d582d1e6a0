import type { Contract } from '../contract.js'
import { examplesOf } from '../examples.js'
import { planCalls, type SampleSite } from './call-plan.js'
import { curlSample } from './curl.js'
import { pythonSample } from './python.js'
import { typescriptSample } from './typescript.js'

/** A request as code. */
export interface CodeSample {
  readonly curl: string
  /** Absent where the typed client does not send such a request: the contract forbids it. */
  readonly typescript?: string
  readonly python: string
}

/** The code of an operation's requests, by the names of their examples. */
export function codeSamples(
  contract: Contract,
  operationId: string,
  site: SampleSite,
): Readonly<Record<string, CodeSample>> {
  const examples = examplesOf(contract).examples.filter(({ operation }) => operation.operationId === operationId)
  return Object.fromEntries(
    examples.map((example) => {
      const plan = planCalls(contract, example, site)
      const typescript = typescriptSample(plan)
      return [
        example.name,
        { curl: curlSample(plan), ...(typescript !== undefined && { typescript }), python: pythonSample(plan) },
      ]
    }),
  )
}
