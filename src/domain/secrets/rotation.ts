/** A secret as operators see it. */
export interface SecretRecord {
  /** Its last characters. */
  readonly hint: string
  readonly createdAt: Date
  /** `null` for the current secret. */
  readonly expiresAt: Date | null
}

/** How a secret is replaced by a new one. */
export interface Rotation {
  /**
   * The secrets that were valid when the operator asked, newest first. Of two who ask at the same time, the second would otherwise end the
   * secret that the first has just been shown.
   */
  readonly seen: readonly SecretRecord[]
  /** For how long the secret before stays valid; 0 ends every earlier one at once. */
  readonly overlapSeconds: number
  readonly at: Date
}

/**
 * Whether another rotation stands in the way: one that came first, or one whose overlap lasts.
 * @param valid the secrets that are valid, newest first
 */
export function isRotating(valid: readonly SecretRecord[], { seen, overlapSeconds }: Rotation): boolean {
  return !isSame(valid[0], seen[0]) || (overlapSeconds > 0 && valid.length > 1)
}

function isSame(one: SecretRecord | undefined, other: SecretRecord | undefined): boolean {
  return one?.createdAt.getTime() === other?.createdAt.getTime() && one?.hint === other?.hint
}
