import type { Algorithm, JwtProfile } from '../../crypto/jwt.js'

/**
 * `published`: known to every instance, not signing yet. `verifying`: replaced, while the tokens that it signed are still valid; or imported
 * to verify only.
 */
export type SigningKeyState = 'published' | 'signing' | 'verifying' | 'expired'

/** The APIs whose tokens are signed. The operator contract names them too: its types and the introspection fail to compile where one is missing. */
export type SigningApi = 'broker-token' | 'partner-login' | 'security-management'

/** The JSON Web Tokens of an API whose keys are kept here. */
export type SigningProfile = JwtProfile & { readonly api: SigningApi }

/** A signing key without the key itself. */
export interface SigningKey {
  readonly id: string
  /** Names the key in the header of its tokens; `null`: they have no `kid`. */
  readonly kid: string | null
  /** The contract whose tokens it signs. */
  readonly api: SigningApi
  readonly algorithm: Algorithm
  /** Whether another installation signs or signed with it. */
  readonly isImported: boolean
  readonly state: SigningKeyState
  readonly createdAt: Date
  /** `null`: it only verifies. */
  readonly signsFrom: Date | null
  /** Its tokens are refused from then on; `null` until another key replaces it, or it is retired. */
  readonly expiresAt: Date | null
}

/** A signing key as it is stored: encrypted. */
export interface StoredSigningKey extends Omit<SigningKey, 'state'> {
  readonly wrapped: Buffer
}

/** An API, and how it signs. */
export type Signer = Pick<SigningKey, 'api' | 'algorithm'>

type Lifetime = Pick<SigningKey, 'signsFrom' | 'expiresAt'>

/**
 * The key with which an API signs now: the last one whose time has come. Before the time of all, it is the first one, so that an instance
 * whose clock is behind creates no further key.
 * @param keys ordered by the time from which they sign
 */
export function currentKey<Key extends Signer & Lifetime>(
  keys: Iterable<Key>,
  signer: Signer,
  now: Date,
): Key | undefined {
  let first: Key | undefined
  let current: Key | undefined
  for (const key of keys) {
    if (!isKeyOf(signer, key) || key.signsFrom === null || isExpired(key, now)) continue
    first ??= key
    if (key.signsFrom <= now) current = key
  }
  return current ?? first
}

export function isKeyOf({ api, algorithm }: Signer, key: Signer): boolean {
  return key.api === api && key.algorithm === algorithm
}

export function isExpired({ expiresAt }: Lifetime, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now
}

/** The keys with their states, in the given order. The state of each depends on the others of its API. */
export function withStates<Key extends StoredSigningKey>(
  keys: readonly Key[],
  now: Date,
): (Omit<Key, 'wrapped'> & SigningKey)[] {
  const inOrder = keys.toSorted(
    (one, other) => Number(one.signsFrom) - Number(other.signsFrom) || (one.id < other.id ? -1 : 1),
  )
  return keys.map(({ wrapped: _, ...key }) => ({ ...key, state: stateOf(key, inOrder, now) }))
}

function stateOf(key: Signer & Lifetime & { id: string }, inOrder: readonly StoredSigningKey[], now: Date) {
  if (isExpired(key, now)) return 'expired'
  if (key.signsFrom === null) return 'verifying'
  if (currentKey(inOrder, key, now)?.id === key.id) return 'signing'
  return key.signsFrom > now ? 'published' : 'verifying'
}
