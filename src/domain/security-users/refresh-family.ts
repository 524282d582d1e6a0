import { createHmac } from 'node:crypto'
import { secondsAfter } from '../../clock.js'
import type { Digest, Digester } from '../../crypto/digest.js'
import type { Random } from '../../crypto/random.js'
import { Secret } from '../../crypto/secret.js'

/** Seconds for which an access token is valid. */
export const accessTokenLifetime = 3_600

/** Seconds for which a refresh token can be used. */
export const refreshTokenLifetime = 24 * 3_600
const familyLifetime = 30 * 24 * 3_600
/** Seconds for which a pair may be sent again by a client that lost the answer. */
const repeatWindow = 10

const shape = /^[\w-]{43}$/

/** Makes the first refresh token of a family: 256 random bits. */
export function generateRefreshToken(random: Random): Secret {
  return new Secret(random(32).toString('base64url'))
}

/** Whether a text can be a refresh token. */
export function isRefreshToken(text: string): boolean {
  return shape.test(text)
}

/** Gives the refresh token that follows another one. */
export type Successor = (token: Secret) => Secret

/**
 * Derives successors with a server key: the same token has the same successor always, so that a repeated call can be answered
 * alike without any token being stored, and nobody else can compute it.
 */
export function successorOf(key: Buffer): Successor {
  return (token) => new Secret(createHmac('sha256', key).update(token.reveal(), 'utf8').digest('base64url'))
}

/** What one master key gives to the sessions of this API. */
export interface RefreshKey {
  readonly digest: Digester
  readonly successorOf: Successor
}

/** The keys under which refresh tokens may be stored, the one that is written first: one, and two while the master key rotates. */
export type RefreshKeys = readonly [RefreshKey, ...RefreshKey[]]

/** The `jti` of the access tokens that belong to a refresh token: the first 128 bits of its digest. */
export function tokenId(digest: Digest): string {
  return digest.subarray(0, 16).toString('base64url')
}

/** When a family that starts now ends. */
export function familyExpiry(startedAt: Date): Date {
  return secondsAfter(startedAt, familyLifetime)
}

/** When a refresh token that is issued now expires, unless its family does so before. */
export function refreshTokenExpiry(issuedAt: Date): Date {
  return secondsAfter(issuedAt, refreshTokenLifetime)
}

/** A use at this moment or later can be repeated now. */
export function repeatableSince(now: Date): Date {
  return secondsAfter(now, -repeatWindow)
}
