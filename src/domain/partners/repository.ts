import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { groupRows } from '../../database/group-rows.js'
import type { Database, PartnerRow } from '../../database/schema.js'
import { searchText } from '../../database/search-text.js'
import { type SortedPage, type SortedPageRequest, selectSortedPage } from '../../database/sorted-page.js'
import { type PartnerFilter, type PartnerSort, partnerList } from './list.js'
import type {
  AccountDeletion,
  Partner,
  PartnerAccount,
  PartnerChanges,
  PartnerContact,
  PartnerDeletion,
  PartnerId,
} from './partner.js'

/** The tables of the credentials that can belong to a partner. */
const credentialTables = ['broker_users', 'access_keys', 'security_users', 'gateway_tokens'] as const

/** Partners with their contacts and accounts. */
export class PartnerRepository {
  async find(db: Kysely<Database>, id: PartnerId): Promise<Partner | undefined> {
    const rows = await db.selectFrom('partners').selectAll().where('id', '=', id).execute()
    const [partner] = await toPartners(db, rows)
    return partner
  }

  async list(
    db: Kysely<Database>,
    { search }: PartnerFilter,
    page: SortedPageRequest<PartnerSort>,
  ): Promise<SortedPage<Partner>> {
    const all = db.selectFrom('partners')
    const options = { text: searchText(search), all, isNarrow: false }
    const { items, next } = await selectSortedPage(partnerList, all.selectAll(), page, options)
    return { items: await toPartners(db, items), next }
  }

  /**
   * Keeps a partner from being deleted until the transaction ends, so that a credential can join it.
   * @returns its accounts, in order of creation; `undefined` for an unknown partner
   */
  async lockForJoining(trx: Transaction<Database>, id: PartnerId): Promise<readonly PartnerAccount[] | undefined> {
    const row = await trx.selectFrom('partners').select('id').where('id', '=', id).forKeyShare().executeTakeFirst()
    return row && ((await selectAccounts(trx, [id])).get(id) ?? [])
  }

  /**
   * Stores a partner with its contacts and accounts, whole or not at all.
   * @returns false where another partner has the id, or another account one of those of the accounts
   */
  async insert(trx: Transaction<Database>, { id, name, contacts, accounts, createdAt }: Partner): Promise<boolean> {
    const inserted = await trx
      .insertInto('partners')
      .values({ id, name, created_at: createdAt })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    if (inserted.length === 0) return false
    if ((await insertAccounts(trx, id, accounts)) < accounts.length) {
      await this.deleteAll(trx, [id])
      return false
    }
    await insertContacts(trx, id, contacts)
    return true
  }

  /** @returns the changed partner; `undefined` for an unknown one */
  async update(
    trx: Transaction<Database>,
    id: PartnerId,
    { name, contacts }: PartnerChanges,
  ): Promise<Partner | undefined> {
    if (!(await lock(trx, id))) return undefined
    if (name !== undefined) await trx.updateTable('partners').set({ name }).where('id', '=', id).execute()
    if (contacts) {
      await trx.deleteFrom('partner_contacts').where('partner_id', '=', id).execute()
      await insertContacts(trx, id, contacts)
    }
    return this.find(trx, id)
  }

  /** Deletes a partner to which no credential belongs. */
  async delete(trx: Transaction<Database>, id: PartnerId): Promise<PartnerDeletion> {
    // Waits for those who let a credential join, and lets later ones find no partner.
    if (!(await lock(trx, id))) return 'unknown'
    const { numDeletedRows } = await trx
      .deleteFrom('partners')
      .where('id', '=', id)
      .where(({ and, exists, not, selectFrom }) =>
        and(
          credentialTables.map((table) =>
            not(exists(selectFrom(table).select('partner_id').where('partner_id', '=', id))),
          ),
        ),
      )
      .executeTakeFirstOrThrow()
    return numDeletedRows > 0n ? 'deleted' : 'in-use'
  }

  /** @returns `existing` where an account, of whichever partner, has the id */
  async addAccount(
    trx: Transaction<Database>,
    id: PartnerId,
    account: PartnerAccount,
  ): Promise<'added' | 'unknown' | 'existing'> {
    if (!(await lock(trx, id))) return 'unknown'
    return (await insertAccounts(trx, id, [account])) === 1 ? 'added' : 'existing'
  }

  /** Deletes an account that no unrevoked access key of the partner has, unless it is the last one. */
  async deleteAccount(trx: Transaction<Database>, id: PartnerId, accountId: string): Promise<AccountDeletion> {
    // Locked: of the last two accounts only one can be deleted, and nobody creates a key for this one meanwhile.
    if (!(await lock(trx, id))) return 'unknown'
    const accounts = (await selectAccounts(trx, [id])).get(id) ?? []
    if (!accounts.some((account) => account.id === accountId)) return 'unknown'
    if (accounts.length === 1) return 'last'
    const { numDeletedRows } = await trx
      .deleteFrom('partner_accounts')
      .where('id', '=', accountId)
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('access_keys')
              .select('id')
              .where('partner_id', '=', id)
              .where('account', '=', accountId)
              .where('state', '!=', 'revoked'),
          ),
        ),
      )
      .executeTakeFirstOrThrow()
    return numDeletedRows > 0n ? 'deleted' : 'in-use'
  }

  /** Deletes partners without a check. Their credentials belong to nobody then. */
  async deleteAll(trx: Transaction<Database>, ids: readonly PartnerId[]): Promise<void> {
    await trx.deleteFrom('partners').where('id', 'in', ids).execute()
  }

  /** Stores a partner as the newest one, in place of the one with its id. Credentials that belong to that one stay with it. */
  async replace(trx: Transaction<Database>, partner: Partner): Promise<void> {
    const { id, name, contacts, accounts, createdAt } = partner
    await trx
      .insertInto('partners')
      .values({ id, name, created_at: createdAt })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, created_at: createdAt }))
      .execute()
    // Raw: the type of the column says that only the database numbers rows.
    await sql`update partners set seq = default where id = ${id}`.execute(trx)
    await trx.deleteFrom('partner_contacts').where('partner_id', '=', id).execute()
    await trx.deleteFrom('partner_accounts').where('partner_id', '=', id).execute()
    await insertContacts(trx, id, contacts)
    await insertAccounts(trx, id, accounts)
  }
}

/** Keeps a partner from being changed by others, and credentials from joining it, until the transaction ends. */
async function lock(trx: Transaction<Database>, id: PartnerId): Promise<boolean> {
  const row = await trx.selectFrom('partners').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return row !== undefined
}

async function insertContacts(
  trx: Transaction<Database>,
  id: PartnerId,
  contacts: readonly PartnerContact[],
): Promise<void> {
  if (contacts.length === 0) return
  await trx
    .insertInto('partner_contacts')
    .values(contacts.map(({ name, email }, position) => ({ partner_id: id, position, name, email })))
    .execute()
}

/** @returns how many of the accounts are new */
async function insertAccounts(
  trx: Transaction<Database>,
  partnerId: PartnerId,
  accounts: readonly PartnerAccount[],
): Promise<number> {
  const rows = await trx
    .insertInto('partner_accounts')
    .values(accounts.map(({ id, name, createdAt }) => ({ id, partner_id: partnerId, name, created_at: createdAt })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return rows.length
}

/** The accounts of partners, in order of creation. */
async function selectAccounts(
  db: Kysely<Database>,
  partnerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PartnerAccount[]>> {
  const rows = await db
    .selectFrom('partner_accounts')
    .selectAll()
    .where(({ eb, fn, val }) => eb('partner_id', '=', fn.any(val(partnerIds))))
    .orderBy('seq')
    .execute()
  return groupRows(
    rows,
    ({ partner_id }) => partner_id,
    ({ id, name, created_at }) => ({ id, name, createdAt: created_at }),
  )
}

async function selectContacts(
  db: Kysely<Database>,
  partnerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PartnerContact[]>> {
  const rows = await db
    .selectFrom('partner_contacts')
    .selectAll()
    .where(({ eb, fn, val }) => eb('partner_id', '=', fn.any(val(partnerIds))))
    .orderBy('position')
    .execute()
  return groupRows(
    rows,
    ({ partner_id }) => partner_id,
    ({ name, email }) => ({ name, email }),
  )
}

/** Adds contacts and accounts, in two statements however many partners there are. */
async function toPartners(db: Kysely<Database>, rows: readonly Selectable<PartnerRow>[]): Promise<Partner[]> {
  const ids = rows.map(({ id }) => id)
  const contacts = await selectContacts(db, ids)
  const accounts = await selectAccounts(db, ids)
  return rows.map(({ id, name, created_at }) => ({
    id: id as PartnerId,
    name,
    contacts: contacts.get(id) ?? [],
    accounts: accounts.get(id) ?? [],
    createdAt: created_at,
  }))
}
