import { crc32 } from 'node:zlib'
import { base62, type Random, randomBase62 } from './random.js'
import { Secret } from './secret.js'

const prefix = 'twg_'
/** 32 characters of base62 carry 190.5 bits. */
const randomLength = 32
const checksumLength = 6
const shape = new RegExp(`^${prefix}[0-9A-Za-z]{${randomLength + checksumLength}}$`)

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

/** Makes a gateway token: prefix, random characters, checksum. */
export function generateGatewayToken(random: Random): Secret {
  const body = prefix + randomBase62(random, randomLength)
  return new Secret(body + checksum(body))
}

/** Whether a text can be a gateway token. Refuses what is mistyped without asking the database. */
export function isGatewayToken(text: string): boolean {
  return shape.test(text) && text.endsWith(checksum(text.slice(0, -checksumLength)))
}

/** The last characters of a token, by which its owners can recognise it. */
export function hintOf(token: Secret): string {
  return token.reveal().slice(-4)
}

/** Reads a token link. Links are opaque to callers: what is not one of ours is simply unknown. */
export function tokenLink(text: string): TokenLink | undefined {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? (text.toLowerCase() as TokenLink) : undefined
}

function checksum(body: string): string {
  return base62(crc32(body), checksumLength)
}
