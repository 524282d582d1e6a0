import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Digest } from '../../crypto/digest.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import type { PasswordHash } from '../../crypto/password-hashing.js'
import type { Database } from '../../database/schema.js'
import type { TokenLink } from '../gateway-tokens/gateway-token.js'
import type { UsernameKey } from '../security-users/security-user.js'
import {
  type ImportedAccessKey,
  type ImportedBrokerUser,
  type ImportedGatewayToken,
  type ImportedSecurityUser,
  type ImportOutcome,
  judgeAccessKey,
  judgeBrokerUser,
  judgeGatewayToken,
  judgeSecurityUser,
} from './imported-credential.js'

/**
 * Takes many credentials in at once. Each row is created whole, was there, or is refused; nothing is overwritten, and the rows come out as if they had
 * come one after the other. Outcomes are in the order of the rows. For use in a transaction.
 */
export interface Imports {
  takeBrokerUsers(rows: readonly ImportedBrokerUser[], at: Date): Promise<ImportOutcome[]>
  takeAccessKeys(rows: readonly ImportedAccessKey[], at: Date): Promise<ImportOutcome[]>
  takeSecurityUsers(rows: readonly ImportedSecurityUser[], at: Date): Promise<ImportOutcome[]>
  takeGatewayTokens(rows: readonly ImportedGatewayToken[]): Promise<ImportOutcome[]>
  /** Those of the user names that somebody has. */
  knownUsernames(usernames: readonly UsernameKey[]): Promise<ReadonlySet<UsernameKey>>
}

/** @param masterKey the key under which everything new is written */
export function imports(db: Kysely<Database>, masterKey: KeyFingerprint): Imports {
  async function created(statement: RawBuilder<{ id: string }>): Promise<ReadonlySet<string>> {
    const { rows } = await statement.execute(db)
    return new Set(rows.map(({ id }) => id))
  }

  return {
    takeBrokerUsers: (rows, at) =>
      take(rows, {
        claims: ({ hashDigest, accounts }) => [
          `hash ${hex(hashDigest)}`,
          ...accounts.map(({ aToken }) => `account ${aToken}`),
        ],
        idOf: ({ id }) => id,

        async insert(candidates) {
          const users = await created(sql`
            insert into broker_users (id, name, hash_digest, master_key, hash_hint, active, created_at)
            select id, name, hash_digest, ${masterKey}::integer, hash_hint, active, ${at}::timestamptz
            from ${recordset(
              candidates.map((row) => ({
                id: row.id,
                name: row.name,
                hash_digest: bytea(row.hashDigest),
                hash_hint: row.hashHint,
                active: row.isActive,
              })),
              sql`id uuid, name text, hash_digest bytea, hash_hint text, active boolean`,
            )}
            order by hash_digest
            on conflict do nothing
            returning id`)
          const inserted = candidates.filter(({ id }) => users.has(id))
          const accounts = inserted.flatMap(({ id: user_id, accounts }) =>
            accounts.map(({ id, name, aToken: a_token }) => ({ id, user_id, name, a_token })),
          )
          // In the order of the rows, which is that of the accounts of a user.
          const insertedAccounts = await created(sql`
            insert into broker_accounts (id, user_id, name, a_token, created_at)
            select id, user_id, name, a_token, ${at}::timestamptz
            from ${recordset(accounts, sql`id uuid, user_id uuid, name text, a_token text`)}
            on conflict do nothing
            returning id`)
          // A user is taken with all of its accounts or not at all.
          const isWhole = (row: ImportedBrokerUser) => row.accounts.every(({ id }) => insertedAccounts.has(id))
          const broken = inserted.filter((row) => !isWhole(row)).map(({ id }) => id)
          if (broken.length > 0) await db.deleteFrom('broker_users').where('id', 'in', broken).execute()
          const whole = inserted.filter(isWhole)
          await sql`
            insert into broker_secrets (user_id, digest, master_key, hint, created_at, expires_at)
            select user_id, digest, ${masterKey}::integer, hint, ${at}::timestamptz, null
            from ${recordset(
              whole.map((row) => ({ user_id: row.id, digest: bytea(row.secretDigest), hint: row.secretHint })),
              sql`user_id uuid, digest bytea, hint text`,
            )}`.execute(db)
          return new Set(whole.map(({ id }) => id))
        },

        async judge(rest) {
          const { rows: users } = await sql<{
            hash_digest: Buffer
            active: boolean
            digests: Buffer[]
            a_tokens: string[]
          }>`
            select hash_digest, active,
              array(
                select digest from broker_secrets
                where user_id = owner.id and (expires_at is null or expires_at > ${at}::timestamptz)
              ) as digests,
              array(select a_token from broker_accounts where user_id = owner.id) as a_tokens
            from broker_users as owner
            where hash_digest = any(${rest.map(({ hashDigest }) => hashDigest)}::bytea[])`.execute(db)
          const aTokens = rest.flatMap(({ accounts }) => accounts.map(({ aToken }) => aToken))
          const { rows: accounts } = await sql<{ a_token: string }>`
            select a_token from broker_accounts where a_token = any(${aTokens}::text[])`.execute(db)
          const byHash = new Map(
            users.map(({ hash_digest, active, digests, a_tokens }) => [
              hex(hash_digest),
              { isActive: active, secretDigests: digests as Digest[], aTokens: a_tokens },
            ]),
          )
          const taken = new Set(accounts.map(({ a_token }) => a_token))
          return (row) =>
            judgeBrokerUser(
              row,
              byHash.get(hex(row.hashDigest)),
              row.accounts.some(({ aToken }) => taken.has(aToken)),
            )
        },
      }),

    takeAccessKeys: (rows, at) =>
      take(rows, {
        claims: ({ accessKey }) => [accessKey],
        idOf: ({ id }) => id,

        async insert(candidates) {
          const keys = await created(sql`
            insert into access_keys (id, access_key, name, user_id, account, company, roles, state, expires_at, created_at)
            select id, access_key, name, coalesce(user_id, gen_random_uuid()), account, company, roles, state, expires_at,
              ${at}::timestamptz
            from ${recordset(
              candidates.map((row) => ({
                id: row.id,
                access_key: row.accessKey,
                name: row.name,
                user_id: row.userId,
                account: row.account,
                company: row.company,
                roles: row.roles,
                state: row.status,
                expires_at: row.expiresAt,
              })),
              sql`id uuid, access_key text, name text, user_id uuid, account uuid, company uuid, roles text[], state text,
                expires_at timestamptz`,
            )}
            order by access_key
            on conflict do nothing
            returning id`)
          await sql`
            insert into access_key_secrets (access_key_id, digest, master_key, hint, created_at, expires_at)
            select access_key_id, digest, ${masterKey}::integer, hint, ${at}::timestamptz, null
            from ${recordset(
              candidates
                .filter(({ id }) => keys.has(id))
                .map((row) => ({ access_key_id: row.id, digest: bytea(row.secretDigest), hint: row.secretHint })),
              sql`access_key_id uuid, digest bytea, hint text`,
            )}`.execute(db)
          return keys
        },

        async judge(rest) {
          const { rows: keys } = await sql<{
            access_key: string
            user_id: string
            account: string
            company: string
            state: 'pending' | 'active' | 'revoked'
            digests: Buffer[]
          }>`
            select access_key, user_id, account, company, state,
              array(
                select digest from access_key_secrets
                where access_key_id = owner.id and (expires_at is null or expires_at > ${at}::timestamptz)
              ) as digests
            from access_keys as owner
            where access_key = any(${rest.map(({ accessKey }) => accessKey)}::text[])`.execute(db)
          const byKey = new Map(
            keys.map(({ access_key, user_id, account, company, state, digests }) => [
              access_key,
              { userId: user_id, account, company, status: state, secretDigests: digests as Digest[] },
            ]),
          )
          return (row) => judgeAccessKey(row, byKey.get(row.accessKey))
        },
      }),

    takeSecurityUsers: (rows, at) =>
      take(rows, {
        claims: ({ usernameKey }) => [usernameKey],
        idOf: ({ usernameKey }) => usernameKey,

        insert: (candidates) =>
          created(sql`
            insert into security_users (username, username_key, customer_id, password_hash, active, created_at)
            select username, username_key, coalesce(customer_id, gen_random_uuid()), password_hash, active, ${at}::timestamptz
            from ${recordset(
              candidates
                .filter(({ passwordHash }) => passwordHash !== undefined)
                .map((row) => ({
                  username: row.username,
                  username_key: row.usernameKey,
                  customer_id: row.customerId,
                  password_hash: row.passwordHash,
                  active: row.isActive,
                })),
              sql`username text, username_key text, customer_id uuid, password_hash text, active boolean`,
            )}
            order by username_key
            on conflict do nothing
            returning username_key as id`),

        async judge(rest) {
          const { rows: users } = await sql<{
            username_key: string
            customer_id: string
            password_hash: string
            active: boolean
          }>`
            select username_key, customer_id, password_hash, active from security_users
            where username_key = any(${rest.map(({ usernameKey }) => usernameKey)}::text[])`.execute(db)
          const byName = new Map(
            users.map(({ username_key, customer_id, password_hash, active }) => [
              username_key,
              { customerId: customer_id, passwordHash: password_hash as PasswordHash, isActive: active },
            ]),
          )
          return (row) => judgeSecurityUser(row, byName.get(row.usernameKey))
        },
      }),

    takeGatewayTokens: (rows) =>
      take(rows, {
        claims: ({ digest, link }) => [hex(digest), link],
        idOf: ({ link }) => link,

        insert: (candidates) =>
          created(sql`
            insert into gateway_tokens (link, digest, master_key, hint, account_id, description, created_by, issued_at, revoked_at)
            select link, digest, ${masterKey}::integer, hint, account_id, description, created_by, issued_at, revoked_at
            from ${recordset(
              candidates.map((row) => ({
                link: row.link,
                digest: bytea(row.digest),
                hint: row.hint,
                account_id: row.accountId,
                description: row.description,
                created_by: row.createdBy,
                issued_at: row.issuedAt,
                revoked_at: row.revokedAt,
              })),
              sql`link uuid, digest bytea, hint text, account_id text, description text, created_by text,
                issued_at timestamptz, revoked_at timestamptz`,
            )}
            order by digest
            on conflict do nothing
            returning link as id`),

        async judge(rest) {
          const { rows: tokens } = await sql<{
            link: string
            digest: Buffer
            account_id: string
            revoked_at: Date | null
          }>`
            select token.link, token.digest, token.account_id, token.revoked_at
            from unnest(${rest.map(({ digest }) => digest)}::bytea[]) as given (digest)
            cross join lateral (
              select * from gateway_tokens as stored
              where stored.digest = given.digest
              limit 1
            ) as token
            union
            select link, digest, account_id, revoked_at from gateway_tokens
            where link = any(${rest.map(({ link }) => link)}::uuid[])`.execute(db)
          const byDigest = new Map(
            tokens.map(({ link, digest, account_id, revoked_at }) => [
              hex(digest),
              { link: link as TokenLink, accountId: account_id, isRevoked: revoked_at !== null },
            ]),
          )
          const taken = new Set(tokens.map(({ link }) => link))
          return (row) => judgeGatewayToken(row, byDigest.get(hex(row.digest)), taken.has(row.link))
        },
      }),

    async knownUsernames(usernames) {
      const { rows } = await sql<{ username_key: string }>`
        select username_key from security_users where username_key = any(${usernames}::text[])`.execute(db)
      return new Set(rows.map(({ username_key }) => username_key as UsernameKey))
    },
  }
}

interface Kind<Row> {
  /** The values that no two rows may have. */
  claims(row: Row): readonly string[]
  idOf(row: Row): string
  /**
   * Inserts rows of which no two claim the same, in the order of their keys, so that no two imports wait for each other.
   * @returns the ids of those that are new
   */
  insert(rows: readonly Row[]): Promise<ReadonlySet<string>>
  /** Looks up what stands in the way of the rows that were not inserted. */
  judge(rows: readonly Row[]): Promise<(row: Row) => ImportOutcome>
}

/** Inserts those rows that are the first to claim their values, then judges all others by what is stored now. */
async function take<Row>(rows: readonly Row[], { claims, idOf, insert, judge }: Kind<Row>): Promise<ImportOutcome[]> {
  if (rows.length === 0) return []
  const claimed = new Set<string>()
  const candidates = rows.filter((row) => {
    const own = claims(row)
    const isFirst = !own.some((claim) => claimed.has(claim))
    for (const claim of own) claimed.add(claim)
    return isFirst
  })
  const ids = await insert(candidates)
  const created = new Set(candidates.filter((row) => ids.has(idOf(row))))
  if (created.size === rows.length) return rows.map(() => ({ outcome: 'created' }))
  const outcomeOf = await judge(rows.filter((row) => !created.has(row)))
  return rows.map((row) => (created.has(row) ? { outcome: 'created' } : outcomeOf(row)))
}

/** Rows as a table, in one parameter: an array for each column would be slower, and could not hold arrays. */
function recordset(rows: readonly object[], columns: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`json_to_recordset(${JSON.stringify(rows)}::text::json) as imported (${columns})`
}

function bytea(digest: Digest): string {
  return `\\x${hex(digest)}`
}

function hex(digest: Buffer): string {
  return digest.toString('hex')
}
