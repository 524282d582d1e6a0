import type { OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import { UnacceptableField } from '../../contract/failure.js'
import type { AccessKeyId } from '../../domain/access-keys/access-key.js'
import type { BrokerUserId } from '../../domain/broker-users/broker-user.js'
import type { SigningKey } from '../../domain/signing-keys/signing-key.js'
import {
  type DayRange,
  dayMs,
  dayOf,
  type SignInKind,
  type SignInSubject,
  signInDaysKept,
} from '../../domain/usage/usage.js'
import type { Services } from '../../services.js'
import { parseUuid } from '../../uuid.js'
import type { OperatorHandlers } from './change.js'
import { parseUid } from './security-users.js'

type Schemas = components['schemas']
type Operations = Pick<OperatorHandlers, 'getOverview' | 'getUsage' | 'getDiagnosis'>
type OverviewServices = Pick<
  Services,
  'overview' | 'usage' | 'diagnosis' | 'brokerUsers' | 'accessKeys' | 'securityUsers' | 'clock'
>

export function overviewOperations(services: OverviewServices): Operations {
  const { overview, usage, diagnosis, clock } = services
  return {
    async getOverview(): Promise<OperatorReplies['getOverview']> {
      const { at, signIns, signingKeys, ...counts } = await overview.overview()
      return {
        status: 200,
        body: {
          at: at.toISOString(),
          brokerUsers: showCounts(counts.brokerUsers),
          accessKeys: showCounts(counts.accessKeys),
          securityUsers: showCounts(counts.securityUsers),
          gatewayTokens: showCounts(counts.gatewayTokens),
          signIns: signIns.map(({ api, hour, ...numbers }) => ({
            hour: hour.toISOString(),
            api: api as Schemas['SignInHour']['api'],
            ...numbers,
          })),
          signingKeys: signingKeys.map((key) => showSigningKeyAge(key, at)),
        },
      }
    },

    async getUsage({ query }): Promise<OperatorReplies['getUsage']> {
      const range = rangeOf(query, clock())
      const subject = subjectOf(query)
      if (!subject || !((await usage.isKnown(subject)) || (await exists(services, subject)))) {
        return { status: 404, body: replyExamples.UsageNotFound.unknown }
      }
      const days = await usage.days(subject, range)
      const items = days.map(({ day, signIns }) => ({ day: day.toISOString().slice(0, 10), signIns }))
      return { status: 200, body: { items } }
    },

    async getDiagnosis(): Promise<OperatorReplies['getDiagnosis']> {
      const findings = await diagnosis.run()
      const level = levels.find((one) => findings.some((finding) => finding.level === one)) ?? 'ok'
      return { status: 200, body: { level, items: findings.map((one) => ({ ...one, action: one.action ?? null })) } }
    },
  }
}

/** The worst one first. */
const levels = ['problem', 'warning'] as const

function showCounts<Name extends string>({
  counts,
  isEstimate,
}: {
  readonly counts: Readonly<Record<Name, number>>
  readonly isEstimate: boolean
}): Record<Name, number> & { estimated: boolean } {
  return { ...counts, estimated: isEstimate }
}

function showSigningKeyAge(key: SigningKey, now: Date): Schemas['SigningKeyAge'] {
  return {
    id: key.id,
    // Both come from the profiles of the APIs.
    api: key.api as Schemas['SigningKeyAge']['api'],
    algorithm: key.algorithm as Schemas['SigningKeyAge']['algorithm'],
    state: key.state,
    imported: key.isImported,
    createdAt: key.createdAt.toISOString(),
    ageDays: Math.max(0, Math.floor((now.getTime() - key.createdAt.getTime()) / dayMs)),
  }
}

/**
 * The range that a request means.
 * @throws {UnacceptableField} where it ends before it begins, or is longer than sign-ins are kept
 */
function rangeOf({ from, to }: { readonly from?: string; readonly to?: string }, now: Date): DayRange {
  const last = to === undefined ? dayOf(now) : new Date(to)
  const first = from === undefined ? new Date(last.getTime() - 6 * dayMs) : new Date(from)
  if (first > last) throw new UnacceptableField('from', 'is later than to')
  if (last.getTime() - first.getTime() > signInDaysKept * dayMs) {
    throw new UnacceptableField('from', `is more than ${signInDaysKept} days before to`)
  }
  return { from: first, to: last }
}

function subjectOf({ kind, id }: { readonly kind: SignInKind; readonly id: string }): SignInSubject | undefined {
  const subject = kind === 'security-user' ? parseUid(id)?.toString() : parseUuid(id)
  return subject === undefined ? undefined : { kind, subject }
}

/** Whether a credential exists, though it has not signed in. */
async function exists(
  { brokerUsers, accessKeys, securityUsers }: OverviewServices,
  { kind, subject }: SignInSubject,
): Promise<boolean> {
  switch (kind) {
    case 'broker-user':
      return (await brokerUsers.find(subject as BrokerUserId)) !== undefined
    case 'access-key':
      return (await accessKeys.find(subject as AccessKeyId)) !== undefined
    case 'security-user':
      return (await securityUsers.find(Number(subject))) !== undefined
  }
}
