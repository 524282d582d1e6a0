import { type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * Whether a gateway token is stored under a digest. The index is on the first 64 bits of digests, to be small: a condition that does not name them
 * reads the whole table.
 * @param stored the column
 * @param digest of type bytea
 */
export function sameDigest(stored: RawBuilder<unknown>, digest: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql`(gateway_token_key(${stored}) = gateway_token_key(${digest}) and ${stored} = ${digest})`
}
