/** Names a partner. It is the company of its access keys and the customer of its security users. */
export type PartnerId = string & { readonly partnerId: unique symbol }

/** A person at a partner. */
export interface PartnerContact {
  readonly name: string
  readonly email: string
}

/** An account of a partner. */
export interface PartnerAccount {
  /** The claim `ca` of its access keys. */
  readonly id: string
  readonly name: string
  readonly createdAt: Date
}

/** To whom credentials are given. */
export interface Partner {
  readonly id: PartnerId
  readonly name: string
  readonly contacts: readonly PartnerContact[]
  /** In order of creation; at least one. */
  readonly accounts: readonly PartnerAccount[]
  readonly createdAt: Date
}

/** What operators can change of a partner. An absent member stays. */
export interface PartnerChanges {
  readonly name?: string | undefined
  /** Instead of those before. */
  readonly contacts?: readonly PartnerContact[] | undefined
}

/** `in-use`: credentials belong to the partner. */
export type PartnerDeletion = 'deleted' | 'unknown' | 'in-use'

/** `in-use`: an unrevoked access key has the account. `last`: the partner has no other one. */
export type AccountDeletion = 'deleted' | 'unknown' | 'in-use' | 'last'
