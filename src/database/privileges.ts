import { type Kysely, sql } from 'kysely'
import { UnknownRole } from './errors.js'
import type { Database } from './schema.js'

type Privilege = 'select' | 'insert' | 'update' | 'delete'

/** What the application needs, and no more: the role that it connects as owns nothing and cannot change the audit. */
const tables: Readonly<Record<keyof Database | 'kysely_migration', readonly Privilege[]>> = {
  kysely_migration: ['select'],
  master_keys: ['select', 'insert'],
  partners: ['select', 'insert', 'update', 'delete'],
  partner_contacts: ['select', 'insert', 'update', 'delete'],
  partner_accounts: ['select', 'insert', 'update', 'delete'],
  gateway_tokens: ['select', 'insert', 'update'],
  broker_users: ['select', 'insert', 'update', 'delete'],
  broker_secrets: ['select', 'insert', 'update', 'delete'],
  broker_accounts: ['select', 'insert', 'update', 'delete'],
  access_keys: ['select', 'insert', 'update'],
  access_key_secrets: ['select', 'insert', 'update', 'delete'],
  security_users: ['select', 'insert', 'update', 'delete'],
  refresh_families: ['select', 'insert', 'update', 'delete'],
  refresh_tokens: ['select', 'insert', 'update', 'delete'],
  sign_in_throttles: ['select', 'insert', 'update', 'delete'],
  failure_counts: ['select', 'insert', 'update', 'delete'],
  signing_keys: ['select', 'insert', 'update', 'delete'],
  operators: ['select', 'insert', 'update', 'delete'],
  audit_events: ['select', 'insert'],
  audit_sinks: ['select', 'insert', 'update'],
  sign_in_days: ['select', 'insert', 'update', 'delete'],
  sign_in_hours: ['select', 'insert', 'update', 'delete'],
}

const functions = ['remove_audit_events(timestamptz, integer)', 'skip_security_uids(integer)']

/**
 * Grants a role just what the application needs. Repeating it changes nothing.
 * @throws {UnknownRole}
 */
export async function grantTo(db: Kysely<Database>, role: string): Promise<void> {
  const { rows } = await sql`select from pg_roles where rolname = ${role}`.execute(db)
  if (rows.length === 0) throw new UnknownRole(role)
  await db.transaction().execute(async (transaction) => {
    const name = sql.id(role)
    const [database] = (await sql<{ name: string }>`select current_database() as name`.execute(transaction)).rows
    if (database) await sql`grant connect on database ${sql.id(database.name)} to ${name}`.execute(transaction)
    await sql`grant usage on schema public to ${name}`.execute(transaction)
    for (const [table, privileges] of Object.entries(tables)) {
      await sql`revoke all on ${sql.table(table)} from ${name}`.execute(transaction)
      await sql`grant ${sql.raw(privileges.join(', '))} on ${sql.table(table)} to ${name}`.execute(transaction)
    }
    for (const signature of functions) {
      await sql`grant execute on function ${sql.raw(signature)} to ${name}`.execute(transaction)
    }
  })
}

/** What the connected role may not do but should, and what it may do but should not. */
export interface PrivilegeFindings {
  readonly role: string
  /** Whether there are no tables yet. Those of pending migrations are left out as well. */
  readonly isEmpty: boolean
  readonly missing: readonly string[]
  /** Rights on the audit beyond adding and reading: the owner of the tables has them, and a superuser. */
  readonly excessive: readonly string[]
}

/** Compares what the connected role may do with what the application needs. */
export async function checkPrivileges(db: Kysely<Database>): Promise<PrivilegeFindings> {
  const wanted = Object.entries(tables).flatMap(([table, privileges]) =>
    privileges.map((privilege) => ({ table, privilege })),
  )
  /** @returns `null` where there is no such table, or the role cannot see it */
  const may = async (table: string, privilege: string): Promise<boolean | null> => {
    const { rows } = await sql<{ may: boolean | null }>`
      select has_table_privilege(to_regclass(${table}), ${privilege}) as may`.execute(db)
    return rows[0]?.may ?? null
  }
  const { rows } = await sql<{ role: string; isUsable: boolean }>`
    select current_user as role, has_schema_privilege('public', 'usage') as "isUsable"`.execute(db)
  const missing = rows[0]?.isUsable ? [] : ['usage on schema public']
  let isEmpty = missing.length === 0
  for (const { table, privilege } of wanted) {
    const isAllowed = await may(table, privilege)
    if (isAllowed === false) missing.push(`${privilege} on ${table}`)
    if (isAllowed !== null) isEmpty = false
  }
  for (const signature of functions) {
    const { rows } = await sql<{ may: boolean | null }>`
      select has_function_privilege(to_regprocedure(${signature}), 'execute') as may`.execute(db)
    if (rows[0]?.may === false) missing.push(`execute on ${signature}`)
  }
  const excessive: string[] = []
  for (const privilege of ['update', 'delete', 'truncate']) {
    if (await may('audit_events', privilege)) excessive.push(`${privilege} on audit_events`)
  }
  return { role: rows[0]?.role ?? '', isEmpty, missing, excessive }
}
