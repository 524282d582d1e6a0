import { test } from 'tap'
import { contracts as contractsByName } from '../../src/apis/index.js'
import type { Contract, JsonObject } from '../../src/contract/contract.js'
import { isObject } from '../../src/contract/document.js'
import { examplesOf } from '../../src/contract/examples.js'
import { ExampleReplay } from '../support/example-replay.js'
import { startServer } from '../support/server.js'

const contracts: readonly Contract[] = Object.values(contractsByName)

test('every documented request gets the documented reply', async (t) => {
  const { baseUrl, clock, restoreDemo } = await startServer(t)
  const replays = new ExampleReplay(contracts, baseUrl)
  const all = contracts.map((contract) => ({ contract, ...examplesOf(contract) }))

  for (const { contract, examples, unanswered } of all) {
    await t.test(contract.name, async (t) => {
      t.strictSame(unanswered, [], 'every request example has a reply example of its name')
      t.ok(examples.length > 0, 'there are examples')
      for (const example of examples) {
        await t.test(`${example.operation.operationId} ${example.name}`, async (t) => {
          await restoreDemo()
          clock.set(String(contract.document['x-example-clock']))
          const { status, body } = await replays.replay(contract, example)
          t.equal(status, example.status)
          t.strictSame(withoutVolatile(body, example.volatile), withoutVolatile(example.reply, example.volatile))
        })
      }
    })
  }
})

test('every operation has an example of each status that it answers itself', (t) => {
  for (const contract of contracts) {
    const { examples } = examplesOf(contract)
    for (const operation of Object.values(contract.operations)) {
      const documented = new Set(
        examples.filter((example) => example.operation === operation).map(({ status }) => status),
      )
      for (const [status, reply] of Object.entries(operation.replies)) {
        // Waits for guessing are replayed by a test of their own: one request does not bring them about.
        if (!reply.isProtocolFailure && status !== '429')
          t.ok(documented.has(Number(status)), `${operation.operationId} ${status}`)
      }
    }
  }
  t.end()
})

test('an example that needs an answer of another operation shows what the example of that answer shows', (t) => {
  const all = contracts.flatMap((contract) => examplesOf(contract).examples)
  let chained = 0
  for (const { name, document } of contracts) {
    for (const { value, 'x-chain': chain } of objectsIn(document)) {
      for (const [pointer, source] of Object.entries((chain ?? {}) as Record<string, string>)) {
        const [operationId = '', path = ''] = source.split('#')
        const first = all.find(({ operation }) => operation.operationId === operationId)
        t.strictSame(valueIn(value, pointer), valueIn(first?.reply, path), `${name} ${source}`)
        chained += 1
      }
    }
    for (const { value, example, examples } of objectsIn(document)) {
      const isPlaceholder = /"[^"]*\{\w+#\/[^"]*"/.test(JSON.stringify([value, example, examples]))
      if (isPlaceholder) t.fail(`${name}: a placeholder stands in ${JSON.stringify(value ?? example ?? examples)}`)
    }
  }
  t.ok(chained >= 7)
  t.end()
})

/** Every object in a document, however deep. */
function* objectsIn(value: unknown): Generator<JsonObject> {
  if (isObject(value)) yield value
  if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* objectsIn(item)
}

function valueIn(body: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], body)
}

/** The value with its volatile leaves blanked; the schema has judged them. */
function withoutVolatile(value: unknown, pointers: readonly string[]): unknown {
  if (pointers.includes('')) return '(volatile)'
  const copy = structuredClone(value)
  for (const pointer of pointers) {
    const keys = pointer.split('/').slice(1)
    const last = keys.pop() ?? ''
    const owner = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], copy)
    if (owner === undefined || !(last in (owner as object))) return `nothing stands at ${pointer}`
    ;(owner as Record<string, unknown>)[last] = '(volatile)'
  }
  return copy
}
