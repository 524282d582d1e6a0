import type { Random } from './crypto/random.js'

/** A UUID as RFC 9562 writes it, in either case. */
export const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Reads an id from a request. Ids are opaque to clients: whatever is not a UUID is simply an unknown id.
 * @returns the id in lower case, or `undefined`
 */
export function parseUuid<Id extends string = string>(text: string): Id | undefined {
  return uuidPattern.test(text) ? (text.toLowerCase() as Id) : undefined
}

/**
 * Makes a UUID of version 7 (RFC 9562, section 5.7): 48 bits of time, then random bits. Later ids sort after earlier ones, so that an
 * index on them grows at its end.
 */
export function uuidV7(at: Date, random: Random): string {
  const bytes = random(16)
  bytes.writeUIntBE(at.getTime(), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
