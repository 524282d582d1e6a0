import { createHmac } from 'node:crypto'
import { secondsAfter } from '../../clock.js'
import { type AcceptedDigests, type Digest, type Digester, digester } from '../../crypto/digest.js'
import type { MasterKey } from '../../crypto/master-key.js'
import type { Random } from '../../crypto/random.js'
import { Secret } from '../../crypto/secret.js'
import type { SecurityUser } from './security-user.js'

export const refreshTokenLifetimeSeconds = 24 * 3_600
const familyLifetimeSeconds = 30 * 24 * 3_600
/** A client that lost the answer may send its pair again within this time. */
const repeatWindowSeconds = 10

/** The first refresh token of a family that is to start. */
export interface NewFamily {
  readonly id: string
  readonly digest: Digest
  readonly startedAt: Date
  readonly familyExpiresAt: Date
  readonly tokenExpiresAt: Date
}

/** A presented refresh token, and the digests under which its successor may be stored. */
export interface RefreshExchange {
  readonly digest: Digest
  readonly successors: AcceptedDigests
  readonly at: Date
}

/** A session of an active user that has neither ended nor expired. */
export interface OpenSession extends SecurityUser {
  readonly familyId: string
}

/** An unused refresh token of an open session. */
export interface OpenRefreshToken extends OpenSession {
  readonly issuedAt: Date
  readonly expiresAt: Date
}

const shape = /^[\w-]{43}$/

/** Generates the first refresh token of a family: 256 random bits. */
export function generateRefreshToken(random: Random): Secret {
  return new Secret(random(32).toString('base64url'))
}

/** Whether a text can be a refresh token. */
export function isRefreshToken(text: string): boolean {
  return shape.test(text)
}

/** Derives the refresh token that follows another one. */
export type Successor = (token: Secret) => Secret

/**
 * Derives successors with a server key. A token always has the same successor, so that a repeated call gets the same answer although
 * no token is stored; nobody without the key can compute it.
 */
export function successorOf(key: Buffer): Successor {
  return (token) => new Secret(createHmac('sha256', key).update(token.reveal(), 'utf8').digest('base64url'))
}

/** What the sessions derive from one master key. */
export interface RefreshKey {
  readonly digest: Digester
  readonly successorOf: Successor
}

export function refreshKeyOf(masterKey: MasterKey): RefreshKey {
  return {
    digest: digester(masterKey.derive('pepper')),
    successorOf: successorOf(masterKey.derive('refresh tokens')),
  }
}

/** The keys under which refresh tokens may be stored, the current one first: two while the master key rotates. */
export type RefreshKeys = readonly [RefreshKey, ...RefreshKey[]]

export function familyExpiry(startedAt: Date): Date {
  return secondsAfter(startedAt, familyLifetimeSeconds)
}

/** The expiry of a refresh token that is issued at `issuedAt`; its family may expire earlier. */
export function refreshTokenExpiry(issuedAt: Date): Date {
  return secondsAfter(issuedAt, refreshTokenLifetimeSeconds)
}

/** The earliest use that can be repeated at `now`. */
export function repeatableSince(now: Date): Date {
  return secondsAfter(now, -repeatWindowSeconds)
}
