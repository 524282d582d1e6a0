import type { Digester } from '../../crypto/digest.js'
import type { Random } from '../../crypto/random.js'
import { Secret } from '../../crypto/secret.js'
import {
  type FoundToken,
  gatewayTokenHint,
  hashedHint,
  type NewGatewayToken,
  newTokenLink,
  purposeOf,
  type ServiceMode,
  type TokenSource,
  type TokenType,
  toTokenLink,
} from '../gateway-tokens/gateway-token.js'
import type { HashedTokenService } from '../gateway-tokens/hashed-token-service.js'
import type { GatewayTokenService } from '../gateway-tokens/service.js'
import type { TokenFormat } from '../gateway-tokens/token-format.js'
import { activeHere, conflicting, existing, type ImportOutcome, type Refusal, refused } from './import-outcome.js'
import type { ImportKind } from './import-rows.js'

export interface GivenGatewayToken {
  readonly type: 'gateway-token'
  /** Either this or `tokenHash` is given. */
  readonly token?: string | undefined
  /** The bcrypt hash of a token without its checksum. Needs `tokenLink`. */
  readonly tokenHash?: string | undefined
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
  readonly lastUsedAt?: Date | null | undefined
  readonly revokedAt?: Date | null | undefined
}

export interface ImportedGatewayToken extends NewGatewayToken {
  /** Whether the row gave the link. */
  readonly isLinkGiven: boolean
  /** Whether only the hash of the token is known. */
  readonly isHashed: boolean
}

interface Dependencies {
  readonly digest: Digester
  readonly random: Random
  readonly format: TokenFormat
  readonly hashedTokens: Pick<HashedTokenService, 'areKnown' | 'readHash'>
}

/** @param at the time of the import */
export function readGatewayToken(
  row: GivenGatewayToken,
  at: Date,
  dependencies: Dependencies,
): ImportedGatewayToken | Refusal {
  const { digest, random } = dependencies
  const secret = readSecret(row, dependencies)
  if ('outcome' in secret) return secret
  const revokedAt = row.revokedAt ?? null
  const issuedAt = row.issuedAt ?? revokedAt ?? at
  if (issuedAt > at) return refused('issuedAt is in the future')
  if (revokedAt && revokedAt > at) return refused('revokedAt is in the future')
  if (revokedAt && revokedAt < issuedAt) return refused('revokedAt is before issuedAt')
  if (row.lastUsedAt && row.lastUsedAt > at) return refused('lastUsedAt is in the future')
  return {
    link: row.tokenLink === undefined ? newTokenLink(at, random) : toTokenLink(row.tokenLink),
    isLinkGiven: row.tokenLink !== undefined,
    isHashed: row.tokenHash !== undefined,
    digest: digest(secret.reveal()),
    hint: row.tokenHash === undefined ? gatewayTokenHint(secret) : hashedHint,
    accountId: row.accountId,
    description: row.description,
    createdBy: row.createdBy ?? null,
    partnerId: null,
    ...purposeOf(row),
    issuedAt,
    lastUsedAt: row.lastUsedAt ?? null,
    revokedAt,
  }
}

/** What is stored as a digest: the token, or its hash. */
function readSecret(
  { token, tokenHash, tokenLink }: GivenGatewayToken,
  { format, hashedTokens }: Dependencies,
): Secret | Refusal {
  if (tokenHash === undefined) {
    if (token === undefined) return refused('neither token nor tokenHash is given')
    return format.isToken(token) ? new Secret(token) : refused(`the token ${format.refusal}`)
  }
  if (!hashedTokens.areKnown) return refused('the server takes hashes of tokens only with LEGACY_TOKEN_BCRYPT_SALT')
  if (tokenLink === undefined) return refused('a tokenHash needs its tokenLink')
  return (
    hashedTokens.readHash(tokenHash) ??
    refused('the tokenHash is none of bcrypt with the salt of LEGACY_TOKEN_BCRYPT_SALT')
  )
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
      const hashed = rows.filter(({ isHashed }) => isHashed)
      if (hashed.length > 0) await gatewayTokens.hashedTokens.moveForward(trx, hashed)
      const digests = rows.map(({ digest }) => digest)
      const links = rows.map(({ link }) => link)
      const stored = await gatewayTokens.findAnyOf(trx, digests, links)
      const byDigest = new Map(stored.map((token) => [token.digest.toString('hex'), token]))
      const byLink = new Map(stored.map((token) => [token.link, token]))
      return (row) => {
        // A token that was used since has its own digest.
        const found = byDigest.get(row.digest.toString('hex')) ?? (row.isHashed ? byLink.get(row.link) : undefined)
        return compareGatewayToken(row, found, byLink.has(row.link))
      }
    },
  }
}
