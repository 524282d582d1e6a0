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

/** What is asked of PostgreSQL, by one statement: whether the role may. `null` where there is no such thing, or the role cannot see it. */
interface Answers {
  readonly role: string
  readonly isUsable: boolean
  /** In the order in which they were asked. */
  readonly onTables: readonly (boolean | null)[]
  readonly onFunctions: readonly (boolean | null)[]
}

/** Compares what the connected role may do with what the application needs. */
export async function checkPrivileges(db: Kysely<Database>): Promise<PrivilegeFindings> {
  const wanted = Object.entries(tables).flatMap(([table, privileges]) =>
    privileges.map((privilege) => ({ table, privilege })),
  )
  const unwanted = ['update', 'delete', 'truncate'].map((privilege) => ({ table: 'audit_events', privilege }))
  const { role, isUsable, onTables, onFunctions } = await ask(db, [...wanted, ...unwanted])
  const nameOf = ({ table, privilege }: { table: string; privilege: string }) => `${privilege} on ${table}`
  const missing = [
    ...(isUsable ? [] : ['usage on schema public']),
    ...wanted.filter((_, index) => onTables[index] === false).map(nameOf),
    ...functions.filter((_, index) => onFunctions[index] === false).map((signature) => `execute on ${signature}`),
  ]
  const excessive = unwanted.filter((_, index) => onTables[wanted.length + index]).map(nameOf)
  const isEmpty = isUsable && wanted.every((_, index) => onTables[index] === null)
  return { role, isEmpty, missing, excessive }
}

async function ask(
  db: Kysely<Database>,
  asked: readonly { readonly table: string; readonly privilege: string }[],
): Promise<Answers> {
  const names = asked.map(({ table }) => table)
  const privileges = asked.map(({ privilege }) => privilege)
  const { rows } = await sql<Answers>`
    select current_user as role, has_schema_privilege('public', 'usage') as "isUsable",
      array(
        select has_table_privilege(to_regclass(name), privilege)
        from unnest(${names}::text[], ${privileges}::text[]) with ordinality as asked (name, privilege, position)
        order by position) as "onTables",
      array(
        select has_function_privilege(to_regprocedure(signature), 'execute')
        from unnest(${functions}::text[]) with ordinality as asked (signature, position)
        order by position) as "onFunctions"`.execute(db)
  const [answers] = rows
  if (!answers) throw new Error('the query of the privileges returned no row')
  return answers
}
