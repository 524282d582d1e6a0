import { type Kysely, sql } from 'kysely'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import { countInSample, type SampledCounts } from '../../database/sample.js'
import type { Database } from '../../database/schema.js'
import type { KeyUsage } from '../master-keys/key-usage.js'

export type UserStates = SampledCounts<'active' | 'inactive'>
export type AccessKeyStates = SampledCounts<'pending' | 'active' | 'expired' | 'revoked'>
export type GatewayTokenStates = SampledCounts<'active' | 'revoked'>

/** How many rows are under another master key than the current one. */
export interface SampledKeyUsage {
  readonly usage: KeyUsage
  readonly isEstimate: boolean
}

/** Counts rows within a bounded time, whatever their number: of large tables by a sample. */
export class OverviewRepository {
  countUsers(db: Kysely<Database>, table: 'broker_users' | 'security_users'): Promise<UserStates> {
    return countInSample(db, table, { active: sql`active`, inactive: sql`not active` })
  }

  /** @param now decides which keys are expired */
  countAccessKeys(db: Kysely<Database>, now: Date): Promise<AccessKeyStates> {
    const isExpired = sql`(expires_at is not null and expires_at <= ${now})`
    return countInSample(db, 'access_keys', {
      pending: sql`state = 'pending' and not ${isExpired}`,
      active: sql`state = 'active' and not ${isExpired}`,
      expired: sql`state != 'revoked' and ${isExpired}`,
      revoked: sql`state = 'revoked'`,
    })
  }

  countGatewayTokens(db: Kysely<Database>): Promise<GatewayTokenStates> {
    return countInSample(db, 'gateway_tokens', {
      active: sql`revoked_at is null`,
      revoked: sql`revoked_at is not null`,
    })
  }

  /** Counts the rows that can still be used and are not under a master key. */
  async countUnderOtherMasterKey(db: Kysely<Database>, masterKey: KeyFingerprint, now: Date): Promise<SampledKeyUsage> {
    const isOther = sql<boolean>`master_key != ${masterKey}`
    const isValid = sql<boolean>`(expires_at is null or expires_at > ${now})`
    const others: Record<keyof KeyUsage, readonly [keyof Database, typeof isOther]> = {
      gatewayTokens: ['gateway_tokens', sql`${isOther} and revoked_at is null`],
      brokerHashes: ['broker_users', isOther],
      brokerSecrets: ['broker_secrets', sql`${isOther} and hash is null and ${isValid}`],
      accessKeySecrets: ['access_key_secrets', sql`${isOther} and hash is null and ${isValid}`],
      operatorKeys: ['operators', isOther],
      refreshTokens: ['refresh_tokens', sql`${isOther} and ${isValid}`],
      signingKeys: ['signing_keys', sql`${isOther} and ${isValid}`],
    }
    const usage: [string, number][] = []
    let isEstimate = false
    for (const [name, [table, condition]] of Object.entries(others)) {
      const { counts, ...sample } = await countInSample(db, table, { rows: condition })
      usage.push([name, counts.rows])
      isEstimate ||= sample.isEstimate
    }
    return { usage: Object.fromEntries(usage) as unknown as KeyUsage, isEstimate }
  }

  /** Counts the active gateway tokens of which only a hash is known. @param hint what stands in place of their last characters */
  async countHashedTokens(db: Kysely<Database>, hint: string): Promise<SampledCounts<'hashed'>> {
    return countInSample(db, 'gateway_tokens', { hashed: sql`hint = ${hint} and revoked_at is null` })
  }
}
