import { type Kysely, sql } from 'kysely'
import type { KeyFingerprint } from '../crypto/master-key.js'
import type { KeyUsage } from '../domain/master-keys/key-usage.js'
import type { RekeyedSecret, Rekeying } from '../domain/master-keys/rekeying.js'
import type { Database } from './schema.js'

export interface MasterKeys {
  /** Moves digests to the current key; those that are gone or moved already are left alone. */
  rekey(kind: RekeyedSecret, rekeyings: readonly Rekeying[]): Promise<void>
  /** Counts what can still be used: expired secrets, tokens and keys and whatever is revoked are left out. */
  usage(now: Date): Promise<KeyUsage>
}

interface Place {
  readonly table: keyof Database
  readonly column: string
  /** Whose digest it is. */
  readonly owner: string
  /** Whether a digest occurs once at most, rather than once for each owner. */
  readonly isUnique: boolean
}

const places: Readonly<Record<RekeyedSecret, Place>> = {
  'gateway token': {
    table: 'gateway_tokens',
    column: 'digest',
    owner: 'link',
    isUnique: true,
  },
  'operator key': { table: 'operators', column: 'digest', owner: 'id', isUnique: true },
  'broker hash': { table: 'broker_users', column: 'hash_digest', owner: 'id', isUnique: true },
  'broker secret': {
    table: 'broker_secrets',
    column: 'digest',
    owner: 'user_id',
    isUnique: false,
  },
  'access key secret': {
    table: 'access_key_secrets',
    column: 'digest',
    owner: 'access_key_id',
    isUnique: false,
  },
}

/** @param current the key under which everything new is written */
export function masterKeys(db: Kysely<Database>, current: KeyFingerprint): MasterKeys {
  return {
    async rekey(kind, rekeyings) {
      const { table, column, owner, isUnique } = places[kind]
      const ofSameOwner = isUnique ? sql`` : sql`and other.${sql.ref(owner)} = stored.${sql.ref(owner)}`
      // Locked in the order of their owners, as in whatever else changes many rows at once: no two statements wait for each other.
      await sql`
        with due as (
          select stored.${sql.ref(owner)} as owner, rekeying.previous, rekeying.next
          from ${sql.table(table)} as stored
          join unnest(${rekeyings.map(({ from }) => from)}::bytea[], ${rekeyings.map(({ to }) => to)}::bytea[])
            as rekeying (previous, next) on stored.${sql.ref(column)} = rekeying.previous
          where not exists (
            select from ${sql.table(table)} as other
            where other.${sql.ref(column)} = rekeying.next ${ofSameOwner}
          )
          order by stored.${sql.ref(owner)}, rekeying.previous
          for update of stored
        )
        update ${sql.table(table)} as stored
        set ${sql.ref(column)} = due.next, master_key = ${current}::integer
        from due
        where stored.${sql.ref(owner)} = due.owner and stored.${sql.ref(column)} = due.previous`.execute(db)
    },

    async usage(now) {
      const isElsewhere = sql`master_key <> ${current}::integer`
      const isUnexpired = sql`(expires_at is null or expires_at > ${now}::timestamptz)`
      const { rows } = await sql<KeyUsage>`
        select
          (select count(*) from gateway_tokens where revoked_at is null and ${isElsewhere})::integer as "gatewayTokens",
          (select count(*) from broker_users where ${isElsewhere})::integer as "brokerHashes",
          (select count(*) from broker_secrets where ${isUnexpired} and ${isElsewhere})::integer as "brokerSecrets",
          (
            select count(*) from access_key_secrets
            where ${isUnexpired} and ${isElsewhere}
              and access_key_id not in (select id from access_keys where state = 'revoked')
          )::integer as "accessKeySecrets",
          (select count(*) from operators where ${isElsewhere})::integer as "operatorKeys",
          (select count(*) from refresh_tokens where ${isUnexpired} and ${isElsewhere})::integer as "refreshTokens",
          (select count(*) from signing_keys where ${isUnexpired} and ${isElsewhere})::integer as "signingKeys"`.execute(
        db,
      )
      const [usage] = rows
      if (!usage) throw new Error('the database did not count')
      return usage
    },
  }
}
