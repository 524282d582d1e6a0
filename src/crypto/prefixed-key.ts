import { crc32 } from 'node:zlib'
import { base62, type Random, randomBase62 } from './random.js'
import { Secret } from './secret.js'

/** 32 characters of base62 carry 190.5 bits. */
const randomLength = 32
const checksumLength = 6
const rest = new RegExp(`^[0-9A-Za-z]{${randomLength + checksumLength}}$`)

/** Makes a key: prefix, random characters, checksum. Secret scanners find it by its form. */
export function generatePrefixedKey(prefix: string, random: Random): Secret {
  const body = prefix + randomBase62(random, randomLength)
  return new Secret(body + checksum(body))
}

/** Whether a text has the form of such a key. Refuses what is mistyped without asking the database. */
export function isPrefixedKey(prefix: string, text: string): boolean {
  return (
    text.startsWith(prefix) &&
    rest.test(text.slice(prefix.length)) &&
    text.endsWith(checksum(text.slice(0, -checksumLength)))
  )
}

function checksum(body: string): string {
  return base62(crc32(body), checksumLength)
}
