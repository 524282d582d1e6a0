import { type ColumnBuilderCallback, sql } from 'kysely'
import { createAuditEvents, protectAuditEvents } from './audit-events.js'
import type { AnyDatabase, Migration } from './migration.js'

/** Everything that the APIs store. Times are `timestamptz`, secrets are digests of 32 bytes. */
export const initial: Migration = {
  async up(db): Promise<void> {
    await createMasterKeys(db)
    await createGatewayTokens(db)
    await createBrokerUsers(db)
    await createAccessKeys(db)
    await createSecurityUsers(db)
    await createRefreshTokens(db)
    await createSignInThrottles(db)
    await createFailureCounts(db)
    await createSigningKeys(db)
    await createOperators(db)
    await createAuditEvents(db)
    await protectAuditEvents(db)
  },
}

const required: ColumnBuilderCallback = (column) => column.notNull()
const primaryKey: ColumnBuilderCallback = (column) => column.primaryKey()
const uniqueRequired: ColumnBuilderCallback = (column) => column.notNull().unique()

/** Numbers rows in the order of their creation: lists are ordered by it, and cursors of pages are made of it. */
const sequence: ColumnBuilderCallback = (column) => column.generatedAlwaysAsIdentity().notNull().unique()

/** A keyed SHA-256. */
function digest(name: string): ColumnBuilderCallback {
  return (column) => column.notNull().check(sql`octet_length(${sql.ref(name)}) = 32`)
}

/** A column that refers to a row and is deleted with it. */
function ownedBy(table: string, key: string): ColumnBuilderCallback {
  return (column) => column.notNull().references(`${table}.${key}`).onDelete('cascade')
}

/** The master keys under which rows are digested or encrypted: their columns `master_key` have the fingerprint. */
async function createMasterKeys(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('master_keys')
    .addColumn('fingerprint', 'integer', primaryKey)
    .addColumn('first_used_at', 'timestamptz', required)
    .execute()
}

/** Columns of a fixed width come first: PostgreSQL aligns them, and gaps between them would cost 8 bytes a row. */
async function createGatewayTokens(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('gateway_tokens')
    .addColumn('seq', 'bigint', sequence)
    .addColumn('issued_at', 'timestamptz', required)
    .addColumn('last_used_at', 'timestamptz')
    .addColumn('revoked_at', 'timestamptz')
    .addColumn('master_key', 'integer', required)
    .addColumn('link', 'uuid', primaryKey)
    .addColumn('digest', 'bytea', (column) => digest('digest')(column).unique())
    .addColumn('hint', 'text', required)
    .addColumn('account_id', 'text', required)
    .addColumn('description', 'text', required)
    .addColumn('created_by', 'text')
    .addColumn('token_type', 'text', (column) => column.notNull().defaultTo('CARD'))
    .addColumn('source', 'text', (column) => column.notNull().defaultTo('API'))
    .addColumn('service_mode', 'text')
    .addColumn('service_external_id', 'text')
    .execute()
  await db.schema.createIndex('gateway_tokens_by_account').on('gateway_tokens').columns(['account_id', 'seq']).execute()
  // Most tokens belong to no service.
  await db.schema
    .createIndex('gateway_tokens_by_service')
    .on('gateway_tokens')
    .columns(['service_external_id', 'seq'])
    .where('service_external_id', 'is not', null)
    .execute()
}

async function createBrokerUsers(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('broker_users')
    .addColumn('seq', 'bigint', sequence)
    .addColumn('id', 'uuid', primaryKey)
    .addColumn('name', 'text', required)
    .addColumn('hash_digest', 'bytea', (column) => digest('hash_digest')(column).unique())
    .addColumn('master_key', 'integer', required)
    .addColumn('hash_hint', 'text', required)
    .addColumn('active', 'boolean', (column) => column.notNull().defaultTo(true))
    .addColumn('created_at', 'timestamptz', required)
    .execute()
  await db.schema
    .createTable('broker_secrets')
    .addColumn('user_id', 'uuid', ownedBy('broker_users', 'id'))
    .addColumn('digest', 'bytea', digest('digest'))
    .addColumn('hash', 'text')
    .addColumn('imported_hash_digest', 'bytea')
    .addColumn('master_key', 'integer', required)
    .addColumn('hint', 'text', required)
    .addColumn('created_at', 'timestamptz', required)
    .addColumn('expires_at', 'timestamptz')
    .addPrimaryKeyConstraint('broker_secrets_pkey', ['user_id', 'digest'])
    .execute()
  // Few, and none after their first use.
  await db.schema
    .createIndex('broker_secrets_hashed')
    .on('broker_secrets')
    .column('user_id')
    .where(sql.ref('hash'), 'is not', null)
    .execute()
  await db.schema
    .createTable('broker_accounts')
    .addColumn('seq', 'bigint', (column) => column.generatedAlwaysAsIdentity().notNull())
    .addColumn('id', 'uuid', primaryKey)
    .addColumn('user_id', 'uuid', ownedBy('broker_users', 'id'))
    .addColumn('name', 'text', required)
    .addColumn('a_token', 'text', uniqueRequired)
    .addColumn('created_at', 'timestamptz', required)
    .execute()
  await db.schema
    .createIndex('broker_accounts_by_user')
    .on('broker_accounts')
    .columns(['user_id', 'created_at', 'seq'])
    .execute()
}

async function createAccessKeys(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('access_keys')
    .addColumn('seq', 'bigint', sequence)
    .addColumn('id', 'uuid', primaryKey)
    .addColumn('access_key', 'text', uniqueRequired)
    .addColumn('name', 'text', required)
    .addColumn('user_id', 'uuid', required)
    .addColumn('account', 'uuid', required)
    .addColumn('company', 'uuid', required)
    .addColumn('roles', sql`text[]`, required)
    .addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('pending', 'active', 'revoked')`))
    .addColumn('expires_at', 'timestamptz')
    .addColumn('created_at', 'timestamptz', required)
    .execute()
  await db.schema
    .createTable('access_key_secrets')
    .addColumn('access_key_id', 'uuid', ownedBy('access_keys', 'id'))
    .addColumn('digest', 'bytea', digest('digest'))
    .addColumn('hash', 'text')
    .addColumn('imported_hash_digest', 'bytea')
    .addColumn('master_key', 'integer', required)
    .addColumn('hint', 'text', required)
    .addColumn('created_at', 'timestamptz', required)
    .addColumn('expires_at', 'timestamptz')
    .addPrimaryKeyConstraint('access_key_secrets_pkey', ['access_key_id', 'digest'])
    .execute()
  // Few, and none after their first use.
  await db.schema
    .createIndex('access_key_secrets_hashed')
    .on('access_key_secrets')
    .column('access_key_id')
    .where(sql.ref('hash'), 'is not', null)
    .execute()
}

async function createSecurityUsers(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('security_users')
    // The numbers below 1000 belong to the demo's users. Kysely has no word for the start of an identity.
    .addColumn('uid', sql`integer generated by default as identity (start with 1000)`, primaryKey)
    .addColumn('username', 'text', required)
    .addColumn('username_key', 'text', uniqueRequired)
    .addColumn('customer_id', 'uuid', required)
    .addColumn('password_hash', 'text', required)
    .addColumn('imported_hash_digest', 'bytea')
    .addColumn('active', 'boolean', (column) => column.notNull().defaultTo(true))
    .addColumn('sessions_ended_at', 'timestamptz')
    .addColumn('created_at', 'timestamptz', required)
    .execute()
  // Imported users bring numbers, which the sequence then leaves out. The application has no right to set it. The bound leaves numbers
  // for 147 million users.
  await sql`
    create function skip_security_uids(up_to integer) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if up_to between (select last_value from security_users_uid_seq) and 2000000000 then
        perform setval('security_users_uid_seq', up_to);
      end if;
    end $$`.execute(db)
  await sql`revoke execute on function skip_security_uids(integer) from public`.execute(db)
}

async function createRefreshTokens(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('refresh_families')
    .addColumn('id', 'uuid', primaryKey)
    .addColumn('uid', 'integer', ownedBy('security_users', 'uid'))
    .addColumn('started_at', 'timestamptz', required)
    .addColumn('expires_at', 'timestamptz', required)
    .addColumn('ended_at', 'timestamptz')
    .execute()
  await db.schema.createIndex('refresh_families_by_user').on('refresh_families').column('uid').execute()
  await db.schema
    .createTable('refresh_tokens')
    .addColumn('digest', 'bytea', (column) => digest('digest')(column).primaryKey())
    .addColumn('master_key', 'integer', required)
    .addColumn('family_id', 'uuid', ownedBy('refresh_families', 'id'))
    .addColumn('issued_at', 'timestamptz', required)
    .addColumn('expires_at', 'timestamptz', required)
    .addColumn('used_at', 'timestamptz')
    .execute()
  await db.schema.createIndex('refresh_tokens_by_family').on('refresh_tokens').column('family_id').execute()
}

/** Failures of one (subject, address), of one address over all subjects (no subject), and of one subject over all addresses (no address). */
async function createSignInThrottles(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('sign_in_throttles')
    .addColumn('subject', 'bytea', required)
    .addColumn('address', 'text', required)
    .addColumn('failures', 'integer', required)
    .addColumn('counted_since', 'timestamptz', required)
    .addColumn('blocked_until', 'timestamptz')
    .addColumn('last_attempt_at', 'timestamptz', required)
    .addColumn('succeeded_at', 'timestamptz')
    .addPrimaryKeyConstraint('sign_in_throttles_pkey', ['subject', 'address'])
    .execute()
}

async function createFailureCounts(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('failure_counts')
    .addColumn('window_start', 'timestamptz', required)
    .addColumn('failures', 'integer', required)
    .addColumn('budget', 'text', required)
    .addColumn('address', 'text', required)
    .addPrimaryKeyConstraint('failure_counts_pkey', ['budget', 'address', 'window_start'])
    .execute()
}

async function createSigningKeys(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('signing_keys')
    .addColumn('seq', 'bigint', sequence)
    .addColumn('id', 'uuid', primaryKey)
    .addColumn('kid', 'text')
    .addColumn('imported', 'boolean', required)
    .addColumn('api', 'text', required)
    .addColumn('algorithm', 'text', required)
    .addColumn('wrapped', 'bytea', required)
    .addColumn('master_key', 'integer', required)
    .addColumn('created_at', 'timestamptz', required)
    .addColumn('signs_from', 'timestamptz')
    .addColumn('expires_at', 'timestamptz')
    .execute()
  await db.schema.createIndex('signing_keys_by_api').on('signing_keys').columns(['api', 'signs_from']).execute()
}

async function createOperators(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('operators')
    .addColumn('seq', 'bigint', (column) => column.generatedAlwaysAsIdentity().notNull())
    .addColumn('id', 'uuid', primaryKey)
    .addColumn('name', 'text', uniqueRequired)
    .addColumn('role', 'text', (column) => column.notNull().check(sql`role in ('admin', 'viewer')`))
    .addColumn('digest', 'bytea', (column) => digest('digest')(column).unique())
    .addColumn('master_key', 'integer', required)
    .addColumn('hint', 'text', required)
    .addColumn('from_environment', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('created_at', 'timestamptz', required)
    .addColumn('last_used_at', 'timestamptz')
    .execute()
  // At most one operator has its key from the environment.
  await db.schema
    .createIndex('operators_from_environment')
    .unique()
    .on('operators')
    .column('from_environment')
    .where(sql.ref('from_environment'), '=', true)
    .execute()
}
