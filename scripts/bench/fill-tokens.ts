import { systemRandom } from '../../src/crypto/random.js'
import { migrateUp } from '../../src/database/migrate.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import { newTokenLink } from '../../src/domain/gateway-tokens/gateway-token.js'
import { digest, fingerprint } from './fixture.js'
import { withClient } from './with-client.js'

/** Rows of one statement. */
const batch = 50_000

/**
 * Fills the table of gateway tokens of an empty database, in the order in which tokens are issued, as an installation does.
 * Accounts have about four tokens each, most were used, some are revoked.
 * @param size how many tokens
 * @param known tokens that can be looked up, active ones; spread evenly among the others, of which nobody knows more than a digest
 * @returns bytes on the disk for each token, with all indexes
 */
export async function fillTokens(
  url: string,
  size: number,
  known: readonly string[],
  onProgress: (done: number) => void,
): Promise<number> {
  const { db, close } = openPostgresql({ url, onIdleError: () => {} })
  await migrateUp(db)
  await close()
  return withClient(url, async (client) => {
    const step = Math.floor(size / known.length)
    const end = Date.now()
    for (let from = 0; from < size; from += batch) {
      const to = Math.min(from + batch, size) - 1
      const first = Math.ceil(from / step)
      const digests = known.slice(first, Math.floor(to / step) + 1).map(digest)
      const places = digests.map((_, index) => (first + index) * step)
      const links = Array.from({ length: to - from + 1 }, (_, index) =>
        newTokenLink(new Date(end - (size - from - index) * 1_000), systemRandom),
      )
      await client.query(
        `insert into gateway_tokens
           (link, digest, master_key, hint, account_id, description, created_by, issued_at, last_used_at, revoked_at)
         select
           links.link,
           coalesce(known.digest, sha256(convert_to('token ' || number, 'UTF8'))),
           $1,
           substr(md5(number::text), 1, 4),
           (number * 7919::bigint % greatest($2::bigint / 4, 1))::text,
           'Token for ' || lpad((number % 10000000000)::text, 10, '0'),
           'user' || number % 5000 || '@example.org',
           now() - interval '1 second' * ($2 - number),
           case when number % 8 > 0 then now() - interval '1 minute' * (number % 40000) end,
           case when known.digest is null and number % 20 = 0 then now() - interval '1 day' end
         from generate_series($3::bigint, $4::bigint) as number
         join unnest($7::uuid[]) with ordinality as links (link, place) on links.place = number - $3 + 1
         left join unnest($5::bigint[], $6::bytea[]) as known (place, digest) on known.place = number
         order by number`,
        [fingerprint, size, from, to, places, digests, links],
      )
      onProgress(to + 1)
    }
    await client.query('vacuum analyze gateway_tokens')
    await client.query('checkpoint')
    const { rows } = await client.query<{ bytes: number }>(
      `select pg_total_relation_size('gateway_tokens')::float8 / count(*) as bytes from gateway_tokens`,
    )
    return rows[0]?.bytes ?? Number.NaN
  })
}
