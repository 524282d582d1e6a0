import type { Clock } from '../../clock.js'
import { type JwtIssuers, OtherMasterKey } from '../signing-keys/service.js'
import type { KeyRotation } from './master-key-rotation.js'

interface Keys {
  readonly keyRotation: KeyRotation
  readonly jwtIssuers: JwtIssuers
  readonly clock: Clock
}

/**
 * Makes the keys ready at the start: checks the master keys against the database, notes the current one, and encrypts signing keys anew
 * that are still under the older one.
 * @returns why the start is refused, and what to do
 */
export function startKeys({ keyRotation, jwtIssuers, clock }: Keys): Promise<string | undefined> {
  return withSigningKeys(jwtIssuers, async () => {
    const refusal = await keyRotation.begin(clock())
    if (refusal === undefined && keyRotation.movesOn) await jwtIssuers.load()
    return refusal
  })
}

/**
 * Checks the master keys against the database, and changes nothing.
 * @returns why a start would be refused, and what to do
 */
export function checkKeys({ keyRotation, jwtIssuers, clock }: Keys): Promise<string | undefined> {
  return withSigningKeys(jwtIssuers, () => keyRotation.check(clock()))
}

/** First the signing keys: a wrong master key must not be noted as the one in use. */
async function withSigningKeys(
  jwtIssuers: JwtIssuers,
  then: () => Promise<string | undefined>,
): Promise<string | undefined> {
  try {
    await jwtIssuers.load()
  } catch (error) {
    if (!(error instanceof OtherMasterKey)) throw error
    return 'the signing keys in the database were encrypted under another master key; set MASTER_KEY to that one, or MASTER_KEY_PREVIOUS while it rotates'
  }
  return then()
}
