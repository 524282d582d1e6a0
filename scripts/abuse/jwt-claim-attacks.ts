import type { JwtKey } from '../../src/crypto/jwt.js'
import { type AttackMaterial, headerOf, type Named, signed, type Text } from './forged-token.js'

/** Claims that a key of the API has signed. */
interface SignedClaims extends Pick<AttackMaterial, 'profile' | 'claims'> {
  readonly key: JwtKey
}

/** Claims that the API never signs, signed with its own key. */
export function wrongClaims({ profile, key, claims }: SignedClaims): Named[] {
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
export function wrongForms({ key, claims, genuine }: SignedClaims & Pick<AttackMaterial, 'genuine'>): Named[] {
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
