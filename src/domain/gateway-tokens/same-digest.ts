import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Digest } from '../../crypto/digest.js'

/**
 * Whether a gateway token is stored under a digest. The index is on the keys of digests, to be small: a condition that does not name them reads the
 * whole table.
 * @param stored the column
 * @param digest of type bytea
 */
export function sameDigest(stored: RawBuilder<unknown>, digest: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql`(gateway_token_key(${stored}) = gateway_token_key(${digest}) and ${stored} = ${digest})`
}

/** The first 64 bits of a digest as a bigint: what `gateway_token_key` makes of it in the database, where that takes longer. */
export function digestKey(digest: Digest): string {
  return digest.readBigInt64BE().toString()
}
