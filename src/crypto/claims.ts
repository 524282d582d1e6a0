import { Ajv2020 } from 'ajv/dist/2020.js'
import { clockToleranceSeconds, numericDate } from '../clock.js'
import { uuidPattern } from '../uuid.js'
import type { Claims, JwtProfile } from './jwt.js'

const ajv = new Ajv2020({ strict: true, validateSchema: false, formats: { uuid: uuidPattern } })

/**
 * Makes a check of verified claims: they have the form of their profile, do not live longer than it allows, and were not issued in the
 * future. Whether they are expired is left to the caller.
 */
export function claimsCheck({
  claims,
  lifetime,
}: Pick<JwtProfile, 'claims' | 'lifetime'>): (claims: Claims, now: Date) => boolean {
  const hasForm = ajv.compile({
    type: 'object',
    // A token for an audience is for somebody else: no API names itself (RFC 7519, section 4.1.3).
    properties: { ...claims, nbf: { type: 'number' }, aud: false },
    required: Object.keys(claims),
  })
  return (presented, now) => {
    const { iat, exp, nbf } = presented
    const latest = numericDate(now) + clockToleranceSeconds
    return exp > iat && exp - iat <= lifetime && iat <= latest && hasForm(presented) && !(Number(nbf) > latest)
  }
}
