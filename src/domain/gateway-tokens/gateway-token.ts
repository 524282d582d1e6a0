import { generatePrefixedKey, isPrefixedKey } from '../../crypto/prefixed-key.js'
import type { Random } from '../../crypto/random.js'
import { hintOf, type Secret } from '../../crypto/secret.js'
import { parseUuid } from '../../uuid.js'

const prefix = 'twg_'
/** How long a token that was made elsewhere may be, in characters. */
const importedLength = { least: 16, most: 255 }

/** The reference under which a gateway token is listed, described and revoked. */
export type TokenLink = string & { readonly tokenLink: unique symbol }

/** A gateway token as its owners see it; the token itself is not kept. */
export interface GatewayToken {
  readonly link: TokenLink
  readonly accountId: string
  readonly description: string
  readonly createdBy: string | null
  readonly issuedAt: Date
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

/** Makes a gateway token. */
export function generateGatewayToken(random: Random): Secret {
  return generatePrefixedKey(prefix, random)
}

/**
 * Whether a text can be a gateway token. Refuses what is mistyped without asking the database; tokens that were made
 * elsewhere have no prefix of ours and no checksum.
 */
export function isGatewayToken(text: string): boolean {
  if (text.startsWith(prefix)) return isPrefixedKey(prefix, text)
  return text.length >= importedLength.least && text.length <= importedLength.most
}

/** The last characters of a token, by which its owners can recognise it; behind an ellipsis where it was made elsewhere. */
export function gatewayTokenHint(token: Secret): string {
  return token.reveal().startsWith(prefix) ? hintOf(token) : `…${hintOf(token)}`
}

/** A hint with what it leaves out. */
export function showGatewayTokenHint(hint: string): string {
  return hint.startsWith('…') ? hint : `${prefix}…${hint}`
}

/**
 * Makes a token link, a UUID of version 8 (RFC 9562): 24 bits set, the time in milliseconds, 48 random bits. Links grow with the time, and the index on
 * them where it ends, which keeps it dense. A UUID of version 7 would do that only where no other is stored: those that were random or brought along
 * come after it, and the index would grow in its middle, by twice the room.
 * @param at when the token is stored
 */
export function newTokenLink(at: Date, random: Random): TokenLink {
  const time = at.getTime().toString(16).padStart(12, '0')
  const groups = [
    `ffffff${time.slice(0, 2)}`,
    time.slice(2, 6),
    `8${time.slice(6, 9)}`,
    `b${time.slice(9)}`,
    random(6).toString('hex'),
  ]
  return groups.join('-') as TokenLink
}

/** Reads a token link. Links are opaque to callers: what is not one of ours is simply unknown. */
export function tokenLink(text: string): TokenLink | undefined {
  return parseUuid<TokenLink>(text)
}
