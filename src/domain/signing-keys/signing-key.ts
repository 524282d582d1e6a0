/** `published`: known and not signing yet. `verifying`: it signs no more, and its tokens are still valid. */
export type SigningKeyState = 'published' | 'signing' | 'verifying' | 'expired'

/** A signing key without the key itself. */
export interface SigningKey {
  readonly id: string
  /** The contract whose tokens it signs. */
  readonly api: string
  readonly algorithm: string
  readonly state: SigningKeyState
  readonly createdAt: Date
  readonly signsFrom: Date
  /** Its tokens are refused from then on; `null` as long as no other key is to take its place. */
  readonly expiresAt: Date | null
}
