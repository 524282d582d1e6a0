import { generateKeyPairSync, sign as signAsymmetric } from 'node:crypto'
import {
  type AttackMaterial,
  attackerKey,
  encode,
  headerOf,
  hmac,
  type Named,
  partsOf,
  signed,
} from './forged-token.js'
import { wrongClaims, wrongForms } from './jwt-claim-attacks.js'
import { alteredSpellings, alteredTexts } from './jwt-text-attacks.js'

/** A token that must be refused, and how it was made. */
export interface JwtAttack {
  readonly what: string
  readonly token: string
}

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
