import { randomUUID } from 'node:crypto'
import type { Digester } from '../../crypto/digest.js'
import type { AccessKeyId, AccessKeyStatus, NewAccessKey, StoredAccessKey } from '../access-keys/access-key.js'
import type { AccessKeyService } from '../access-keys/service.js'
import { type GivenSecret, isStoredSecret, readSecret } from './given-secret.js'
import { activeHere, conflicting, existing, type ImportOutcome, type Refusal, refused } from './import-outcome.js'
import type { ImportKind } from './import-rows.js'

export interface GivenAccessKey extends GivenSecret {
  readonly type: 'access-key'
  readonly name: string
  /** The id of the record, a UUID in any case. Absent: a new one. */
  readonly id?: string | undefined
  readonly accessKey: string
  /** A UUID in any case, as the other ids. Absent: a new one. */
  readonly userId?: string | undefined
  readonly account: string
  readonly company: string
  readonly roles?: readonly string[] | undefined
  /** Absent: active. */
  readonly state?: AccessKeyStatus | undefined
  readonly expiresAt?: Date | null | undefined
}

export interface ImportedAccessKey {
  readonly key: NewAccessKey
  readonly secret: NewAccessKey['secrets'][number]
  /** Whether the row gave the id of the record. */
  readonly isIdGiven: boolean
  /** Whether the row gave the user id. */
  readonly isUserIdGiven: boolean
}

/** @param at the time of the import */
export function readAccessKey(
  row: GivenAccessKey,
  at: Date,
  { digest }: { readonly digest: Digester },
): ImportedAccessKey | Refusal {
  const secret = readSecret(row, at, digest)
  if ('outcome' in secret) return secret
  const key: NewAccessKey = {
    id: (row.id?.toLowerCase() ?? randomUUID()) as AccessKeyId,
    accessKey: row.accessKey,
    name: row.name,
    userId: row.userId?.toLowerCase() ?? randomUUID(),
    account: row.account.toLowerCase(),
    company: row.company.toLowerCase(),
    roles: row.roles ?? [],
    status: row.state ?? 'active',
    expiresAt: row.expiresAt ?? null,
    secrets: [secret],
    createdAt: at,
  }
  return { key, secret, isIdGiven: row.id !== undefined, isUserIdGiven: row.userId !== undefined }
}

/**
 * Compares a row with the stored access key, by what cannot be changed here: name, roles and expiry may have changed.
 * @param isIdTaken whether any access key has the id of the row
 */
export function compareAccessKey(
  { key, secret, isIdGiven, isUserIdGiven }: ImportedAccessKey,
  stored: StoredAccessKey | undefined,
  isIdTaken: boolean,
): ImportOutcome {
  if (!stored) return isIdTaken ? refused('another access key has this id') : conflicting
  if (isIdGiven && stored.id !== key.id) return refused('this access key exists with another id')
  if (!isStoredSecret(secret, stored)) return refused('this access key exists with another secret')
  const isSame =
    stored.account === key.account && stored.company === key.company && (!isUserIdGiven || stored.userId === key.userId)
  if (!isSame) return refused('this access key exists with another account, company or user')
  return key.status === 'revoked' && stored.status !== 'revoked' ? activeHere : existing
}

/** @param at decides which stored secrets are valid */
export function accessKeyKind(accessKeys: AccessKeyService, at: Date): ImportKind<ImportedAccessKey> {
  return {
    claims: ({ key }) => [`id ${key.id}`, `access key ${key.accessKey}`],
    idOf: ({ key }) => key.id,
    insert: (trx, rows) =>
      accessKeys.insert(
        trx,
        rows.map(({ key }) => key),
      ),

    async compareWithStored(trx, rows) {
      const names = rows.map(({ key }) => key.accessKey)
      const stored = await accessKeys.findStored(trx, names, at)
      const byAccessKey = new Map(stored.map((key) => [key.accessKey, key]))
      const ids = rows.map(({ key }) => key.id)
      const taken = await accessKeys.findExistingIds(trx, ids)
      return (row) => compareAccessKey(row, byAccessKey.get(row.key.accessKey), taken.has(row.key.id))
    },
  }
}
