import type { Contract } from '../../src/contract/contract.js'
import { type Example, examplesOf } from '../../src/contract/examples.js'
import { type Call, type CallReply, ContractCaller } from './contract-caller.js'

/** Makes the calls of documented examples, after those that their placeholders need. */
export class ExampleReplay {
  readonly #callers: ReadonlyMap<Contract, ContractCaller>
  readonly #examples: readonly (readonly [Contract, Example])[]

  constructor(contracts: readonly Contract[], baseUrl: string) {
    this.#callers = new Map(contracts.map((contract) => [contract, new ContractCaller(contract, baseUrl)]))
    this.#examples = contracts.flatMap((contract) =>
      examplesOf(contract).examples.map((example) => [contract, example] as const),
    )
  }

  async replay(contract: Contract, example: Example): Promise<CallReply> {
    return this.call(contract, example, await this.callOf(example))
  }

  call(contract: Contract, { operation }: Example, call: Call): Promise<CallReply> {
    const caller = this.#callers.get(contract)
    if (!caller) throw new Error(`no caller of ${contract.name}`)
    return caller.call(operation.operationId, call)
  }

  /** The call of an example with its placeholders filled in. */
  async callOf({ params, query, headers, body }: Example): Promise<Call> {
    let text = JSON.stringify({ params, query, headers, body })
    const answers = new Map<string, CallReply>()
    for (const [placeholder, operationId = '', pointer = ''] of text.matchAll(/\{([A-Za-z0-9]+)#([^}"]*)\}/g)) {
      const answer = answers.get(operationId) ?? (await this.#replayFirst(operationId))
      answers.set(operationId, answer)
      text = text.replaceAll(placeholder, String(valueIn(answer.body, pointer)))
    }
    return JSON.parse(text) as Call
  }

  #replayFirst(operationId: string): Promise<CallReply> {
    const first = this.#examples.find(([, { operation }]) => operation.operationId === operationId)
    if (!first) throw new Error(`no example of ${operationId}`)
    return this.replay(...first)
  }
}

function valueIn(body: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], body)
}
