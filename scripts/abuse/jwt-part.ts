import { setTimeout as delay } from 'node:timers/promises'
import type { Claims, JwtKey, JwtProfile } from '../../src/crypto/jwt.js'
import { accessTokenProfile } from '../../src/domain/access-keys/access-token.js'
import { securityTokenProfile } from '../../src/domain/broker-users/security-token.js'
import { sessionTokenProfile } from '../../src/domain/security-users/access-token.js'
import { type Answer, call, callSuccessfully, demoAdminKey } from './call.js'
import { exampleBody, isRefusal, signIn } from './credentials.js'
import type { NamedKey } from './forged-token.js'
import { type JwtAttack, jwtAttacks } from './jwt-attacks.js'
import { type Finding, forEachConcurrently, type Run } from './part.js'
import { readSigningKeys } from './signing-keys.js'
import { startOnPostgresql } from './targets.js'

/** Presents a token. */
export type Present = (token: string) => Promise<Answer>

/** The JWTs of an API under attack. */
export interface Attacked {
  readonly profile: JwtProfile
  readonly genuine: string
  readonly other: string
  /** Presents a token to the API; absent where other services take it, which ask the introspection. */
  readonly present?: Present
}

/** Attacks the JWTs of each API, where the API takes them and at the introspection. */
export async function jwtPart({ workbench, update }: Run): Promise<Finding[]> {
  const target = await startOnPostgresql(workbench, { name: 'jwts' })
  const introspect: Present = (token) =>
    call(target.url, 'POST', '/operator/v1/introspect', { bearer: demoAdminKey, body: { token } })
  const attacked = await issueTokens(target.url)
  const keys = await readSigningKeys(target)
  const findings: Finding[] = []
  for (const { profile, genuine, other, present } of attacked) {
    const attacks = jwtAttacks({ profile, genuine, other, claims: claimsOf(genuine), ...ownAndForeign(keys, profile) })
    const say = (done: number): void => update(done, attacks.length, `JWTs of ${profile.api}`)
    findings.push(
      await attack(`introspection finds attacked JWTs of ${profile.api} inactive`, attacks, introspect, say),
    )
    // Last, so that it shows that the attacks were those of a token that works.
    const controls = [await introspect(genuine)]
    if (present) {
      findings.push(await attack(`attacked JWTs of ${profile.api} are refused`, attacks, present, say))
      controls.push(await present(genuine))
    }
    findings.push({
      promise: `the genuine JWT of ${profile.api} works after all`,
      attempts: controls.length,
      broken: controls.filter(isRefused).map(shown),
    })
  }
  await target.stop()
  return findings
}

/** Genuine tokens of each API. */
export async function issueTokens(base: string): Promise<Attacked[]> {
  const post = (path: string, operationId: string): Promise<Answer> =>
    callSuccessfully(base, 'POST', path, { body: exampleBody(operationId) })
  const securityToken = async (): Promise<string> => (await post('/api/token', 'createSecurityToken')).body.token
  const accessToken = async (): Promise<string> => (await post('/login', 'loginWithAccessKey')).text
  const pair = await signIn(base)
  return [
    {
      profile: securityTokenProfile,
      genuine: await securityToken(),
      other: await securityToken(),
      present: (token) => call(base, 'GET', '/api/ipn/account/tokens', { bearer: asHeader(token) }),
    },
    {
      profile: accessTokenProfile,
      genuine: await accessToken(),
      // Those of one second are the same.
      other: await delay(1_100).then(accessToken),
    },
    {
      profile: sessionTokenProfile,
      genuine: pair.token,
      other: (await signIn(base)).token,
      present: (token) => call(base, 'PUT', '/api/v2/auth/token', { body: { ...pair, token } }),
    },
  ]
}

function ownAndForeign(
  keys: ReadonlyMap<string, NamedKey>,
  { api }: JwtProfile,
): { readonly key: NamedKey; readonly foreignKeys: readonly JwtKey[] } {
  const key = keys.get(api)
  if (!key) throw new Error(`${api} has no signing key`)
  return { key, foreignKeys: [...keys.values()].filter((other) => other !== key) }
}

/** The claims of a token, unverified. */
export function claimsOf(token: string): Claims {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
}

/** The bytes of a text as a header can carry them. */
function asHeader(token: string): string {
  return Buffer.from(token).toString('latin1')
}

/** Presents attacked tokens, and tells which were taken or echoed. */
export async function attack(
  promise: string,
  attacks: readonly JwtAttack[],
  present: Present,
  say: (done: number) => void,
): Promise<Finding> {
  const broken: string[] = []
  await forEachConcurrently(attacks, 4, async ({ what, token }, index) => {
    say(index)
    const answer = await present(token)
    if (!isRefused(answer) || answer.status >= 500) broken.push(`${what}: ${shown(answer)}`)
    else if (token.length > 20 && answer.text.includes(token)) broken.push(`${what} is echoed: ${shown(answer)}`)
  })
  return { promise, attempts: attacks.length, broken }
}

/** Whether an answer says no, or that a token is not active. */
export function isRefused({ status, body }: Answer): boolean {
  return isRefusal(status, body)
}

/** An answer on a line. */
export function shown({ status, text }: Answer): string {
  return `${status} ${text.slice(0, 150)}`
}
