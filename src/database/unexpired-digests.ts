import type { Digest } from '../crypto/digest.js'

/** The digests of the secrets that are still accepted at a moment. A left join without a secret is a row of nulls. */
export function unexpiredDigests(
  rows: readonly { readonly digest: Buffer | null; readonly expires_at: Date | null }[],
  now: Date,
): Digest[] {
  return rows.flatMap(({ digest, expires_at }) =>
    digest !== null && (expires_at === null || expires_at > now) ? [digest as Digest] : [],
  )
}
