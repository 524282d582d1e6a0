import type pg from 'pg'
import { migrateUp } from '../../src/database/migrate.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import { digest, fingerprint } from './fixture.js'
import { withClient } from './with-client.js'

/** Rows of one statement. */
const batch = 500_000

/** How the table of gateway tokens is stored. */
export interface TokenLayout {
  readonly size: number
  /** By hash of the digest; 1: one table, as the migrations make it. */
  readonly partitions: number
  /** How full pages are filled, in percent; the rest is for later versions of their rows. */
  readonly fillfactor: number
}

/** What an index takes. */
export interface IndexSpace {
  readonly name: string
  readonly bytesPerToken: number
  readonly buildSeconds: number
}

/** What a filled table takes, after VACUUM. */
export interface TokenSpace {
  /** On the disk, with all indexes. */
  readonly bytesPerToken: number
  readonly rowBytesPerToken: number
  readonly indexes: readonly IndexSpace[]
  readonly fillSeconds: number
  /** VACUUM and ANALYZE of rows that no VACUUM has seen. */
  readonly firstVacuumSeconds: number
}

/** The link of the token with a number: a UUID of version 7 in form, so that links grow with time as those that are issued. */
export function linkOf(number: number): string {
  const time = (firstIssueMs + number).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${number.toString(16).padStart(12, '0')}`
}

const firstIssueMs = 1_600_000_000_000

/** What the digest of the token with a number is made of, where it is not a known one. */
export function textOf(number: number): string {
  return `token ${number}`
}

/** The account of the token with a number. Each has about four tokens. */
export function accountOf(number: number, size: number): string {
  return String((number * 7919) % Math.max(1, Math.floor(size / 4)))
}

/**
 * Fills the table of gateway tokens of an empty database, in the order in which tokens are issued, as an installation does; indexes are made
 * afterwards, one after the other. Most tokens were used, some are revoked.
 * @param known tokens that can be looked up, active ones; spread evenly among the others, of which nobody knows more than a digest
 */
export async function fillTokens(
  url: string,
  layout: TokenLayout,
  known: readonly string[],
  onProgress: (done: number) => void,
): Promise<TokenSpace> {
  const { db, close } = openPostgresql({ url, onIdleError: () => {} })
  await migrateUp(db)
  await close()
  return withClient(url, async (client) => {
    await client.query(`set maintenance_work_mem = '1GB'`)
    await client.query('set synchronous_commit = off')
    // Foreign keys are not checked: what is filled in is right.
    await client.query('set session_replication_role = replica')
    const indexes = await prepareTable(client, layout)
    const fillSeconds = await seconds(() => insertTokens(client, layout.size, known, onProgress))
    const buildSeconds: number[] = []
    for (const { definition } of indexes) buildSeconds.push(await seconds(() => client.query(definition)))
    const firstVacuumSeconds = await seconds(() => client.query('vacuum analyze gateway_tokens'))
    await client.query('checkpoint')
    const spaces: IndexSpace[] = []
    for (const [place, { name }] of indexes.entries()) {
      spaces.push({
        name,
        bytesPerToken: (await sizeOf(client, name)) / layout.size,
        buildSeconds: buildSeconds[place] ?? Number.NaN,
      })
    }
    return {
      bytesPerToken: (await sizeOf(client, 'gateway_tokens')) / layout.size,
      rowBytesPerToken: (await sizeOf(client, 'gateway_tokens', 'pg_table_size')) / layout.size,
      indexes: spaces,
      fillSeconds,
      firstVacuumSeconds,
    }
  })
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAtMs = performance.now()
  await work()
  return (performance.now() - startedAtMs) / 1_000
}

/** Bytes of a table or index and of its partitions. */
async function sizeOf(client: pg.Client, relation: string, size = 'pg_total_relation_size'): Promise<number> {
  const { rows } = await client.query<{ bytes: number }>(
    `select sum(${size}(relid))::float8 as bytes
     from (select $1::regclass as relid union select relid from pg_partition_tree($1::regclass)) as parts`,
    [relation],
  )
  return rows[0]?.bytes ?? Number.NaN
}

interface MissingIndex {
  readonly name: string
  readonly definition: string
}

/** Makes the table as the layout has it, without indexes. @returns the indexes that it is to have */
async function prepareTable(client: pg.Client, { partitions, fillfactor }: TokenLayout): Promise<MissingIndex[]> {
  const { rows } = await client.query<MissingIndex & { constraint: string | null }>(
    `select relname as name, pg_get_indexdef(indexrelid) as definition, conname as constraint
     from pg_index join pg_class on pg_class.oid = indexrelid left join pg_constraint on conindid = indexrelid
     where indrelid = 'gateway_tokens'::regclass`,
  )
  for (const { name, constraint } of rows) {
    await client.query(constraint ? `alter table gateway_tokens drop constraint ${constraint}` : `drop index ${name}`)
  }
  if (partitions === 1) {
    await client.query(`alter table gateway_tokens set (fillfactor = ${fillfactor})`)
    return rows
  }
  await client.query('alter table gateway_tokens rename to single')
  await client.query(
    `create table gateway_tokens (like single including defaults including identity including constraints,
       foreign key (partner_id) references partners) partition by hash (digest)`,
  )
  await client.query('drop table single')
  for (let remainder = 0; remainder < partitions; remainder++) {
    await client.query(
      `create table gateway_tokens_${remainder} partition of gateway_tokens
       for values with (modulus ${partitions}, remainder ${remainder}) with (fillfactor = ${fillfactor})`,
    )
  }
  // An index can be unique over all partitions only where it has the digest.
  return rows.map(({ name, definition }) => ({
    name,
    definition: definition.includes('(digest)') ? definition : definition.replace('UNIQUE ', ''),
  }))
}

async function insertTokens(
  client: pg.Client,
  size: number,
  known: readonly string[],
  onProgress: (done: number) => void,
): Promise<void> {
  const step = Math.floor(size / known.length)
  await client.query('create temporary table known (place bigint, digest bytea)')
  await client.query(
    `insert into known select (number - 1) * $2, digest from unnest($1::bytea[]) with ordinality as one (digest, number)`,
    [known.map(digest), step],
  )
  await client.query('analyze known')
  for (let from = 0; from < size; from += batch) {
    const to = Math.min(from + batch, size) - 1
    await client.query(
      `insert into gateway_tokens
         (link, digest, master_key, hint, account_id, description, created_by, issued_at, last_used_at, revoked_at)
       select
         (lpad(to_hex(${firstIssueMs} + number), 12, '0') || '70008000' || lpad(to_hex(number), 12, '0'))::uuid,
         coalesce(known.digest, sha256(convert_to('token ' || number, 'UTF8'))),
         $1,
         'abcd',
         (number * 7919::bigint % greatest($2::bigint / 4, 1))::text,
         'Token for ' || lpad((number % 10000000000)::text, 10, '0'),
         'user' || number % 5000 || '@example.org',
         now() - interval '1 second' * ($2 - number),
         case when number % 8 > 0 then now() - interval '1 minute' * (number % 40000) end,
         case when known.digest is null and number % 20 = 0 then now() - interval '1 day' end
       from generate_series($3::bigint, $4::bigint) as number
       left join known on known.place = number`,
      [fingerprint, size, from, to],
    )
    onProgress(to + 1)
  }
}
