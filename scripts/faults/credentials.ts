import { randomUUID } from 'node:crypto'
import type { Answer, Client } from './client.js'

/** A gateway token, of an account that has no other. */
export interface IssuedToken {
  readonly token: string
  readonly account: string
}

/** What a partner logs in with. */
export interface AccessKey {
  readonly id: string
  readonly accessKey: string
  readonly secret: string
}

/** A pair of tokens of a security user. */
export interface TokenPair {
  readonly token: string
  readonly refreshToken: string
}

export interface User {
  readonly uid: number
  readonly username: string
  readonly password: string
}

/** A call was not answered with a success. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed'
}

/** The body of an answer. @throws {CallFailed} */
export function successOf<Body>({ status, text }: Answer, action: string): Body {
  if (status < 200 || status > 299) throw new CallFailed(`${action} failed: ${status} ${text}`)
  return JSON.parse(text) as Body
}

export async function issueToken(client: Client): Promise<IssuedToken> {
  const account = randomUUID()
  const { token } = successOf<{ token: string }>(await client.issue(account), 'issuing a token')
  return { token, account }
}

export async function revokeToken(client: Client, { account }: IssuedToken): Promise<void> {
  const path = `/v1/frontend/auth/${account}`
  const { tokens } = successOf<{ tokens: { token_link: string }[] }>(await client.call(path), 'listing tokens')
  successOf(await client.send('DELETE', `${path}?token_link=${tokens[0]?.token_link}`), 'revoking a token')
}

/** Creates an access key that can be used. */
export async function createAccessKey(client: Client): Promise<AccessKey> {
  const details = { name: 'faults', account: randomUUID(), company: randomUUID() }
  const key = successOf<AccessKey>(
    await client.sendAsOperator('POST', '/operator/v1/access-keys', details),
    'creating an access key',
  )
  successOf(await client.sendAsOperator('POST', `/operator/v1/access-keys/${key.id}/activate`), 'activating a key')
  return key
}

/** Replaces the secret of an access key. @param overlapSeconds for how long the one before stays valid */
export async function rotateSecret(client: Client, key: AccessKey, overlapSeconds = 0): Promise<AccessKey> {
  const path = `/operator/v1/access-keys/${key.id}/rotate-secret`
  const answer = await client.sendAsOperator('POST', path, { overlapSeconds })
  return { ...key, secret: successOf<{ secret: string }>(answer, 'rotating a secret').secret }
}

export function logIn(client: Client, { accessKey, secret }: AccessKey): Promise<Answer> {
  return client.send('POST', '/login', { accessKey, secret })
}

export async function createUser(client: Client): Promise<User> {
  const user = { username: `${randomUUID()}@example.org` }
  return successOf(await client.sendAsOperator('POST', '/operator/v1/security-users', user), 'creating a user')
}

export function signIn(client: Client, { username, password }: User): Promise<Answer> {
  return client.send('POST', '/api/v2/auth/token', { username, password })
}

export function refresh(client: Client, { token, refreshToken }: TokenPair): Promise<Answer> {
  return client.send('PUT', '/api/v2/auth/token', { token, refreshToken })
}

/** The pair in the answer to a sign-in or a refresh. @throws where that failed */
export function pairOf(answer: Answer): TokenPair {
  const { content } = successOf<{ content: [TokenPair] }>(answer, 'getting a pair of tokens')
  return content[0]
}
