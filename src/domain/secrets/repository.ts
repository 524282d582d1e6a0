import { type Kysely, sql } from 'kysely'
import { secondsAfter } from '../../clock.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import type { StoredSecret } from '../../crypto/secret.js'
import type { Database } from '../../database/schema.js'
import { isRotating, type Rotation, type SecretRecord } from './rotation.js'

/** The secrets of one kind of owner. */
export interface Secrets {
  insert(ownerId: string, secret: StoredSecret, createdAt: Date): Promise<void>
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

/** @param masterKey the key under which everything new is written */
export function secretsIn(db: Kysely<Database>, name: keyof typeof owners, masterKey: KeyFingerprint): Secrets {
  const table = sql.table(name)
  const owner = sql.ref(owners[name])

  const insert: Secrets['insert'] = async (ownerId, { digest, hint }, createdAt) => {
    await sql`
      insert into ${table} (${owner}, digest, master_key, hint, created_at, expires_at)
      values (${ownerId}, ${digest}, ${masterKey}, ${hint}, ${createdAt}, null)`.execute(db)
  }

  const validOf: Secrets['validOf'] = async (ownerIds, now) => {
    const { rows } = await sql<SecretRecord & { readonly owner: string }>`
      select ${owner} as owner, hint, created_at as "createdAt", expires_at as "expiresAt" from ${table}
      where ${owner} = any(${ownerIds}::uuid[]) and (expires_at is null or expires_at > ${now})
      order by expires_at desc nulls first`.execute(db)
    const byOwner = new Map<string, SecretRecord[]>(ownerIds.map((id) => [id, []]))
    for (const { owner, ...secret } of rows) byOwner.get(owner)?.push(secret)
    return byOwner
  }

  return {
    insert,
    validOf,

    async rotate(ownerId, secret, rotation) {
      const { overlapSeconds, at } = rotation
      const valid = (await validOf([ownerId], at)).get(ownerId) ?? []
      if (isRotating(valid, rotation)) return false
      const end = secondsAfter(at, overlapSeconds)
      await sql`
        update ${table} set expires_at = ${end}
        where ${owner} = ${ownerId} and (expires_at is null or expires_at > ${end})`.execute(db)
      // What has ended goes, so that no instance whose clock is slow takes it for valid.
      await sql`delete from ${table} where ${owner} = ${ownerId} and expires_at <= ${at}`.execute(db)
      await insert(ownerId, secret, at)
      return true
    },
  }
}
