import type { Kysely, Selectable } from 'kysely'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import type { StoredSecret } from '../../crypto/secret.js'
import { type Page, type PageRequest, pageOf } from '../../database/page.js'
import type { AccessKeyRow, Database } from '../../database/schema.js'
import { secretsIn } from '../secrets/repository.js'
import type { Rotation, SecretRecord } from '../secrets/rotation.js'
import { type AccessKey, type AccessKeyState, stateOf } from './access-key.js'

/** An access key as operators see it. */
export interface AccessKeyRecord extends AccessKey {
  readonly accessKey: string
  readonly name: string
  /** Those that are valid, newest first. */
  readonly secrets: readonly SecretRecord[]
  readonly createdAt: Date
}

export interface NewAccessKey extends AccessKey {
  readonly accessKey: string
  readonly name: string
  readonly secret: StoredSecret
  readonly createdAt: Date
}

/** What came of a change: the key as it is now, or the state that stood in the way. */
export type AccessKeyChanged = AccessKeyRecord | 'unknown' | AccessKeyState

/** Access keys, as operators work on them. `now` decides which are expired and which secrets are shown as valid. */
export interface AccessKeysAdministration {
  list(filter: { readonly state?: AccessKeyState }, page: PageRequest, now: Date): Promise<Page<AccessKeyRecord>>
  find(id: string, now: Date): Promise<AccessKeyRecord | undefined>
  /** `undefined` where the access key is taken. For use in a transaction. */
  insert(key: NewAccessKey): Promise<AccessKeyRecord | undefined>
  /** Changes a key that is not revoked. */
  update(
    id: string,
    change: { readonly name?: string; readonly roles?: readonly string[]; readonly expiresAt?: Date | null },
    now: Date,
  ): Promise<AccessKeyChanged>
  /** Activates a pending key. */
  activate(id: string, now: Date): Promise<AccessKeyChanged>
  /** Revokes a key that is not revoked. */
  revoke(id: string, now: Date): Promise<AccessKeyChanged>
  /** Replaces the current secret of a key that is not revoked. For use in a transaction. */
  rotateSecret(id: string, secret: StoredSecret, rotation: Rotation): Promise<AccessKeyChanged | 'rotating'>
}

/** @param masterKey the key under which everything new is written */
export function accessKeysAdministration(db: Kysely<Database>, masterKey: KeyFingerprint): AccessKeysAdministration {
  const secrets = secretsIn(db, 'access_key_secrets', masterKey)

  /** Adds the secrets of access keys, in one statement however many keys there are. */
  async function completed(rows: readonly Selectable<AccessKeyRow>[], now: Date): Promise<AccessKeyRecord[]> {
    const secretsByKey = await secrets.validOf(
      rows.map(({ id }) => id),
      now,
    )
    return rows.map((row) => ({
      id: row.id,
      accessKey: row.access_key,
      name: row.name,
      userId: row.user_id,
      account: row.account,
      company: row.company,
      roles: row.roles,
      status: row.state,
      expiresAt: row.expires_at,
      secrets: secretsByKey.get(row.id) ?? [],
      createdAt: row.created_at,
    }))
  }

  async function find(id: string, now: Date): Promise<AccessKeyRecord | undefined> {
    const rows = await db.selectFrom('access_keys').selectAll().where('id', '=', id).execute()
    const [key] = await completed(rows, now)
    return key
  }

  /** The key that a change has returned; where it has changed none, why. */
  async function outcome(id: string, rows: readonly Selectable<AccessKeyRow>[], now: Date): Promise<AccessKeyChanged> {
    const [changed] = await completed(rows, now)
    if (changed) return changed
    const key = await find(id, now)
    return key ? stateOf(key, now) : 'unknown'
  }

  return {
    find,

    async list({ state }, { limit, before }, now) {
      let query = db.selectFrom('access_keys').selectAll()
      if (before !== undefined) query = query.where('seq', '<', before)
      if (state === 'revoked') query = query.where('state', '=', state)
      else if (state === 'expired') query = query.where('state', '!=', 'revoked').where('expires_at', '<=', now)
      else if (state !== undefined) {
        query = query
          .where('state', '=', state)
          .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      }
      const rows = await query
        .orderBy('seq', 'desc')
        .limit(limit + 1)
        .execute()
      const { items, next } = pageOf(rows, limit, (row) => row)
      return { items: await completed(items, now), next }
    },

    async insert({ id, accessKey, name, userId, account, company, roles, status, expiresAt, secret, createdAt }) {
      const rows = await db
        .insertInto('access_keys')
        .values({
          id,
          access_key: accessKey,
          name,
          user_id: userId,
          account,
          company,
          roles: [...roles],
          state: status,
          expires_at: expiresAt,
          created_at: createdAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .execute()
      if (rows.length === 0) return undefined
      await secrets.insert(id, secret, createdAt)
      const [key] = await completed(rows, createdAt)
      return key
    },

    async update(id, { name, roles, expiresAt }, now) {
      const rows = await db
        .updateTable('access_keys')
        .set({
          ...(name !== undefined && { name }),
          ...(roles !== undefined && { roles: [...roles] }),
          ...(expiresAt !== undefined && { expires_at: expiresAt }),
        })
        .where('id', '=', id)
        .where('state', '!=', 'revoked')
        .returningAll()
        .execute()
      return outcome(id, rows, now)
    },

    async activate(id, now) {
      const rows = await db
        .updateTable('access_keys')
        .set({ state: 'active' })
        .where('id', '=', id)
        .where('state', '=', 'pending')
        .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
        .returningAll()
        .execute()
      return outcome(id, rows, now)
    },

    async revoke(id, now) {
      const rows = await db
        .updateTable('access_keys')
        .set({ state: 'revoked' })
        .where('id', '=', id)
        .where('state', '!=', 'revoked')
        .returningAll()
        .execute()
      return outcome(id, rows, now)
    },

    async rotateSecret(id, secret, rotation) {
      const rows = await db
        .selectFrom('access_keys')
        .selectAll()
        .where('id', '=', id)
        .where('state', '!=', 'revoked')
        .forUpdate()
        .execute()
      if (rows.length > 0 && !(await secrets.rotate(id, secret, rotation))) return 'rotating'
      return outcome(id, rows, rotation.at)
    },
  }
}
