import { test } from 'tap'
import { claimsCheck } from '../../src/crypto/claims.js'
import type { Claims } from '../../src/crypto/jwt.js'
import { accessTokenClaims, accessTokenProfile } from '../../src/domain/access-keys/access-token.js'
import { securityTokenProfile } from '../../src/domain/broker-users/security-token.js'
import { sessionTokenProfile } from '../../src/domain/security-users/access-token.js'

const now = new Date('2026-01-02T03:04:05Z')
const iat = now.getTime() / 1000
const id = '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0a01'

/** The claims of a token of each API. */
const tokens = [
  [securityTokenProfile, { sub: id, jti: 'AAAAAAAAAAAAAAAAAAAAAA', iat, exp: iat + 900 }],
  [
    accessTokenProfile,
    {
      uid: id,
      ar: ['Partner'],
      ak: id,
      realm: 'Partner',
      ca: id,
      cid: id,
      domain: '/partners-int',
      iat,
      exp: iat + 3600,
    },
  ],
  [
    sessionTokenProfile,
    { uid: 155, email: 'a@b', customerId: id, jti: 'AAAAAAAAAAAAAAAAAAAA-_', iat, exp: iat + 3600 },
  ],
] as const

for (const [profile, claims] of tokens) {
  const check = claimsCheck(profile)

  test(`the claims of ${profile.api} are accepted as they are signed`, async (t) => {
    t.ok(check(claims, now))
    t.ok(check({ ...claims, iss: 'tokenwright' }, now), 'also with a further claim')
  })

  test(`a claim of ${profile.api} that is absent or of another type is refused`, async (t) => {
    for (const name of Object.keys(claims).filter((name) => !['iat', 'exp'].includes(name))) {
      const { [name]: value, ...others }: Record<string, unknown> = claims
      t.notOk(check(others as unknown as Claims, now), `no ${name}`)
      for (const other of [null, true, {}, [value], 1.5, 'a\0b', '']) {
        // Any text is an e-mail address or a number of a token of broker-token: neither is looked up.
        const isFreeText = name === 'email' || (name === 'jti' && profile === securityTokenProfile)
        if (isFreeText && typeof other === 'string') continue
        t.notOk(check({ ...claims, [name]: other }, now), `${name}: ${JSON.stringify(other)}`)
      }
    }
  })

  test(`a token of ${profile.api} that names an audience is refused`, async (t) => {
    for (const aud of ['https://other.example', ['https://other.example'], '', null])
      t.notOk(check({ ...claims, aud }, now), JSON.stringify(aud))
  })

  test(`a token of ${profile.api} lives no longer than its profile says`, async (t) => {
    t.ok(check({ ...claims, exp: iat + 1 }, now))
    for (const exp of [iat + profile.lifetime + 1, iat + 100 * 365 * 86_400, iat, iat - 1])
      t.notOk(check({ ...claims, exp }, now), String(exp - iat))
  })

  test(`a token of ${profile.api} from the future is refused beyond a minute`, async (t) => {
    const issuedAfter = (seconds: number) => ({ ...claims, iat: iat + seconds, exp: claims.exp + seconds })
    t.ok(check(issuedAfter(60), now))
    t.notOk(check(issuedAfter(61), now))
    t.ok(check({ ...claims, nbf: iat + 60 }, now))
    t.notOk(check({ ...claims, nbf: iat + 61 }, now))
    t.notOk(check({ ...claims, nbf: 'soon' }, now))
  })

  test(`an expired token of ${profile.api} is left to the caller`, async (t) => {
    t.ok(check(claims, new Date('2026-06-01T00:00:00Z')))
  })
}

test('the claims that a login signs are accepted', async (t) => {
  const key = { id, userId: id, account: id, company: id, roles: [], status: 'active', expiresAt: null }
  t.ok(claimsCheck(accessTokenProfile)(accessTokenClaims(key as never, now), now))
})
