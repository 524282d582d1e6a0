import type pg from 'pg'
import { addPastAuditMonths } from '../test/past-audit-months.js'
import { fingerprint } from './fixture.js'
import { withClient } from './with-client.js'

/** Rows of one statement. */
const batch = 500_000
/** Of the rows that are filled in, one in this many has expired. */
export const expiredShare = 10
/** How long audit events are kept by default, in days. */
export const auditRetentionDays = 400

/**
 * Fills the tables of sessions and audit events of a migrated database: a tenth of each has expired. Sessions belong to users of their
 * own, ten to each; half of them were renewed once and have a used token as well.
 * @param onProgress is told how many rows there are of how many
 */
export async function fillExpiring(
  url: string,
  { sessions, events }: { readonly sessions: number; readonly events: number },
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  await withClient(url, async (client) => {
    // Foreign keys are not checked, and the audit takes rows of any age: what is filled in is right.
    await client.query('set session_replication_role = replica')
    await client.query(`set maintenance_work_mem = '512MB'`)
    await addPastAuditMonths((statement) => client.query(statement), firstAuditMonth())
    let before = 0
    const fill = async (tables: readonly string[], count: number, statements: readonly string[]): Promise<void> => {
      const indexes = await dropIndexes(client, tables)
      for (let from = 1; from <= count; from += batch) {
        const to = Math.min(from + batch - 1, count)
        for (const statement of statements) await client.query(statement, [from, to, count])
        onProgress(before + to, sessions + events)
      }
      before += count
      for (const index of indexes) await client.query(index)
      for (const table of tables) await client.query(`vacuum analyze ${table}`)
    }
    await fill(['security_users', 'refresh_families', 'refresh_tokens'], sessions, sessionStatements)
    await fill(['audit_events'], events, eventStatements)
    await client.query('checkpoint')
  })
}

/** The month of the oldest event. */
function firstAuditMonth(): string {
  const days = auditRetentionDays * (1 + 1 / (expiredShare - 1))
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 7)
}

/** Parameters: the first and the last number, and how many there are in all. The oldest come first, as in an installation. */
const sessionStatements: readonly string[] = [
  `insert into security_users (uid, username, username_key, customer_id, password_hash, created_at)
   select 1000000 + number / 10, 'person' || number, 'person' || number, gen_random_uuid(), 'none', now()
   from generate_series($1::bigint, $2::bigint) as number where number % 10 = 0 and $3::bigint > 0`,
  `insert into refresh_families (id, uid, started_at, expires_at)
   select md5('session ' || number)::uuid, 1000000 + number % ($3::bigint / 10) + 1, now() - interval '10 days',
     now() + interval '20 days'
   from generate_series($1::bigint, $2::bigint) as number`,
  `insert into refresh_tokens (digest, master_key, family_id, issued_at, expires_at, used_at)
   select sha256(('token ' || number || use)::bytea), ${fingerprint}, md5('session ' || number)::uuid, now() - interval '9 days',
     now() + interval '10 days' * (number / $3::float8 - 1.0 / ${expiredShare}) - interval '2 hours',
     case when use = 2 then now() - interval '9 days' end
   from generate_series($1::bigint, $2::bigint) as number, generate_series(1, 1 + number::int % 2) as use`,
]

const eventStatements: readonly string[] = [
  `insert into audit_events (id, at, actor_kind, actor_id, actor_name, action, subject, source, request_id, result)
   select gen_random_uuid(), now() - interval '${auditRetentionDays} days'
       * ((1 + 1.0 / ${expiredShare - 1}) * (1 - number / $3::float8)),
     'operator', md5('operator ' || number % 20), 'operator ' || number % 20,
     (array['gateway-token.create', 'gateway-token.revoke', 'access-key.create', 'broker-user.create'])[1 + number % 4],
     md5('subject ' || number), '10.0.0.' || number % 250, md5('request ' || number), 'succeeded'
   from generate_series($1::bigint, $2::bigint) as number`,
]

/** Drops the indexes that no constraint needs. To make them at the end takes half the time. @returns the statements that make them */
async function dropIndexes(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tables],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  // With ONLY, as PostgreSQL shows the index of a table that is divided, its partitions would have none.
  return rows.map(({ definition }) => definition.replace(' ON ONLY ', ' ON '))
}
