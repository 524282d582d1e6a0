import type { Clock } from '../domain/clock.js'
import { type JwtIssuers, OtherMasterKey } from './jwt-issuers.js'
import type { KeyRotation } from './key-rotation.js'

/**
 * Makes the keys ready at the start: checks the master keys against the database, notes the current one, and encrypts signing keys anew
 * that are still under the older one.
 * @returns why the start is refused, and what to do
 */
export async function startKeys({
  keyRotation,
  jwtIssuers,
  clock,
}: {
  readonly keyRotation: KeyRotation
  readonly jwtIssuers: JwtIssuers
  readonly clock: Clock
}): Promise<string | undefined> {
  try {
    // First: a wrong key must not be noted as the one in use.
    await jwtIssuers.load()
    const refusal = await keyRotation.begin(clock())
    if (refusal !== undefined) return refusal
    if (keyRotation.movesOn) await jwtIssuers.load()
    return undefined
  } catch (error) {
    if (!(error instanceof OtherMasterKey)) throw error
    return 'the signing keys in the database were encrypted under another master key; set MASTER_KEY to that one, or MASTER_KEY_PREVIOUS while it rotates'
  }
}
