import fc from 'fast-check'
import { test } from 'tap'
import { systemRandom } from '../../src/crypto/random.js'
import { Secret } from '../../src/crypto/secret.js'
import {
  formatGatewayTokenHint,
  gatewayTokenHint,
  newTokenLink,
  parseTokenLink,
} from '../../src/domain/gateway-tokens/gateway-token.js'
import { ownFormat } from '../../src/domain/gateway-tokens/token-format.js'

const { generate, isToken } = ownFormat(systemRandom)

/** Behind it everything is under the checksum; a text with another prefix may be a token that was made elsewhere. */
const prefixLength = 'twg_'.length
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Tokens of random bytes that the property test chooses, so that a failure can be shown again. */
const tokens = fc.infiniteStream(fc.uint8Array({ minLength: 32, maxLength: 32 })).map((bytes) =>
  ownFormat((size) => Buffer.from(bytes.next().value.subarray(0, size)))
    .generate(undefined)
    .reveal(),
)

test('a generated token has the prefix, 38 characters of base62 and a right checksum', async (t) => {
  for (let count = 0; count < 200; count++) {
    const token = generate(undefined).reveal()
    t.match(token, /^twg_[0-9A-Za-z]{38}$/)
    t.ok(isToken(token))
  }
})

test('no token comes twice', async (t) => {
  const count = 10_000
  t.equal(new Set(Array.from({ length: count }, () => generate(undefined).reveal())).size, count)
})

test('the checksum catches every change of one character, exhaustively for one token', async (t) => {
  const token = 'twg_GatewayAccount1DemoTokenIsActive2qte6G'
  t.ok(isToken(token))
  const passed: string[] = []
  for (let at = prefixLength; at < token.length; at++) {
    for (const character of base62) {
      const changed = token.slice(0, at) + character + token.slice(at + 1)
      if (changed !== token && isToken(changed)) passed.push(changed)
    }
  }
  t.strictSame(passed, [])
})

test('the checksum catches every change of one character in any token', async () => {
  fc.assert(
    fc.property(
      tokens,
      fc.integer({ min: prefixLength, max: 41 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      (token, at, character) => {
        fc.pre(token[at] !== character)
        return !isToken(token.slice(0, at) + character + token.slice(at + 1))
      },
    ),
    { numRuns: 2_000 },
  )
})

test('the checksum catches two neighbours that change places', async () => {
  fc.assert(
    fc.property(tokens, fc.integer({ min: prefixLength, max: 40 }), (token, at) => {
      const [one = '', other = ''] = token.slice(at, at + 2)
      fc.pre(one !== other)
      return !isToken(token.slice(0, at) + other + one + token.slice(at + 2))
    }),
    { numRuns: 2_000 },
  )
})

test('what is cut, lengthened or surrounded is no token', async (t) => {
  const token = 'twg_GatewayAccount1DemoTokenIsActive2qte6G'
  for (const text of ['', 'twg_', token.slice(0, -1), `${token}0`, `${token}\n`, `${token} `]) {
    t.notOk(isToken(text), JSON.stringify(text))
  }
})

test('a token that was made elsewhere has no checksum, but a length', async (t) => {
  for (const text of ['api_live_0123456', 'x'.repeat(16), 'x'.repeat(255)]) t.ok(isToken(text), text)
  for (const text of ['x'.repeat(15), 'x'.repeat(256)]) t.notOk(isToken(text), text)
})

test('the hint is the last four characters, and shows which tokens are ours', async (t) => {
  const show = (token: string) => formatGatewayTokenHint(gatewayTokenHint(new Secret(token)))
  t.equal(show('twg_GatewayAccount1DemoTokenIsActive2qte6G'), 'twg_…te6G')
  t.equal(show('api_live_0123456789abcdef'), '…cdef')
})

test('a link is read exactly: in upper case it is unknown, as is what is no UUID', async (t) => {
  const link = '550e8400-e29b-41d4-a716-446655440000'
  t.equal(parseTokenLink(link), link)
  for (const text of [
    link.toUpperCase(),
    '',
    'x',
    ` ${link}`,
    `${link}\n`,
    `{${link}}`,
    link.replaceAll('-', ''),
    link.slice(1),
  ]) {
    t.equal(parseTokenLink(text), undefined, JSON.stringify(text))
  }
})

test('a generated link is a UUID of version 7, which is read as it is shown', async (t) => {
  const link = newTokenLink(new Date('2026-01-02T03:04:05.678Z'), systemRandom)
  t.match(link, /^019b7ca9-8f2e-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  t.equal(parseTokenLink(link), link)
})
