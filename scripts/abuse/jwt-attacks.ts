import { createHmac, generateKeyPairSync, sign as signAsymmetric } from 'node:crypto'
import type { Claims, JwtKey, JwtProfile } from '../../src/crypto/jwt.js'

/** A token that must be refused, and how it was made. */
export interface JwtAttack {
  readonly what: string
  readonly token: string
}

/** What an attack on the tokens of one API is made of. */
export interface AttackMaterial {
  readonly profile: JwtProfile
  /** A token of the API that is accepted, and its claims. */
  readonly genuine: string
  readonly claims: Claims
  /** Another genuine one. */
  readonly other: string
  /** The API's own key: attacks sign wrong claims with it. */
  readonly key: JwtKey
  /** The keys of other APIs. */
  readonly foreignKeys: readonly JwtKey[]
}

type Text = string | object

/** All attacks on the tokens of one API. */
export function jwtAttacks(material: AttackMaterial): JwtAttack[] {
  const attacks = [
    ...unsigned(material),
    ...otherAlgorithms(material),
    ...wrongKeys(material),
    ...keyIds(material),
    ...headerParameters(material),
    ...alteredTexts(material),
    ...alteredSpellings(material),
    ...wrongClaims(material),
    ...wrongForms(material),
  ]
  return attacks.map(([what, token]) => ({ what, token }))
}

type Named = [what: string, token: string]

const attackerKey = Buffer.alloc(64, 'attacker')

function encode(part: Text): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url')
}

function hmac(algorithm: string, key: Buffer | string, text: string): string {
  return createHmac(algorithm.replace('HS', 'sha'), key).update(text).digest('base64url')
}

/** A token that is signed with HMAC, whatever its header says. */
function signed({ algorithm, key }: Pick<JwtKey, 'algorithm' | 'key'>, header: Text, payload: Text): string {
  const text = `${encode(header)}.${encode(payload)}`
  return `${text}.${hmac(algorithm, key, text)}`
}

function partsOf(token: string): [header: string, payload: string, signature: string] {
  const [header = '', payload = '', signature = ''] = token.split('.')
  return [header, payload, signature]
}

function headerOf({ kid, algorithm }: JwtKey): object {
  return { alg: algorithm, typ: 'JWT', kid }
}

function unsigned({ key, claims, genuine }: AttackMaterial): Named[] {
  const [header, payload, signature] = partsOf(genuine)
  const algs = ['none', 'None', 'NONE', 'nOnE', '', ' none', 'none\0', null, undefined, 0, [], ['none'], {}, true]
  return [
    ...algs.flatMap((alg): Named[] => {
      const text = `${encode({ alg, typ: 'JWT', kid: key.kid })}.${encode(claims)}`
      return [
        [`alg ${JSON.stringify(alg)} without a signature`, `${text}.`],
        [`alg ${JSON.stringify(alg)} with the right signature`, `${text}.${hmac(key.algorithm, key.key, text)}`],
      ]
    }),
    ['no alg, the genuine signature', `${encode({ kid: key.kid })}.${payload}.${signature}`],
    ['an empty signature', `${header}.${payload}.`],
    ['no signature', `${header}.${payload}`],
  ]
}

function otherAlgorithms({ key, claims }: AttackMaterial): Named[] {
  const others = ['HS256', 'HS384', 'HS512', 'hs256', 'HS1', 'HS224', 'HMD5'].filter((alg) => alg !== key.algorithm)
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ed = generateKeyPairSync('ed25519')
  const asymmetric = (alg: string, sign: (text: Buffer) => Buffer, jwk: object): Named => {
    const text = `${encode({ alg, typ: 'JWT', kid: key.kid, jwk })}.${encode(claims)}`
    return [`${alg} with a key of its own in the header`, `${text}.${sign(Buffer.from(text)).toString('base64url')}`]
  }
  const publicKeys: [string, string][] = [
    ['RSA', rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    ['EC', ec.publicKey.export({ type: 'spki', format: 'pem' }).toString()],
  ]
  return [
    ...others.map((alg): Named => {
      const algorithm = /^HS(256|384|512)$/.test(alg) ? alg : key.algorithm
      const text = `${encode({ alg, typ: 'JWT', kid: key.kid })}.${encode(claims)}`
      return [`alg ${alg}, signed so with the own key`, `${text}.${hmac(algorithm, key.key, text)}`]
    }),
    ...['RS256', 'RS384', 'PS256', 'ES256', 'ES384', 'EdDSA', 'ES256K'].map(
      (alg): Named => [`alg ${alg}, signed with the own key`, signed(key, { alg, kid: key.kid }, claims)],
    ),
    asymmetric(
      'RS256',
      (text) => signAsymmetric('sha256', text, rsa.privateKey),
      rsa.publicKey.export({ format: 'jwk' }),
    ),
    asymmetric(
      'ES256',
      (text) => signAsymmetric('sha256', text, { key: ec.privateKey, dsaEncoding: 'ieee-p1363' }),
      ec.publicKey.export({ format: 'jwk' }),
    ),
    asymmetric('EdDSA', (text) => signAsymmetric(null, text, ed.privateKey), ed.publicKey.export({ format: 'jwk' })),
    [
      'ES256 with a signature of zeros',
      `${encode({ alg: 'ES256', kid: key.kid })}.${encode(claims)}.${'A'.repeat(86)}`,
    ],
    ...publicKeys.map(([name, pem]): Named => {
      const text = `${encode(headerOf(key))}.${encode(claims)}`
      return [`a public ${name} key taken for a secret`, `${text}.${hmac(key.algorithm, pem, text)}`]
    }),
  ]
}

function wrongKeys({ key, foreignKeys, claims, other, genuine }: AttackMaterial): Named[] {
  const [header, payload, signature] = partsOf(genuine)
  const guesses: [string, Buffer][] = [
    ['an empty key', Buffer.alloc(0)],
    ['a key of zeros', Buffer.alloc(key.key.length)],
    ['the key "secret"', Buffer.from('secret')],
    ['its kid as the key', Buffer.from(key.kid)],
    ['its key in hex as the key', Buffer.from(key.key.toString('hex'))],
    ['half of the key', key.key.subarray(0, key.key.length / 2)],
    ['the key and a byte', Buffer.concat([key.key, Buffer.from([1])])],
    ['a key of the attacker', attackerKey],
  ]
  return [
    ...guesses.map(
      ([what, guess]): Named => [`signed with ${what}`, signed({ ...key, key: guess }, headerOf(key), claims)],
    ),
    ...foreignKeys.flatMap((foreign): Named[] => [
      [`signed with the key of another API (${foreign.algorithm})`, signed(foreign, headerOf(foreign), claims)],
      [
        'signed with the key of another API under the own kid',
        signed({ ...foreign, algorithm: key.algorithm }, headerOf(key), claims),
      ],
      [
        'signed with the own key under the kid of another API',
        signed(key, { ...headerOf(key), kid: foreign.kid }, claims),
      ],
    ]),
    ['the signature of another token', `${header}.${payload}.${partsOf(other)[2]}`],
    ['the payload of another token', `${header}.${partsOf(other)[1]}.${signature}`],
    ['the payload signed without its header', `${header}.${payload}.${hmac(key.algorithm, key.key, payload)}`],
    ['the digest without a key', `${header}.${payload}.${hmac(key.algorithm, '', `${header}.${payload}`)}`],
  ]
}

function keyIds({ key, claims }: AttackMaterial): Named[] {
  const kids: [string, unknown][] = [
    ['missing', undefined],
    ['null', null],
    ['a number', 1],
    ['an array of the kid', [key.kid]],
    ['an object', { kid: key.kid }],
    ['empty', ''],
    ['in capitals', key.kid.toUpperCase()],
    ['with a blank', `${key.kid} `],
    ['with a NUL', `${key.kid}\0`],
    ['with a line feed', `${key.kid}\n`],
    ['twice', `${key.kid},${key.kid}`],
    ['a path', '../../../../dev/null'],
    ['a path to a known file', '/proc/sys/kernel/randomize_va_space'],
    ['SQL', `${key.kid}' or '1'='1`],
    ['SQL that selects a key', "' union select 'attacker"],
    ['a shell command', '$(id)|id;`id`'],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['an address', 'https://attacker.example/key'],
    ['a lone surrogate', '\ud800'],
    ['very long', 'k'.repeat(5_000)],
    ['made up', '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0aff'],
  ]
  return kids.map(([what, kid]): Named => {
    const isOwn = typeof kid === 'string' && kid.toLowerCase() === key.kid
    const signer = isOwn ? key : { ...key, key: what === 'a path' ? Buffer.alloc(0) : attackerKey }
    return [`a kid that is ${what}`, signed(signer, { ...headerOf(key), kid }, claims)]
  })
}

/** Parameters that lead some verifiers to a key of the attacker, or change what is signed. */
function headerParameters({ key, claims, genuine }: AttackMaterial): Named[] {
  const [, payload, signature] = partsOf(genuine)
  const jwk = { kty: 'oct', k: attackerKey.toString('base64url'), kid: key.kid, alg: key.algorithm }
  const leading: [string, object][] = [
    ['jwk', { jwk }],
    ['jku', { jku: 'https://attacker.example/jwks.json' }],
    ['jku on the loopback address', { jku: 'http://127.0.0.1/.well-known/jwks.json' }],
    ['jku of a file', { jku: 'file:///etc/passwd' }],
    ['x5u', { x5u: 'https://attacker.example/cert.pem' }],
    ['x5c', { x5c: [attackerKey.toString('base64')] }],
    ['x5t', { x5t: 'AAAA', 'x5t#S256': 'AAAA' }],
    ['zip', { zip: 'DEF' }],
    ['enc', { enc: 'A256GCM' }],
  ]
  const critical: [string, object][] = [
    ['b64', { crit: ['b64'], b64: false }],
    ['exp', { crit: ['exp'], exp: claims.exp }],
    ['an unknown parameter', { crit: ['attack'], attack: true }],
    ['alg', { crit: ['alg'] }],
    ['nothing', { crit: [] }],
    ['a text', { crit: 'b64' }],
  ]
  return [
    ...leading.map(
      ([what, extra]): Named => [
        `${what} that leads to a key of the attacker`,
        signed({ ...key, key: attackerKey }, { ...headerOf(key), ...extra }, claims),
      ],
    ),
    ...critical.map(
      ([what, extra]): Named => [
        `crit that names ${what}, signed with the own key`,
        signed(key, { ...headerOf(key), ...extra }, claims),
      ],
    ),
    [
      'cty JWT, the genuine payload and signature',
      `${encode({ ...headerOf(key), cty: 'JWT' })}.${payload}.${signature}`,
    ],
    ['another typ, the genuine signature', `${encode({ ...headerOf(key), typ: 'at+jwt' })}.${payload}.${signature}`],
  ]
}

/** The same values in another text, under the signature of the genuine one. */
function alteredTexts({ key, claims, genuine }: AttackMaterial): Named[] {
  const [header, payload, signature] = partsOf(genuine)
  const headerText = JSON.stringify(headerOf(key))
  const payloadText = JSON.stringify(claims)
  const texts: [string, string, string][] = [
    ['a BOM before the header', encode(`\uFEFF${headerText}`), payload],
    ['a BOM before the payload', header, encode(`\uFEFF${payloadText}`)],
    ['blanks in the header', encode(headerText.replaceAll(':', ': ')), payload],
    ['blanks in the payload', header, encode(payloadText.replaceAll(':', ': '))],
    ['a line feed after the payload', header, encode(`${payloadText}\n`)],
    ['the header in another order', encode(Object.fromEntries(Object.entries(headerOf(key)).reverse())), payload],
    ['the payload in another order', header, encode(Object.fromEntries(Object.entries(claims).reverse()))],
    ['a name twice in the header', encode(headerText.replace('{', '{"alg":"none",')), payload],
    ['a name twice in the payload', header, encode(payloadText.replace(/\}$/, `,"exp":${claims.exp + 60}}`))],
    ['an escape in the payload', header, encode(payloadText.replace('"exp"', '"\\u0065xp"'))],
    ['exp as 1e10', header, encode(payloadText.replace(`"exp":${claims.exp}`, '"exp":1e10'))],
    ['__proto__ in the payload', header, encode(payloadText.replace('{', '{"__proto__":{"admin":true},'))],
    ['a right-to-left mark', header, encode(payloadText.replace('{', '{"\u202e":1,'))],
    ['a nested token as the payload', header, encode(genuine)],
    ['the payload in UTF-16', header, Buffer.from(payloadText, 'utf16le').toString('base64url')],
    ['a comment in the header', encode(`/**/${headerText}`), payload],
  ]
  return texts.map(([what, newHeader, newPayload]) => [what, `${newHeader}.${newPayload}.${signature}`])
}

/** The genuine token in another spelling. */
function alteredSpellings({ genuine, other }: AttackMaterial): Named[] {
  const [header, payload, signature] = partsOf(genuine)
  const flipped = (text: string, at: number): string => {
    const position = at < 0 ? text.length + at : at
    return `${text.slice(0, position)}${text[position] === 'A' ? 'B' : 'A'}${text.slice(position + 1)}`
  }
  const spareBits = (text: string): string => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    return text.slice(0, -1) + alphabet.charAt(alphabet.indexOf(text.slice(-1)) ^ 1)
  }
  const ofBase64 = (text: string): string => Buffer.from(text, 'base64url').toString('base64')
  return [
    ['padding behind the signature', `${header}.${payload}.${signature}=`],
    ['padding behind the header', `${header}=.${payload}.${signature}`],
    ['base64 instead of base64url', [header, payload, signature].map((part) => `${ofBase64(part)}=`).join('.')],
    ['other spare bits of the signature', `${header}.${payload}.${spareBits(signature)}`],
    ['other spare bits of the header', `${spareBits(header)}.${payload}.${signature}`],
    ['other spare bits of the payload', `${header}.${spareBits(payload)}.${signature}`],
    ['a blank within the token', `${header}. ${payload}.${signature}`],
    ['a percent escape', `${header}%2E${payload}%2E${signature}`],
    ['a comma', `${genuine},${genuine}`],
    ['four parts', `${genuine}.${signature}`],
    ['a dot behind it', `${genuine}.`],
    ['a dot before it', `.${genuine}`],
    ['five parts, as JWE has', `${header}..${payload}.${signature}.${signature}`],
    ['a header only', `${header}..`],
    ['the payload twice', `${header}.${payload}${payload}.${signature}`],
    ['a signature that is cut', genuine.slice(0, -1)],
    ['a signature that is cut by half', `${header}.${payload}.${signature.slice(0, signature.length / 2)}`],
    ['a signature that is longer', `${genuine}AAAA`],
    ['the signature twice', `${genuine}${signature}`],
    ['a signature that is reversed', `${header}.${payload}.${[...signature].reverse().join('')}`],
    ['a signature of zeros', `${header}.${payload}.${'A'.repeat(signature.length)}`],
    ['the first bit of the signature', `${header}.${payload}.${flipped(signature, 0)}`],
    ['the middle of the signature', `${header}.${payload}.${flipped(signature, signature.length >> 1)}`],
    ['the middle of the payload', `${header}.${flipped(payload, payload.length >> 1)}.${signature}`],
    ['the end of the header', `${flipped(header, -2)}.${payload}.${signature}`],
    ['in small letters', genuine.toLowerCase()],
    ['in quotes', `"${genuine}"`],
    ['two tokens, joined', `${genuine}${other}`],
    ['a token of 12 KB', `${header}.${payload}${'A'.repeat(12_000)}.${signature}`],
    ['a signature of 12 KB', `${genuine}${'A'.repeat(12_000)}`],
    ['a thousand dots', '.'.repeat(1_000)],
    ['other letters that look alike', genuine.replace(/e/, '\u0435')],
  ]
}

/** Claims that the API never signs, signed with its own key. */
function wrongClaims({ profile, key, claims }: AttackMaterial): Named[] {
  const now = claims.iat
  const sign = (payload: Text): string => signed(key, headerOf(key), payload)
  const names = Object.keys(profile.claims)
  const without = (name: string): object => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name))
  const wrong: [string, object][] = [
    ['iat in two minutes', { iat: now + 120, exp: now + profile.lifetime }],
    ['nbf in an hour', { nbf: now + 3_600 }],
    ['nbf that is a text', { nbf: String(now) }],
    ['exp in 100 years', { exp: now + 3_155_760_000 }],
    ['a lifetime of a second too much', { exp: now + profile.lifetime + 1 }],
    ['exp before iat', { exp: now - 1 }],
    ['exp like iat', { exp: now }],
    ['exp that is a text', { exp: String(claims.exp) }],
    ['exp that is an array', { exp: [claims.exp] }],
    ['exp that is no whole number', { exp: claims.exp + 0.5 }],
    ['exp beyond safe numbers', { exp: 2 ** 53 }],
    ['exp that is null', { exp: null }],
    ['iat that is null', { iat: null }],
    ['iat that is negative', { iat: -1 }],
    ['iat that is a text', { iat: String(now) }],
    ['iat in milliseconds', { iat: now * 1_000, exp: claims.exp * 1_000 }],
    ['another audience', { aud: 'https://other.example' }],
    ['many audiences', { aud: ['tokenwright', 'https://other.example'] }],
  ]
  return [
    ...wrong.map(([what, extra]): Named => [what, sign({ ...claims, ...extra })]),
    ...['iat', 'exp', ...names].map((name): Named => [`no ${name}`, sign(without(name))]),
    ...names.flatMap((name): Named[] =>
      [null, [claims[name]], {}, true].map((value) => [
        `${name} is ${JSON.stringify(value).slice(0, 20)}`,
        sign({ ...claims, [name]: Array.isArray(claims[name]) && Array.isArray(value) ? 'text' : value }),
      ]),
    ),
    ['no claims', sign({})],
  ]
}

/** Payloads that are no claims, signed with the own key. */
function wrongForms({ key, claims, genuine }: AttackMaterial): Named[] {
  const text = JSON.stringify(claims)
  const payloads: [string, string][] = [
    ['an array', `[${text}]`],
    ['null', 'null'],
    ['a text', JSON.stringify(text)],
    ['a number', '1e400'],
    ['empty', ''],
    ['no JSON', text.slice(1)],
    ['a whole token', genuine],
    ['a token in quotes', JSON.stringify(genuine)],
    ['two values', `${text}${text}`],
    ['deep', `${'['.repeat(2_000)}${']'.repeat(2_000)}`],
    ['in single quotes', text.replaceAll('"', "'")],
  ]
  const headers: [string, Text][] = [
    ['an array', [headerOf(key)]],
    ['null', 'null'],
    ['a text', '"HS256"'],
    ['no JSON', '{'],
    ['empty', ''],
  ]
  return [
    ...payloads.map(([what, payload]): Named => [`a payload that is ${what}`, signed(key, headerOf(key), payload)]),
    ...headers.map(([what, header]): Named => [`a header that is ${what}`, signed(key, header, claims)]),
  ]
}
