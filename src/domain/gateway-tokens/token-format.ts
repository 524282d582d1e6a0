import { createHmac, timingSafeEqual } from 'node:crypto'
import { generatePrefixedKey, isPrefixedKey } from '../../crypto/prefixed-key.js'
import type { Random } from '../../crypto/random.js'
import { Secret } from '../../crypto/secret.js'
import type { ServiceMode } from './gateway-token.js'

/** Of the tokens of this server's own form. */
export const prefix = 'twg_'

/** How tokens are made, and how a text is recognised as one without asking the database. */
export interface TokenFormat {
  /** @param accountType chooses the prefix of the gateway's form */
  generate(accountType: ServiceMode | undefined): Secret

  /** Whether a text can be a token. Refuses mistyped and invented ones. */
  isToken(text: string): boolean

  /** A token without its checksum; `undefined` for one of our own form. */
  withoutChecksum(token: Secret): Secret | undefined

  /** What is wrong with a text of 16 characters or more that cannot be a token, to follow its name. */
  readonly refusal: string
}

/** How many characters a token of another issuer may have. It has neither our prefix nor a checksum. */
const importedLength = { min: 16, max: 255 }

/** The form of this server: `twg_`, random characters, a checksum. */
export function ownFormat(random: Random): TokenFormat {
  return {
    generate: () => generatePrefixedKey(prefix, random),
    isToken: (text) =>
      text.startsWith(prefix)
        ? isPrefixedKey(prefix, text)
        : text.length >= importedLength.min && text.length <= importedLength.max,
    withoutChecksum: () => undefined,
    refusal: 'begins as ours do, but its checksum is wrong: it is mistyped or cut',
  }
}

const prefixes = { LIVE: 'api_live_', TEST: 'api_test_' } as const
/** 26 characters of base32hex carry 130 bits. Earlier tokens may have fewer, since leading zeros were cut. */
const randomLength = 26
/** 160 bits in base32hex. */
const checksumLength = 32
const form = new RegExp(`^(api_live_|api_test_)?[0-9a-v]{1,${randomLength}}[0-9a-v]{${checksumLength}}$`)

/**
 * The form of GOV.UK Pay: random characters behind a prefix, and a checksum that its gateway (`publicapi`) verifies before it asks: the
 * HMAC-SHA1 of what stands before, in base32hex of RFC 4648 in small letters. Tokens of our own form stay valid.
 * @param secret `PAY_API_HMAC_SECRET`, which the gateway has too
 */
export function payFormat(random: Random, secret: Secret): TokenFormat {
  const checksumOf = (body: string): string =>
    base32Hex(createHmac('sha1', secret.reveal()).update(body).digest(), checksumLength)
  return {
    generate(accountType) {
      const body = (accountType ? prefixes[accountType] : '') + randomBase32Hex(random, randomLength)
      return new Secret(body + checksumOf(body))
    },
    isToken(text) {
      if (text.startsWith(prefix)) return isPrefixedKey(prefix, text)
      if (!form.test(text)) return false
      const checksum = checksumOf(text.slice(0, -checksumLength))
      return timingSafeEqual(Buffer.from(checksum), Buffer.from(text.slice(-checksumLength)))
    },
    withoutChecksum(token) {
      const text = token.reveal()
      return text.startsWith(prefix) ? undefined : new Secret(text.slice(0, -checksumLength))
    },
    refusal: 'has a wrong checksum: it is mistyped or cut, or was made under another PAY_API_HMAC_SECRET',
  }
}

/** JavaScript writes numbers of the base 32 with the digits of base32hex. */
function base32Hex(bytes: Buffer, length: number): string {
  return BigInt(`0x${bytes.toString('hex')}`)
    .toString(32)
    .padStart(length, '0')
}

function randomBase32Hex(random: Random, length: number): string {
  return Array.from(random(length), (byte) => (byte % 32).toString(32)).join('')
}
