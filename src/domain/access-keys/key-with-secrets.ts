import type { Kysely, Selectable } from 'kysely'
import { groupRows } from '../../database/group-rows.js'
import type { AccessKeyRow, Database } from '../../database/schema.js'
import { type SecretColumns, validSecrets } from '../secrets/repository.js'
import type { AccessKeyId, AccessKeyWithSecrets } from './access-key.js'

type KeyColumn = 'id' | 'access_key' | 'user_id' | 'account' | 'company' | 'roles' | 'state'

interface RowWithSecret extends Pick<Selectable<AccessKeyRow>, KeyColumn>, SecretColumns {
  readonly key_expires_at: Date | null
}

/** Those of the access keys that exist: a row for each secret. */
export async function selectWithSecrets(
  db: Kysely<Database>,
  accessKeys: readonly string[],
): Promise<ReadonlyMap<string, readonly RowWithSecret[]>> {
  const rows = await db
    .selectFrom('access_keys as key')
    .leftJoin('access_key_secrets as secret', 'secret.access_key_id', 'key.id')
    .select(['key.id', 'key.access_key', 'key.user_id', 'key.account', 'key.company', 'key.roles', 'key.state'])
    .select(['key.expires_at as key_expires_at', 'secret.digest', 'secret.hash', 'secret.expires_at'])
    .where(({ eb, fn, val }) => eb('key.access_key', '=', fn.any(val(accessKeys))))
    .execute()
  return groupRows(
    rows,
    ({ access_key }) => access_key,
    (row) => row,
  )
}

/** @param rows those of one access key */
export function toKeyWithSecrets(rows: readonly RowWithSecret[], now: Date): AccessKeyWithSecrets | undefined {
  const [key] = rows
  return (
    key && {
      id: key.id as AccessKeyId,
      userId: key.user_id,
      account: key.account,
      company: key.company,
      roles: key.roles,
      status: key.state,
      expiresAt: key.key_expires_at,
      ...validSecrets(rows, now),
    }
  )
}
