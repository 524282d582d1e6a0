import type { Digest } from './digest.js'

/** How a secret is replaced by a new one. */
export interface Rotation {
  /**
   * The digest of the secret that was the current one when the operator asked, `undefined` where there was none. Of two who ask
   * at the same time, the second would otherwise end the secret that the first has just been shown.
   */
  readonly replaces: Digest | undefined
  /** For how long the secret before stays valid; 0 ends every earlier one at once. */
  readonly overlapSeconds: number
  readonly at: Date
}

/** A secret of an owner. */
interface OwnedSecret {
  readonly digest: Digest
  /** `null` for the current one. */
  readonly expiresAt: Date | null
}

/** Whether a rotation would come between another one and the partner: that one came first, or its overlap lasts. */
export function isRotating(secrets: readonly OwnedSecret[], { replaces, overlapSeconds, at }: Rotation): boolean {
  const current = secrets.find(({ expiresAt }) => expiresAt === null)
  const isReplaced = current?.digest.toString('hex') !== replaces?.toString('hex')
  return isReplaced || (overlapSeconds > 0 && secrets.some(({ expiresAt }) => expiresAt !== null && expiresAt > at))
}
