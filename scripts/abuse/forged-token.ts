import { createHmac } from 'node:crypto'
import type { Claims, JwtKey, JwtProfile } from '../../src/crypto/jwt.js'

/** A key whose tokens name it, as all that a server generates. */
export type NamedKey = JwtKey & { readonly kid: string }

/** What an attack on the tokens of one API is made of. */
export interface AttackMaterial {
  readonly profile: JwtProfile
  /** A token of the API that is accepted, and its claims. */
  readonly genuine: string
  readonly claims: Claims
  /** Another genuine one. */
  readonly other: string
  /** The API's own key: attacks sign wrong claims with it. */
  readonly key: NamedKey
  /** The keys of other APIs. */
  readonly foreignKeys: readonly JwtKey[]
}

export type Text = string | object

/** A token that must be refused, and how it was made. */
export type Named = [what: string, token: string]

export const attackerKey = Buffer.alloc(64, 'attacker')

export function encode(part: Text): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url')
}

export function hmac(algorithm: string, key: Buffer | string, text: string): string {
  return createHmac(algorithm.replace('HS', 'sha'), key).update(text).digest('base64url')
}

/** A token that is signed with HMAC, whatever its header says. */
export function signed({ algorithm, key }: Pick<JwtKey, 'algorithm' | 'key'>, header: Text, payload: Text): string {
  const text = `${encode(header)}.${encode(payload)}`
  return `${text}.${hmac(algorithm, key, text)}`
}

export function partsOf(token: string): [header: string, payload: string, signature: string] {
  const [header = '', payload = '', signature = ''] = token.split('.')
  return [header, payload, signature]
}

/** The header of a token of a key: without a `kid` where the key has none. */
export function headerOf({ kid, algorithm }: JwtKey): object {
  return { alg: algorithm, typ: 'JWT', ...(kid !== null && { kid }) }
}
