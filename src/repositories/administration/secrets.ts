import { type Kysely, sql } from 'kysely'
import type { Database } from '../../db/schema.js'
import { secondsAfter } from '../../domain/clock.js'
import type { Digest } from '../../domain/digest.js'
import { isRotating, type Rotation } from '../../domain/rotation.js'
import type { StoredSecret } from '../../domain/stored-secret.js'

/** A secret as lists show it. */
export interface SecretRecord {
  readonly hint: string
  readonly createdAt: Date
  /** `null` for the current secret. */
  readonly expiresAt: Date | null
}

/** The secrets of one kind of owner. */
export interface Secrets {
  insert(ownerId: string, secret: StoredSecret, createdAt: Date): Promise<void>
  /** The digest of the current secret: the one that has no end. */
  current(ownerId: string): Promise<Digest | undefined>
  /** The secrets that are valid at a moment, newest first, by their owner. */
  validOf(ownerIds: readonly string[], now: Date): Promise<Map<string, SecretRecord[]>>
  /**
   * Replaces the current secret. For use in a transaction that has locked the owner.
   * @returns false, and nothing is changed, where another rotation stands in the way
   */
  rotate(ownerId: string, secret: StoredSecret, rotation: Rotation): Promise<boolean>
}

/** The tables of secrets are of one form, but for the column that names the owner. */
const owners = { broker_secrets: 'user_id', access_key_secrets: 'access_key_id' } as const

export function secretsIn(db: Kysely<Database>, name: keyof typeof owners): Secrets {
  const table = sql.table(name)
  const owner = sql.ref(owners[name])

  const insert: Secrets['insert'] = async (ownerId, { digest, hint }, createdAt) => {
    await sql`
      insert into ${table} (${owner}, digest, hint, created_at, expires_at)
      values (${ownerId}, ${digest}, ${hint}, ${createdAt}, null)`.execute(db)
  }

  return {
    insert,

    async current(ownerId) {
      const { rows } = await sql<{ digest: Digest }>`
        select digest from ${table} where ${owner} = ${ownerId} and expires_at is null`.execute(db)
      return rows[0]?.digest
    },

    async validOf(ownerIds, now) {
      const { rows } = await sql<{ owner_id: string; hint: string; created_at: Date; expires_at: Date | null }>`
        select ${owner} as owner_id, hint, created_at, expires_at from ${table}
        where ${owner} = any(${ownerIds}::uuid[]) and (expires_at is null or expires_at > ${now})
        order by created_at desc, expires_at desc nulls first`.execute(db)
      const byOwner = new Map<string, SecretRecord[]>(ownerIds.map((id) => [id, []]))
      for (const { owner_id, hint, created_at, expires_at } of rows) {
        byOwner.get(owner_id)?.push({ hint, createdAt: created_at, expiresAt: expires_at })
      }
      return byOwner
    },

    async rotate(ownerId, secret, rotation) {
      const { rows } = await sql<{ digest: Digest; expiresAt: Date | null }>`
        select digest, expires_at as "expiresAt" from ${table} where ${owner} = ${ownerId}`.execute(db)
      if (isRotating(rows, rotation)) return false
      const { overlapSeconds, at } = rotation
      const end = secondsAfter(at, overlapSeconds)
      await sql`
        update ${table} set expires_at = ${end}
        where ${owner} = ${ownerId} and (expires_at is null or expires_at > ${end})`.execute(db)
      // What has ended goes, so that the clock of another instance cannot bring it back.
      await sql`delete from ${table} where ${owner} = ${ownerId} and expires_at <= ${at}`.execute(db)
      await insert(ownerId, secret, at)
      return true
    },
  }
}
