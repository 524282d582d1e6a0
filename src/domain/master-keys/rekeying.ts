import type { Digest } from '../../crypto/digest.js'

/** The secrets whose digests move from the older master key to the current one when they are used. */
export type RekeyedSecret = 'gateway token' | 'broker hash' | 'broker secret' | 'access key secret' | 'operator key'

/** The digests of one secret under the older master key and under the current one. */
export interface Rekeying {
  readonly from: Digest
  readonly to: Digest
}
