import { numericDate } from '../../clock.js'
import type { Claims } from '../../crypto/jwt.js'
import type { SigningProfile } from '../signing-keys/signing-key.js'
import type { AccessKey } from './access-key.js'

/** The access tokens of this API. */
export const accessTokenProfile: SigningProfile = {
  api: 'partner-login',
  algorithm: 'HS384',
  lifetime: 3600,
  claims: {
    uid: { type: 'string', format: 'uuid' },
    ar: { type: 'array', items: { type: 'string' } },
    ak: { type: 'string', format: 'uuid' },
    realm: { const: 'Partner' },
    ca: { type: 'string', format: 'uuid' },
    cid: { type: 'string', format: 'uuid' },
    domain: { const: '/partners-int' },
  },
}

/** The claims of an access token: these and no others, in the order of the document's sample. */
export function accessTokenClaims({ id, userId, account, company, roles }: AccessKey, issuedAt: Date): Claims {
  const iat = numericDate(issuedAt)
  return {
    uid: userId,
    ar: roles,
    ak: id,
    realm: 'Partner',
    ca: account,
    cid: company,
    domain: '/partners-int',
    iat,
    exp: iat + accessTokenProfile.lifetime,
  }
}
