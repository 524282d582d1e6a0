import type { Transaction } from 'kysely'
import { UnacceptableField } from '../../contract/failure.js'
import type { Database } from '../../database/schema.js'
import type { PartnerId } from '../../domain/partners/partner.js'
import type { PartnerService } from '../../domain/partners/service.js'
import { parseUuid } from '../../uuid.js'

/** The partner that a credential joins. */
export interface JoinedPartner {
  readonly id: PartnerId
  /** The account of its access keys, where no other one is given. */
  readonly firstAccountId: string
}

/**
 * Reads the `partnerId` of a credential and keeps the partner from being deleted until the transaction ends.
 * @returns `null` where the credential shall belong to no partner, `undefined` where nothing is said
 * @throws {UnacceptableField} where there is no such partner
 */
export async function joinPartner(
  partners: PartnerService,
  trx: Transaction<Database>,
  partnerId: string | null | undefined,
): Promise<JoinedPartner | null | undefined> {
  if (partnerId === null || partnerId === undefined) return partnerId
  const id = parseUuid<PartnerId>(partnerId)
  const account = id && (await partners.join(trx, id))
  if (!id || !account) throw new UnacceptableField('partnerId', 'is not the id of a partner')
  return { id, firstAccountId: account.id }
}

/** As {@link joinPartner}, of an existing credential. */
export async function joinPartnerLater(
  partners: PartnerService,
  trx: Transaction<Database>,
  partnerId: string | null | undefined,
): Promise<PartnerId | null | undefined> {
  const partner = await joinPartner(partners, trx, partnerId)
  return partner === null ? null : partner?.id
}

/** The partner of a new credential, for the audit. */
export function describePartner(partner: JoinedPartner | null | undefined): { readonly detail?: string } {
  return partner ? { detail: `partnerId: ${partner.id}` } : {}
}
