import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Claims, JwtKey, JwtProfile } from '../../src/crypto/jwt.js'
import { maxAgeMs } from '../../src/domain/signing-keys/key-ring.js'
import { type Answer, call, callSuccessfully, demoAdminKey } from './call.js'
import { attackerKey, encode, headerOf, hmac, type Named, type NamedKey, partsOf, signed } from './forged-token.js'
import type { JwtAttack } from './jwt-attacks.js'
import { wrongClaims, wrongForms } from './jwt-claim-attacks.js'
import { attack, claimsOf, isRefused, issueTokens, type Present, shown } from './jwt-part.js'
import type { Finding, Run } from './part.js'
import { readSigningKeys } from './signing-keys.js'
import { startOnPostgresql, type Target } from './targets.js'

/** An API whose old installation has signed tokens without a `kid`. */
interface OldApi {
  readonly profile: JwtProfile
  readonly key: JwtKey
  /** Those of an old token, of a record that is here. */
  readonly claims: Claims
  /** Those of a token of this server. */
  readonly ownClaims: Claims
  readonly present?: Present
}

/** Attacks tokens without a `kid`: signing keys of other installations are imported, and tried for each of them. */
export async function importedKeyPart({ workbench, update }: Run): Promise<Finding[]> {
  const target = await startOnPostgresql(workbench, { name: 'imported_keys' })
  const introspect: Present = (token) =>
    call(target.url, 'POST', '/operator/v1/introspect', { bearer: demoAdminKey, body: { token } })
  const apis = (await issueTokens(target.url)).map(({ profile, genuine, present }): OldApi => {
    const old = { ...profile, claims: profile.importedClaims ?? profile.claims }
    const key = { kid: null, algorithm: profile.algorithm, key: randomBytes(64) }
    // A session is ended by its token's `jti`, which an old token has not.
    const ownClaims = claimsOf(genuine)
    const claims = Object.entries(ownClaims).filter(([name]) => name in old.claims || /^(iat|exp)$/.test(name))
    // Those of sessions are presented to refresh them, for which an old one is refused in any case.
    const isPresented = profile.api === 'broker-token' && present
    return {
      profile: old,
      key,
      claims: Object.fromEntries(claims) as unknown as Claims,
      ownClaims,
      ...(isPresented && { present }),
    }
  })
  for (const { profile, key } of apis) await importKey(target, profile.api, key)
  const retired = new Map(apis.map((api) => [api.profile.api, { ...api, key: { ...api.key, key: randomBytes(64) } }]))
  const ids = new Map<string, string>()
  for (const [api, { key }] of retired) ids.set(api, await importKey(target, api, key))
  await delay(maxAgeMs + 500)
  const before = await Promise.all([...retired.values()].map((api) => introspect(tokenOf(api))))
  for (const [api, id] of ids) await operate(target, `/operator/v1/signing-keys/${api}/retire`, { id })
  await delay(maxAgeMs + 500)
  const own = await readSigningKeys(target)

  const findings: Finding[] = [
    {
      promise: 'keys that are retired have verified tokens without a kid before',
      attempts: before.length,
      broken: before.filter(isRefused).map(shown),
    },
  ]
  for (const api of apis) {
    const { profile, present } = api
    const attacks = attacksOn(api, apis, own.get(profile.api), retired.get(profile.api)?.key)
    const say = (done: number): void => update(done, attacks.length, `tokens of ${profile.api} without a kid`)
    findings.push(
      await attack(`attacked tokens of ${profile.api} without a kid are inactive`, attacks, introspect, say),
    )
    if (present) findings.push(await attack(`they are refused by the API of ${profile.api}`, attacks, present, say))
    // Last, so that it shows that the attacks were those of a token that works.
    const genuine = tokenOf(api)
    const controls = [await introspect(genuine), ...(present ? [await present(genuine)] : [])]
    findings.push({
      promise: `the genuine token of ${profile.api} without a kid works after all`,
      attempts: controls.length,
      broken: controls.filter(isRefused).map(shown),
    })
  }
  await target.stop()
  return findings
}

/** @returns the id of the key */
async function importKey(target: Target, api: string, { key }: JwtKey): Promise<string> {
  const body = { key: key.toString('base64url'), kid: null, verifyOnly: true }
  return (await operate(target, `/operator/v1/signing-keys/${api}/import`, body)).body.id
}

function operate({ url }: Target, path: string, body: object): Promise<Answer> {
  return callSuccessfully(url, 'POST', path, { bearer: demoAdminKey, body })
}

function tokenOf({ key, claims }: OldApi): string {
  return signed(key, headerOf(key), claims)
}

function attacksOn(
  api: OldApi,
  apis: readonly OldApi[],
  own: NamedKey | undefined,
  retired: JwtKey | undefined,
): JwtAttack[] {
  const { profile, key, claims } = api
  if (!own || !retired) throw new Error(`${profile.api} lacks a key`)
  const genuine = tokenOf(api)
  const now = claims.iat
  const named: Named[] = [
    ...unsigned(api, genuine),
    ...otherAlgorithms(api),
    ['expired an hour ago', sign(api, { iat: now - 3_600 - profile.lifetime, exp: now - 3_600 })],
    ...['partner-login', 'broker-token', 'security-management', 'https://other.example'].map(
      (aud): Named => [`aud ${aud}`, sign(api, { aud })],
    ),
    ...apis
      .filter((other) => other !== api)
      .flatMap((other): Named[] => [
        [
          `signed with the imported key of ${other.profile.api}`,
          signed({ ...key, key: other.key.key }, headerOf(key), claims),
        ],
        [`a token of ${other.profile.api} with the claims of this API`, signed(other.key, headerOf(other.key), claims)],
      ]),
    ['signed with a key of an attacker', signed({ ...key, key: attackerKey }, headerOf(key), claims)],
    ['signed with an empty key', signed({ ...key, key: Buffer.alloc(0) }, headerOf(key), claims)],
    ['signed with half of the key', signed({ ...key, key: key.key.subarray(0, 32) }, headerOf(key), claims)],
    ['signed with a key that is retired', signed(retired, headerOf(retired), claims)],
    ['signed with the own key of the server, without its kid', signed(own, headerOf(key), api.ownClaims)],
    ['signed with the imported key under the kid of the own one', signed(key, headerOf(own), claims)],
    ...[null, '', 'none', 'null', 0, [], {}, '__proto__'].map(
      (kid): Named => [`a kid that is ${JSON.stringify(kid)}`, signed(key, { ...headerOf(key), kid }, claims)],
    ),
    ...wrongClaims({ profile, key, claims }),
    ...wrongForms({ key, claims, genuine, profile }),
  ]
  return named.map(([what, token]) => ({ what, token }))
}

function sign({ key, claims }: OldApi, extra: object): string {
  return signed(key, headerOf(key), { ...claims, ...extra })
}

function unsigned({ key, claims }: OldApi, genuine: string): Named[] {
  const [header, payload] = partsOf(genuine)
  return [
    ...['none', 'None', 'NONE', '', null].flatMap((alg): Named[] => {
      const text = `${encode({ alg, typ: 'JWT' })}.${encode(claims)}`
      return [
        [`alg ${JSON.stringify(alg)} without a signature`, `${text}.`],
        [`alg ${JSON.stringify(alg)} with the right signature`, `${text}.${hmac(key.algorithm, key.key, text)}`],
      ]
    }),
    ['an empty signature', `${header}.${payload}.`],
    ['no signature', `${header}.${payload}`],
  ]
}

function otherAlgorithms({ key, claims }: OldApi): Named[] {
  return ['HS256', 'HS384', 'HS512', 'RS256', 'ES256', 'EdDSA']
    .filter((alg) => alg !== key.algorithm)
    .map((alg): Named => {
      const text = `${encode({ alg, typ: 'JWT' })}.${encode(claims)}`
      const algorithm = alg.startsWith('HS') ? alg : key.algorithm
      return [`alg ${alg}, signed with the imported key`, `${text}.${hmac(algorithm, key.key, text)}`]
    })
}
