import { test } from 'tap'
import { contracts as contractsByName } from '../../src/apis/index.js'
import { neededOperations, withAnswers } from '../../src/contract/chain.js'
import type { Contract, JsonObject, OperationEntry } from '../../src/contract/contract.js'
import { resolved } from '../../src/contract/document.js'
import { type Example, examplesOf, firstExampleOf } from '../../src/contract/examples.js'
import { ContractCaller } from '../support/contract-caller.js'
import { startServer } from '../support/server.js'

/** The contracts with a schema AuditAction: what their operations change is audited. */
const audited = Object.values<Contract>(contractsByName).filter(({ operations }) =>
  Object.values(operations).some(({ auditAction }) => auditAction !== undefined),
)

/** A dry run changes nothing. */
const isDryRun = ({ body }: Example): boolean => (body as { dryRun?: boolean } | undefined)?.dryRun === true

/** The documented requests that a handler answers: not those that are refused before. */
function handledExamplesOf(contract: Contract, operation: OperationEntry): Example[] {
  return examplesOf(contract).examples.filter(
    (example) =>
      example.operation === operation &&
      operation.replies[example.status]?.isProtocolFailure === false &&
      ![400, 401, 403].includes(example.status) &&
      !isDryRun(example),
  )
}

/** The credential of a scheme with less rights than an operation demands, if there is one. */
function weakerCredential({ document }: Contract, { security: [first] }: OperationEntry): string | undefined {
  if (!first) return undefined
  const scheme = resolved(document, `#/components/securitySchemes/${first.name}`) as JsonObject
  const [weakest] = Object.entries((scheme['x-role-examples'] ?? {}) as Record<string, string>)
  return weakest && !first.roles.includes(weakest[0]) ? weakest[1] : undefined
}

test('there are audited operations', (t) => {
  t.ok(audited.flatMap(({ operations }) => Object.values(operations)).length > 20)
  t.end()
})

for (const contract of audited) {
  test(`every operation of ${contract.name} appends what its contract says`, async (t) => {
    const { baseUrl, clock, db, restoreDemo } = await startServer(t)
    const caller = new ContractCaller(contract, baseUrl)
    const call = ({ operation, params, query, body, headers }: Example, authorization?: string) =>
      caller.call(operation.operationId, {
        params,
        query,
        headers: { ...headers, ...(authorization !== undefined && { Authorization: authorization }) },
        ...(body !== undefined && { body }),
      })

    /** The request of an example, with what the answers of this contract's other operations have for it. */
    async function chained({ params, query, headers, body, ...example }: Example): Promise<Example> {
      const request = { params, query, headers, ...(body !== undefined && { body }) }
      const answers = new Map<string, unknown>()
      for (const operationId of neededOperations(request)) {
        const first = firstExampleOf(contract, operationId)
        if (first) answers.set(operationId, (await call(await chained(first))).body)
      }
      return { ...example, body, ...withAnswers(request, answers) }
    }

    /** Makes a call, and gives the events that it left in the audit. */
    async function eventsOf(work: () => Promise<unknown>) {
      const newest = await db
        .selectFrom('audit_events')
        .select(({ fn }) => fn.max('seq').as('seq'))
        .executeTakeFirst()
      await work()
      return db
        .selectFrom('audit_events')
        .select(['actor_kind', 'actor_id', 'action', 'result', 'source', 'request_id'])
        .where('seq', '>', newest?.seq ?? '0')
        .execute()
    }

    for (const operation of Object.values(contract.operations)) {
      const { operationId, auditAction } = operation
      const handled = handledExamplesOf(contract, operation)
      if (auditAction === undefined) {
        await t.test(`${operationId} appends nothing`, async (t) => {
          for (const example of handled) {
            await restoreDemo()
            t.strictSame(await eventsOf(() => call(example)), [], example.name)
          }
        })
        continue
      }
      await t.test(`${operationId} appends one event for a success and for a refusal`, async (t) => {
        t.ok(
          handled.some(({ status }) => status < 400),
          'the contract has an example of a success',
        )
        for (const example of handled) {
          await restoreDemo()
          clock.set(String(contract.document['x-example-clock']))
          const request = await chained(example)
          const events = await eventsOf(async () => t.equal((await call(request)).status, example.status, example.name))
          const result = example.status < 400 ? 'succeeded' : 'refused'
          t.match(events, [{ actor_id: String, action: auditAction, result, source: '127.0.0.1', request_id: String }])
          t.equal(events.length, 1, `${example.name}: ${example.status}`)
        }
      })

      const weaker = weakerCredential(contract, operation)
      const [example] = handled
      if (weaker === undefined || !example) continue
      await t.test(`${operationId} appends one event where the role does not allow it`, async (t) => {
        const events = await eventsOf(async () => t.equal((await call(example, weaker)).status, 403))
        const refused = {
          actor_id: String,
          action: auditAction,
          result: 'refused',
          source: '127.0.0.1',
          request_id: String,
        }
        t.match(events, [refused])
        t.equal(events.length, 1)
      })
    }
  })
}
