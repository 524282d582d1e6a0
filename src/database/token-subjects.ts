import type { Kysely } from 'kysely'
import type { Digest } from '../crypto/digest.js'
import type { TokenLink } from '../domain/gateway-tokens/gateway-token.js'
import type { Database } from './schema.js'

/** A gateway token that is not revoked. */
export interface OpenGatewayToken {
  readonly link: TokenLink
  readonly accountId: string
  readonly issuedAt: Date
}

/** What tokens speak for, as it stands now: what a token itself cannot tell. */
export interface TokenSubjects {
  /** A gateway token that is not revoked. */
  findGatewayToken(digests: readonly Digest[]): Promise<OpenGatewayToken | undefined>
}

export function tokenSubjects(db: Kysely<Database>): TokenSubjects {
  return {
    async findGatewayToken(digests) {
      const row = await db
        .selectFrom('gateway_tokens')
        .select(['link', 'account_id', 'issued_at'])
        .where('digest', 'in', [...digests])
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      return row && { link: row.link as TokenLink, accountId: row.account_id, issuedAt: row.issued_at }
    },
  }
}
