import { test } from 'tap'
import { contracts } from '../../src/apis/index.js'
import { type Example, examplesOf } from '../../src/contract/examples.js'
import { startOperatorServer } from '../support/operator.js'

const audited = Object.values(contracts.operator.operations).filter(({ auditAction }) => auditAction !== undefined)
const { examples } = examplesOf(contracts.operator)

/** A dry run changes nothing. */
const isDryRun = ({ body }: Example): boolean => (body as { dryRun?: boolean } | undefined)?.dryRun === true

/** The documented requests that a handler answers: not those that are refused before. */
function handledExamplesOf(operationId: string): Example[] {
  return examples.filter(
    (example) =>
      example.operation.operationId === operationId &&
      example.operation.replies[example.status]?.isProtocolFailure === false &&
      ![400, 401, 403].includes(example.status) &&
      !isDryRun(example),
  )
}

test('every operation with an audit action', async (t) => {
  const server = await startOperatorServer(t)
  const { asAdmin, asViewer, clock, db, restoreDemo } = server
  t.ok(audited.length > 20, 'there are such operations')

  /** Makes a call, and gives the events that it left in the audit. */
  async function eventsOf(call: () => Promise<unknown>) {
    const newest = await db
      .selectFrom('audit_events')
      .select(({ fn }) => fn.max('seq').as('seq'))
      .executeTakeFirst()
    await call()
    return db
      .selectFrom('audit_events')
      .select(['actor_kind', 'actor_name', 'action', 'result'])
      .where('seq', '>', newest?.seq ?? '0')
      .execute()
  }

  for (const { operationId, auditAction } of audited) {
    const handled = handledExamplesOf(operationId)
    await t.test(`${operationId} appends one event for a success and for a refusal`, async (t) => {
      t.ok(
        handled.some(({ status }) => status < 400),
        'the contract has an example of a success',
      )
      for (const { params, query, body, status, name } of handled) {
        await restoreDemo()
        clock.set(String(contracts.operator.document['x-example-clock']))
        const call = { params, query, ...(body !== undefined && { body }) }
        const events = await eventsOf(async () => t.equal((await asAdmin(operationId, call)).status, status, name))
        const result = status < 400 ? 'succeeded' : 'refused'
        t.strictSame(
          events,
          [{ actor_kind: 'operator', actor_name: 'demo admin', action: auditAction, result }],
          `${name}: ${status}`,
        )
      }
    })

    await t.test(`${operationId} appends one event where a viewer may not call it`, async (t) => {
      const [{ params, query, body } = { params: {}, query: {}, body: undefined }] = handled
      const call = { params, query, ...(body !== undefined && { body }) }
      const events = await eventsOf(async () => t.equal((await asViewer(operationId, call)).status, 403))
      t.strictSame(events, [
        { actor_kind: 'operator', actor_name: 'demo viewer', action: auditAction, result: 'refused' },
      ])
    })
  }
})

test('an operation without an audit action appends nothing', async (t) => {
  const { asAdmin, db } = await startOperatorServer(t)
  for (const { operationId, auditAction } of Object.values(contracts.operator.operations)) {
    const [example] = examples.filter(({ operation, status }) => operation.operationId === operationId && status < 300)
    if (auditAction !== undefined || !example) continue
    const { params, query, body } = example
    await asAdmin(operationId, { params, query, ...(body !== undefined && { body }) })
  }
  t.strictSame(await db.selectFrom('audit_events').select('action').execute(), [])
})
