import { type Kysely, sql } from 'kysely'
import type { Digest } from '../crypto/digest.js'
import type { TokenLink } from '../domain/gateway-tokens/gateway-token.js'
import type { SecurityUser } from '../domain/security-users/security-user.js'
import type { Database } from './schema.js'

/** A session of a security user that goes on. */
export interface OpenSession extends SecurityUser {
  readonly familyId: string
}

/** An unused refresh token of a session that goes on. */
export interface OpenRefreshToken extends OpenSession {
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/** A gateway token that is not revoked. */
export interface OpenGatewayToken {
  readonly link: TokenLink
  readonly accountId: string
  readonly issuedAt: Date
}

/** What tokens speak for, as it stands now: what a token itself cannot tell. */
export interface TokenSubjects {
  /** @param tokenId the first 16 bytes of the digest of one of the session's refresh tokens, used or not */
  findSession(tokenId: Buffer, now: Date): Promise<OpenSession | undefined>
  findRefreshToken(digests: readonly Digest[], now: Date): Promise<OpenRefreshToken | undefined>
  /** A gateway token that is not revoked. */
  findGatewayToken(digests: readonly Digest[]): Promise<OpenGatewayToken | undefined>
}

export function tokenSubjects(db: Kysely<Database>): TokenSubjects {
  const openTokens = (now: Date) =>
    db
      .selectFrom('refresh_tokens as token')
      .innerJoin('refresh_families as family', 'family.id', 'token.family_id')
      .innerJoin('security_users as owner', 'owner.uid', 'family.uid')
      .select(['family.id as family_id', 'owner.uid', 'owner.username', 'owner.customer_id'])
      .where('family.ended_at', 'is', null)
      .where('family.expires_at', '>', now)
      .where('owner.active', '=', true)

  return {
    async findSession(tokenId, now) {
      // A range, since the index is on whole digests.
      const row = await openTokens(now)
        .where('token.digest', '>=', sql<Buffer>`${tokenId}::bytea`)
        .where('token.digest', '<=', sql<Buffer>`${Buffer.concat([tokenId, Buffer.alloc(16, 0xff)])}::bytea`)
        .limit(1)
        .executeTakeFirst()
      return row && toSession(row)
    },

    async findRefreshToken(digests, now) {
      const row = await openTokens(now)
        .select(['token.issued_at', 'token.expires_at'])
        .where('token.digest', 'in', [...digests])
        .where('token.used_at', 'is', null)
        .where('token.expires_at', '>', now)
        .executeTakeFirst()
      return row && { ...toSession(row), issuedAt: row.issued_at, expiresAt: row.expires_at }
    },

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

function toSession(row: { family_id: string; uid: number; username: string; customer_id: string }): OpenSession {
  return { familyId: row.family_id, uid: row.uid, username: row.username, customerId: row.customer_id }
}
