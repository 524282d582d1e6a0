import type { Digester } from '../../crypto/digest.js'
import type { Random } from '../../crypto/random.js'
import { Secret } from '../../crypto/secret.js'
import {
  type FoundToken,
  gatewayTokenHint,
  type NewGatewayToken,
  newTokenLink,
  type ServiceMode,
  type TokenSource,
  type TokenType,
  toTokenLink,
} from '../gateway-tokens/gateway-token.js'
import type { GatewayTokenService } from '../gateway-tokens/service.js'
import type { TokenFormat } from '../gateway-tokens/token-format.js'
import { activeHere, conflicting, existing, type ImportOutcome, type Refusal, refused } from './import-outcome.js'
import type { ImportKind } from './import-rows.js'

export interface GivenGatewayToken {
  readonly type: 'gateway-token'
  readonly token: string
  /** A UUID in any case. Absent: a new one. */
  readonly tokenLink?: string | undefined
  readonly accountId: string
  readonly description: string
  readonly createdBy?: string | null | undefined
  readonly tokenType?: TokenType | undefined
  readonly source?: TokenSource | undefined
  readonly serviceMode?: ServiceMode | undefined
  readonly serviceExternalId?: string | undefined
  /** Absent: when it was revoked, or now. */
  readonly issuedAt?: Date | undefined
  readonly revokedAt?: Date | null | undefined
}

export interface ImportedGatewayToken extends NewGatewayToken {
  /** Whether the row gave the link. */
  readonly isLinkGiven: boolean
}

/** @param at the time of the import */
export function readGatewayToken(
  row: GivenGatewayToken,
  at: Date,
  { digest, random, format }: { readonly digest: Digester; readonly random: Random; readonly format: TokenFormat },
): ImportedGatewayToken | Refusal {
  if (!format.isToken(row.token)) return refused(`the token ${format.refusal}`)
  const revokedAt = row.revokedAt ?? null
  const issuedAt = row.issuedAt ?? revokedAt ?? at
  if (issuedAt > at) return refused('issuedAt is in the future')
  if (revokedAt && revokedAt > at) return refused('revokedAt is in the future')
  if (revokedAt && revokedAt < issuedAt) return refused('revokedAt is before issuedAt')
  return {
    link: row.tokenLink === undefined ? newTokenLink(at, random) : toTokenLink(row.tokenLink),
    isLinkGiven: row.tokenLink !== undefined,
    digest: digest(row.token),
    hint: gatewayTokenHint(new Secret(row.token)),
    accountId: row.accountId,
    description: row.description,
    createdBy: row.createdBy ?? null,
    tokenType: row.tokenType ?? 'CARD',
    source: row.source ?? 'API',
    serviceMode: row.serviceMode ?? null,
    serviceExternalId: row.serviceExternalId ?? null,
    issuedAt,
    lastUsedAt: null,
    revokedAt,
  }
}

/**
 * Compares a row with the stored token, by what cannot be changed here: a description may have changed since the first import.
 * @param isLinkTaken whether any token has the link of the row
 */
export function compareGatewayToken(
  row: ImportedGatewayToken,
  stored: Pick<FoundToken, 'link' | 'accountId' | 'isRevoked'> | undefined,
  isLinkTaken: boolean,
): ImportOutcome {
  if (!stored) return isLinkTaken ? refused('another token has this tokenLink') : conflicting
  if (stored.accountId !== row.accountId) return refused('this token exists, for another account')
  if (row.isLinkGiven && stored.link !== row.link) return refused('this token exists, with another tokenLink')
  return row.revokedAt !== null && !stored.isRevoked ? activeHere : existing
}

export function gatewayTokenKind(gatewayTokens: GatewayTokenService): ImportKind<ImportedGatewayToken> {
  return {
    claims: ({ digest, link }) => [digest.toString('hex'), link],
    idOf: ({ link }) => link,
    insert: (trx, rows) => gatewayTokens.insert(trx, rows),

    async compareWithStored(trx, rows) {
      const digests = rows.map(({ digest }) => digest)
      const links = rows.map(({ link }) => link)
      const stored = await gatewayTokens.findAnyOf(trx, digests, links)
      const byDigest = new Map(stored.map((token) => [token.digest.toString('hex'), token]))
      const taken = new Set(stored.map(({ link }) => link))
      return (row) => compareGatewayToken(row, byDigest.get(row.digest.toString('hex')), taken.has(row.link))
    },
  }
}
