import { randomUUID } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../database/schema.js'
import type { SortedPage, SortedPageRequest } from '../../database/sorted-page.js'
import type { PartnerFilter, PartnerSort } from './list.js'
import type {
  AccountDeletion,
  Partner,
  PartnerAccount,
  PartnerChanges,
  PartnerContact,
  PartnerDeletion,
  PartnerId,
} from './partner.js'
import type { PartnerRepository } from './repository.js'

export interface PartnerServiceOptions {
  readonly db: Kysely<Database>
  readonly partners: PartnerRepository
}

/** What is given for an account; the rest is generated. Ids are UUIDs in any case. */
export interface PartnerAccountDetails {
  readonly name: string
  readonly id?: string | undefined
}

/** What is given for a partner; the rest is generated. */
export interface PartnerDetails {
  readonly name: string
  readonly id?: string | undefined
  readonly contacts?: readonly PartnerContact[] | undefined
  /** Absent: one of the name of the partner. */
  readonly accounts?: readonly PartnerAccountDetails[] | undefined
}

/** Those to whom credentials are given. */
export class PartnerService {
  constructor(readonly options: PartnerServiceOptions) {}

  find(id: PartnerId): Promise<Partner | undefined> {
    return this.options.partners.find(this.options.db, id)
  }

  list(filter: PartnerFilter, page: SortedPageRequest<PartnerSort>): Promise<SortedPage<Partner>> {
    return this.options.partners.list(this.options.db, filter, page)
  }

  /** Generates what is not given for a new partner. */
  draft({ name, id, contacts = [], accounts = [{ name }] }: PartnerDetails, at: Date): Partner {
    return {
      id: newId(id) as PartnerId,
      name,
      contacts,
      accounts: accounts.map((account) => this.draftAccount(account, at)),
      createdAt: at,
    }
  }

  /** Generates what is not given for a new account. */
  draftAccount({ name, id }: PartnerAccountDetails, at: Date): PartnerAccount {
    return { id: newId(id), name, createdAt: at }
  }

  /** @returns false, and nothing is stored, where another partner has the id, or another account one of those of the accounts */
  create(trx: Transaction<Database>, partner: Partner): Promise<boolean> {
    return this.options.partners.insert(trx, partner)
  }

  /** @returns the changed partner; `undefined` for an unknown one */
  update(trx: Transaction<Database>, id: PartnerId, changes: PartnerChanges): Promise<Partner | undefined> {
    return this.options.partners.update(trx, id, changes)
  }

  /** Deletes a partner to which no credential belongs. */
  delete(trx: Transaction<Database>, id: PartnerId): Promise<PartnerDeletion> {
    return this.options.partners.delete(trx, id)
  }

  /** @returns `existing` where an account, of whichever partner, has the id */
  addAccount(
    trx: Transaction<Database>,
    id: PartnerId,
    account: PartnerAccount,
  ): Promise<'added' | 'unknown' | 'existing'> {
    return this.options.partners.addAccount(trx, id, account)
  }

  /** Deletes an account that no unrevoked access key of the partner has, unless it is the last one. */
  deleteAccount(trx: Transaction<Database>, id: PartnerId, accountId: string): Promise<AccountDeletion> {
    return this.options.partners.deleteAccount(trx, id, accountId)
  }

  /**
   * Prepares that a credential joins a partner: keeps the partner from being deleted until the transaction ends.
   * @returns the first account of the partner; `undefined` for an unknown partner
   */
  async join(trx: Transaction<Database>, id: PartnerId): Promise<PartnerAccount | undefined> {
    return (await this.options.partners.lockForJoining(trx, id))?.[0]
  }
}

function newId(given: string | undefined): string {
  return given?.toLowerCase() ?? randomUUID()
}
