import type { Digest } from '../../crypto/digest.js'
import { generatePrefixedKey, isPrefixedKey } from '../../crypto/prefixed-key.js'
import type { Random } from '../../crypto/random.js'
import { hintOf, type Secret } from '../../crypto/secret.js'
import { uuidV7 } from '../../uuid.js'

const prefix = 'twg_'
/** How many characters a token of another issuer may have. */
const importedLength = { min: 16, max: 255 }

/** The reference under which a gateway token is listed, described and revoked: a UUID in lower case. */
export type TokenLink = string & { readonly tokenLink: unique symbol }

/** A gateway token; the token itself is not kept. */
export interface GatewayToken {
  readonly link: TokenLink
  /** The last characters of the token; behind an ellipsis where another issuer made it. */
  readonly hint: string
  readonly accountId: string
  readonly description: string
  readonly createdBy: string | null
  readonly issuedAt: Date
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

/** A gateway token as it is stored. */
export interface NewGatewayToken extends GatewayToken {
  readonly digest: Digest
}

/** What a look-up finds. */
export interface FoundToken extends Pick<GatewayToken, 'link' | 'accountId'> {
  readonly isRevoked: boolean
  /** The digest under which the token is stored: of the current master key, or of the one before. */
  readonly digest: Digest
}

/** Filters are combined; an absent one matches every token. */
export interface GatewayTokenFilter {
  readonly accountId?: string | undefined
  readonly state?: 'active' | 'revoked' | undefined
}

/** Which active tokens to revoke. Criteria are combined; an absent one matches every token. */
export interface RevocationFilter {
  readonly accountId?: string | undefined
  readonly issuedBefore?: Date | undefined
}

export function generateGatewayToken(random: Random): Secret {
  return generatePrefixedKey(prefix, random)
}

/**
 * Whether a text can be a gateway token. Refuses mistyped tokens without the database. Tokens of other issuers have neither this prefix nor
 * a checksum.
 */
export function isGatewayToken(text: string): boolean {
  if (text.startsWith(prefix)) return isPrefixedKey(prefix, text)
  return text.length >= importedLength.min && text.length <= importedLength.max
}

/** The hint under which a token is stored: see {@link GatewayToken.hint}. */
export function gatewayTokenHint(token: Secret): string {
  return token.reveal().startsWith(prefix) ? hintOf(token) : `…${hintOf(token)}`
}

/** A hint as people see it: `twg_…te6G`. */
export function formatGatewayTokenHint(hint: string): string {
  return hint.startsWith('…') ? hint : `${prefix}…${hint}`
}

/** @param at when the token is stored */
export function newTokenLink(at: Date, random: Random): TokenLink {
  return uuidV7(at, random) as TokenLink
}

/** A UUID in lower case, as every link is stored and shown. */
const linkPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Reads a token link as it was shown. Links are opaque and compared exactly, so that one in upper case is unknown.
 * @returns `undefined` for a text that no token can have as its link
 */
export function parseTokenLink(text: string): TokenLink | undefined {
  return linkPattern.test(text) ? (text as TokenLink) : undefined
}

/** Reads the link that a token of another issuer keeps: a UUID in any case. Stored and shown in lower case. */
export function toTokenLink(uuid: string): TokenLink {
  return uuid.toLowerCase() as TokenLink
}
