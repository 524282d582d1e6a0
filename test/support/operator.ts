import type { Test } from 'tap'
import contract from '../../generated/operator/contract.json' with { type: 'json' }
import { contracts } from '../../src/apis/index.js'
import { type Call, type CallReply, ContractCaller } from './contract-caller.js'
import { startServer, type TestServer, type TestServerOptions } from './server.js'

export const adminKey = 'two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN'
export const viewerKey = 'two_DemoViewerOperatorKeyTokenwright3zxEYN'

/** The `limit` of the largest page. */
export const maxPageSize = String(contract.components.parameters.Limit.schema.maximum)

export interface OperatorServer extends TestServer {
  readonly caller: ContractCaller
  /** Calls an operation as the demo's admin, unless `token` says otherwise. */
  asAdmin(operationId: string, call?: Call): Promise<CallReply>
  asViewer(operationId: string, call?: Call): Promise<CallReply>
  /** The newest events of the audit, without what differs from run to run; failed sign-ins with `action` or `since` only. */
  audit(query?: Readonly<Record<string, string>>): Promise<AuditLine[]>
}

export interface AuditLine {
  readonly actor: string
  readonly action: string
  readonly subject: string | null
  readonly detail: string | null
  readonly result: string
}

/** A listening server with demo data, and its operator API. */
export async function startOperatorServer(t: Test, options: TestServerOptions = {}): Promise<OperatorServer> {
  const server = await startServer(t, { now: '2026-01-15T10:00:00Z', ...options })
  const caller = new ContractCaller(contracts.operator, server.baseUrl)
  const asAdmin = (operationId: string, call: Call = {}) => caller.call(operationId, { token: adminKey, ...call })
  return {
    ...server,
    caller,
    asAdmin,
    asViewer: (operationId, call = {}) => caller.call(operationId, { token: viewerKey, ...call }),
    async audit({ limit = maxPageSize, ...query } = {}) {
      const { body } = await asAdmin('listAuditEvents', { query: { limit: maxPageSize, ...query } })
      type Event = AuditLine & { actor: { kind: string; name: string | null } }
      // Failed sign-ins are written in the background, at a moment that no test knows.
      const events = (body.items as Event[]).filter(
        ({ actor }) => 'action' in query || 'since' in query || actor.kind !== 'anonymous',
      )
      return events.slice(0, Number(limit)).map(({ actor, action, subject, detail, result }) => ({
        actor: actor.name ?? actor.kind,
        action,
        subject,
        detail,
        result,
      }))
    },
  }
}

/** A resource as it was before its first use: last uses are written in the background, at a moment that no test knows. */
export function unused<Shown extends object>(body: Shown): Shown {
  return { ...body, lastUsedAt: null }
}
