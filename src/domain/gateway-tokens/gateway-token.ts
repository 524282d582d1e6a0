import type { Digest } from '../../crypto/digest.js'
import type { Random } from '../../crypto/random.js'
import { hintOf, type Secret } from '../../crypto/secret.js'
import { uuidV7 } from '../../uuid.js'
import type { PartnerId } from '../partners/partner.js'
import { prefix } from './token-format.js'

/** The reference under which a gateway token is listed, described and revoked: a UUID in lower case. */
export type TokenLink = string & { readonly tokenLink: unique symbol }

/** Which payments a token is for. */
export type TokenType = 'CARD' | 'DIRECT_DEBIT'

/** Whether a token is for the gateway's API or for its product pages. */
export type TokenSource = 'API' | 'PRODUCTS'

export type ServiceMode = 'LIVE' | 'TEST'

/** Who has a token: a gateway account, or a service in a mode. A token has an account always, and a service where its issuer named one. */
export type TokenOwner =
  | { readonly accountId: string }
  | { readonly serviceExternalId: string; readonly serviceMode: ServiceMode }

/** What a token is for. */
export interface TokenPurpose {
  readonly tokenType: TokenType
  readonly source: TokenSource
  readonly serviceMode: ServiceMode | null
  readonly serviceExternalId: string | null
}

/** What a token is for where its issuer leaves things out: payments by card, the API, no service. */
export function purposeOf({
  tokenType = 'CARD',
  source = 'API',
  serviceMode = null,
  serviceExternalId = null,
}: { readonly [Key in keyof TokenPurpose]?: TokenPurpose[Key] | undefined }): TokenPurpose {
  return { tokenType, source, serviceMode, serviceExternalId }
}

/** A gateway token; the token itself is not kept. */
export interface GatewayToken extends TokenPurpose {
  readonly link: TokenLink
  /** The last characters of the token; behind an ellipsis where another issuer made it. */
  readonly hint: string
  readonly accountId: string
  readonly description: string
  readonly createdBy: string | null
  readonly partnerId: PartnerId | null
  readonly issuedAt: Date
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

/** A gateway token as it is stored. */
export interface NewGatewayToken extends GatewayToken {
  readonly digest: Digest
}

/** What a look-up finds. */
export interface FoundToken
  extends Pick<GatewayToken, 'link' | 'accountId' | 'tokenType' | 'serviceMode' | 'serviceExternalId'> {
  readonly isRevoked: boolean
  /** The digest under which the token is stored: of the current master key, or of the one before. */
  readonly digest: Digest
}

/** What operators can change of a token. An absent member stays. */
export interface GatewayTokenChanges {
  readonly description?: string | undefined
  readonly partnerId?: PartnerId | null | undefined
}

/** Which active tokens to revoke. Criteria are combined; an absent one matches every token. */
export interface RevocationFilter {
  readonly owner?: TokenOwner | undefined
  readonly issuedBefore?: Date | undefined
}

/** The hint under which a token is stored: see {@link GatewayToken.hint}. */
export function gatewayTokenHint(token: Secret): string {
  return token.reveal().startsWith(prefix) ? hintOf(token) : `…${hintOf(token)}`
}

/** The hint of a token of which only a hash is known. */
export const hashedHint = '…'

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

/** A revocation of several tokens, as the detail of its audit event. */
export function describeRevocation({ owner, issuedBefore }: RevocationFilter, revoked: number): string {
  return [
    `revoked: ${revoked}`,
    ...(issuedBefore === undefined ? [] : [`issued before: ${issuedBefore.toISOString()}`]),
    ...(owner === undefined ? [] : [describeOwner(owner)]),
  ].join(', ')
}

function describeOwner(owner: TokenOwner): string {
  return 'accountId' in owner
    ? `account: ${owner.accountId}`
    : `service: ${owner.serviceExternalId}, mode: ${owner.serviceMode}`
}
