import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { createSigner } from 'fast-jwt'
import { test } from 'tap'
import { type Algorithm, jwtSigner, jwtVerifier, keyLengths, kidOf } from '../../src/crypto/jwt.js'

const algorithms = ['HS256', 'HS384', 'HS512'] as const satisfies readonly Algorithm[]
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const claims = { sub: 'somebody', iat: 1_000, exp: 2_000 }

function keyOf(algorithm: Algorithm, fill = 1) {
  return { kid: 'k1', algorithm, key: Buffer.alloc(keyLengths[algorithm], fill) }
}

function encode(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
}

/** A token with any header and payload, correctly signed with the digest of `algorithm`. */
function signed(algorithm: Algorithm, header: unknown, payload: unknown): string {
  const text = `${encode(header)}.${encode(payload)}`
  const hash = algorithm.replace('HS', 'sha')
  return `${text}.${createHmac(hash, keyOf(algorithm).key).update(text).digest('base64url')}`
}

test('what a key signed is verified by it, with the claims as they were', async (t) => {
  for (const algorithm of algorithms) {
    const token = jwtSigner(keyOf(algorithm))(claims)
    t.strictSame(jwtVerifier(keyOf(algorithm))(token), claims, algorithm)
    t.strictSame(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()), {
      alg: algorithm,
      typ: 'JWT',
      kid: 'k1',
    })
  }
})

test('a token that another key signed is refused', async (t) => {
  for (const algorithm of algorithms) {
    t.equal(jwtVerifier(keyOf(algorithm, 2))(jwtSigner(keyOf(algorithm))(claims)), undefined, algorithm)
  }
})

test('a token of another HS length is refused, also with the same bytes as key', async (t) => {
  const key = Buffer.alloc(64, 1)
  for (const signer of algorithms) {
    const token = jwtSigner({ kid: 'k1', algorithm: signer, key })(claims)
    for (const verifier of algorithms) {
      const found = jwtVerifier({ kid: 'k1', algorithm: verifier, key })(token)
      t.equal(found !== undefined, signer === verifier, `${signer} under ${verifier}`)
    }
  }
})

test('an unsigned token is refused, whatever its case and signature', async (t) => {
  for (const algorithm of algorithms) {
    const verify = jwtVerifier(keyOf(algorithm))
    for (const alg of ['none', 'None', 'NONE', '', null, undefined]) {
      const text = `${encode({ alg, typ: 'JWT' })}.${encode(claims)}`
      for (const signature of ['', 'AAAA']) t.equal(verify(`${text}.${signature}`), undefined, `${alg} ${signature}`)
      t.equal(verify(signed(algorithm, { alg, typ: 'JWT' }, claims)), undefined, `${alg} with a right signature`)
    }
  }
})

test('a token is verified the same however often, and in between others', async (t) => {
  const verify = jwtVerifier(keyOf('HS256'))
  const sign = jwtSigner(keyOf('HS256'))
  // More than are remembered.
  const tokens = Array.from({ length: 1_500 }, (_, index) => sign({ ...claims, sub: `user ${index}` }))
  for (let round = 0; round < 3; round++) {
    for (const [index, token] of tokens.entries()) {
      if (verify(token)?.sub !== `user ${index}`) t.fail(`user ${index} in round ${round}`)
      if (verify(`${token.slice(0, -4)}AAAA`)) t.fail(`a wrong signature of user ${index} in round ${round}`)
    }
  }
  const last = tokens.at(-1) ?? ''
  t.throws(() => Object.assign(verify(last) ?? {}, { sub: 'somebody else' }), 'nobody changes what others get')
  t.equal(verify(last)?.sub, 'user 1499')
})

test('a signature has one spelling: every other last character is refused', async (t) => {
  for (const algorithm of algorithms) {
    const token = jwtSigner(keyOf(algorithm))(claims)
    const verify = jwtVerifier(keyOf(algorithm))
    const accepted = [...alphabet].filter((character) => verify(token.slice(0, -1) + character) !== undefined)
    t.strictSame(accepted, [token.at(-1)], algorithm)
  }
})

test('a header or a payload has one spelling, also where it is signed as it is', async (t) => {
  const sign = (header: string, payload: string): string => {
    const signature = createHmac('sha256', keyOf('HS256').key).update(`${header}.${payload}`).digest('base64url')
    return `${header}.${payload}.${signature}`
  }
  const verify = jwtVerifier(keyOf('HS256'))
  // 27 and 41 bytes: neither is a multiple of three, so that the last character has spare bits.
  const header = encode('{"alg":"HS256","typ":"JWT" }')
  const payload = encode('{"sub":"somebody","iat":1000,"exp":2000}')
  const respelt = (part: string): string => part.slice(0, -1) + alphabet.charAt(alphabet.indexOf(part.slice(-1)) + 1)
  t.ok(verify(sign(header, payload)), 'the control')
  t.equal(Buffer.from(respelt(payload), 'base64url').toString(), Buffer.from(payload, 'base64url').toString())
  t.equal(verify(sign(respelt(header), payload)), undefined)
  t.equal(verify(sign(header, respelt(payload))), undefined)
})

test('base64 that is not base64url is refused', async (t) => {
  const token = jwtSigner(keyOf('HS256'))(claims)
  const verify = jwtVerifier(keyOf('HS256'))
  for (const altered of [
    `${token}=`,
    `${token}\n`,
    `${token} `,
    `${token}\t`,
    ` ${token}`,
    token.replaceAll('.', '. '),
    `${token}.`,
    `${token}.AAAA`,
    '',
    '.',
    '..',
    token.split('.').slice(0, 2).join('.'),
  ]) {
    t.equal(verify(altered), undefined, JSON.stringify(altered))
  }
})

test('every single-character change of a token is refused', async () => {
  const token = jwtSigner(keyOf('HS384'))(claims)
  const verify = jwtVerifier(keyOf('HS384'))
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom(...alphabet, '.', '=', '+', '/', ' '), (at, character) => {
      fc.pre(token[at] !== character)
      return verify(token.slice(0, at) + character + token.slice(at + 1)) === undefined
    }),
    { numRuns: 2_000 },
  )
})

test('a signed token without a whole iat and exp is refused', async (t) => {
  const verify = jwtVerifier(keyOf('HS256'))
  const header = { alg: 'HS256', typ: 'JWT' }
  t.ok(verify(signed('HS256', header, claims)), 'the control')
  for (const payload of [
    {},
    { iat: 1_000 },
    { exp: 2_000 },
    { iat: '1000', exp: 2_000 },
    { iat: 1_000, exp: '2000' },
    { iat: null, exp: 2_000 },
    { iat: 1_000, exp: null },
    { iat: 1_000.5, exp: 2_000 },
    { iat: 1_000, exp: 1e300 },
    [],
    null,
    'text',
    '{ uid":"65d0f5c9"}',
  ]) {
    t.equal(verify(signed('HS256', header, payload)), undefined, JSON.stringify(payload))
  }
})

test('the time is left to the caller: a token long over is verified', async (t) => {
  t.strictSame(jwtVerifier(keyOf('HS256'))(jwtSigner(keyOf('HS256'))(claims)), claims)
})

test('a key shorter than its digest does not sign, and one of fewer than 16 bytes does not verify', async (t) => {
  for (const algorithm of algorithms) {
    const short = { kid: 'k1', algorithm, key: Buffer.alloc(keyLengths[algorithm] - 1, 1) }
    t.throws(() => jwtSigner(short), { message: `a key for ${algorithm} has at least ${keyLengths[algorithm]} bytes` })
    const token = createSigner({ algorithm, key: short.key })(claims)
    t.strictSame(jwtVerifier(short)(token), claims)
    const guessable = { ...short, key: Buffer.alloc(15, 1) }
    t.throws(() => jwtVerifier(guessable), { message: `a key for ${algorithm} has at least 16 bytes` })
  }
})

test('a key without a kid signs tokens without one', async (t) => {
  const key = { ...keyOf('HS256'), kid: null }
  const token = jwtSigner(key)(claims)
  t.equal(kidOf(token), null)
  t.strictSame(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()), { alg: 'HS256', typ: 'JWT' })
  t.strictSame(jwtVerifier(key)(token), claims)
})

test('the kid is read from any header, and nothing else is taken for one', async (t) => {
  t.equal(kidOf(jwtSigner(keyOf('HS256'))(claims)), 'k1')
  t.equal(kidOf(`${encode({ alg: 'none', kid: 'made-up' })}..`), 'made-up')
  for (const header of [{ alg: 'HS256' }, { alg: 'HS256' }, {}]) t.equal(kidOf(`${encode(header)}..`), null)
  for (const token of [
    '',
    '.',
    'x',
    'x.y.z',
    `${encode({ kid: 1 })}..`,
    `${encode({ kid: null })}..`,
    `${encode([])}..`,
    `${encode('null')}..`,
    `${encode('"kid"')}..`,
  ]) {
    t.equal(kidOf(token), undefined, token)
  }
})
