import type { components } from '../../../generated/operator/types.js'
import type { CredentialType, GivenCredential, ImportReport, ImportService } from '../../domain/imports/service.js'
import { type Audited, type Change, type OperatorHandlers, withoutAudit } from './change.js'
import { toDate } from './to-date.js'

type Schemas = components['schemas']

export function importsOperations(imports: ImportService, change: Change): Pick<OperatorHandlers, 'importCredentials'> {
  return {
    async importCredentials({ body: { rows, dryRun = false } }, context): Promise<Audited<'importCredentials'>> {
      const prepared = await imports.prepare(rows.map(toGivenCredential), { isDryRun: dryRun })
      if (dryRun)
        return withoutAudit<'importCredentials'>({ status: 200, body: showReport(await imports.dryRun(prepared)) })
      return change('importCredentials', context, async (trx) => {
        const report = await imports.insert(trx, prepared)
        return { reply: { status: 200, body: showReport(report) }, detail: countsByType(report) }
      })
    },
  }
}

function toGivenCredential(row: Schemas['ImportedCredential']): GivenCredential {
  switch (row.type) {
    case 'broker-user':
    case 'security-user':
      return row
    case 'access-key':
      return { ...row, expiresAt: toDate(row.expiresAt ?? undefined) }
    case 'gateway-token':
      return {
        ...row,
        issuedAt: toDate(row.issuedAt ?? undefined),
        lastUsedAt: toDate(row.lastUsedAt ?? undefined),
        revokedAt: toDate(row.revokedAt ?? undefined),
      }
  }
}

function showReport(report: ImportReport): Schemas['ImportReport'] {
  return {
    ...counts(report),
    results: report
      .toSorted((one, other) => one.position - other.position)
      .map(({ position, value }) => ({
        row: position,
        outcome: value.outcome,
        reason: value.outcome === 'refused' ? value.reason : null,
      })),
  }
}

/** For the audit: `gateway-token: 998 created, 1 existing, 1 refused`. */
function countsByType(report: ImportReport): string {
  const types = new Set<CredentialType>(report.map(({ type }) => type))
  return [...types]
    .map((type) => {
      const { created, existing, refused } = counts(report.filter((row) => row.type === type))
      return `${type}: ${created} created, ${existing} existing, ${refused} refused`
    })
    .join('; ')
}

function counts(report: ImportReport): { created: number; existing: number; refused: number } {
  const counted = { created: 0, existing: 0, refused: 0 }
  for (const { value } of report) counted[value.outcome]++
  return counted
}
