import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Answer, Client } from '../client.js'
import { createBrokerUser, fetchToken, isAcceptedByBroker, securityTokenOf } from '../credential-kinds.js'
import {
  createAccessKey,
  createUser,
  issueToken,
  logIn,
  pairOf,
  refresh,
  rotateSecret,
  signIn,
  successOf,
} from '../credentials.js'

/** What somebody should have seen, and did not. */
type Complaints = readonly string[]

/** Replaces one kind of secret by what the operator API has for it, and says what was not as it should be. */
export type Rotation = (client: Client) => Promise<Complaints>

const overlapSeconds = 60

/** What does not hold. */
function complaintsOf(claims: Readonly<Record<string, boolean | undefined>>): Complaints {
  return Object.entries(claims).flatMap(([claim, holds]) => (holds === true ? [] : [`not so: ${claim}`]))
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300
}

async function rotateBrokerSecret(client: Client): Promise<Complaints> {
  const user = await createBrokerUser(client)
  const path = `/operator/v1/broker-users/${user.id}/rotate-secret`
  const rotate = async (seconds: number): Promise<typeof user> => {
    const answer = await client.sendAsOperator('POST', path, { overlapSeconds: seconds })
    return { ...user, secret: successOf<{ secret: string }>(answer, 'rotating a broker secret').secret }
  }
  const isAccepted = async (one: typeof user) => isAcceptedByBroker(await fetchToken(client, one))
  const second = await rotate(overlapSeconds)
  const inOverlap = [await isAccepted(user), await isAccepted(second)]
  const third = await rotate(0)
  return complaintsOf({
    'both broker secrets are accepted in the overlap': inOverlap.every(Boolean),
    'the third broker secret is accepted': await isAccepted(third),
    'earlier broker secrets are refused': !(await isAccepted(user)) && !(await isAccepted(second)),
  })
}

async function rotateAccessKey(client: Client): Promise<Complaints> {
  const key = await createAccessKey(client)
  const second = await rotateSecret(client, key, overlapSeconds)
  const inOverlap = [await logIn(client, key), await logIn(client, second)]
  const third = await rotateSecret(client, key)
  return complaintsOf({
    'both secrets of an access key are accepted in the overlap': inOverlap.every(isSuccess),
    'the third secret of an access key is accepted': isSuccess(await logIn(client, third)),
    'earlier secrets of an access key are refused':
      (await logIn(client, key)).status === 401 && (await logIn(client, second)).status === 401,
  })
}

/** The client has the new key from then on. */
async function rotateOperatorKey(client: Client): Promise<Complaints> {
  const create = async (): Promise<{ readonly id: string; readonly key: string }> => {
    const operator = { name: `faults ${randomBytes(4).toString('hex')}`, role: 'admin' }
    return successOf(await client.sendAsOperator('POST', '/operator/v1/operators', operator), 'creating an operator')
  }
  const first = await create()
  client.operatorKey = first.key
  const second = await create()
  client.operatorKey = second.key
  const removed = await client.sendAsOperator('DELETE', `/operator/v1/operators/${first.id}`)
  const withFirst = await client.send('GET', '/operator/v1/operators/me', undefined, {
    authorization: `Bearer ${first.key}`,
  })
  return complaintsOf({
    'the first operator is removed': isSuccess(removed),
    'its key is refused': withFirst.status === 401,
    'the second key is accepted': isSuccess(await client.sendAsOperator('GET', '/operator/v1/operators/me')),
  })
}

async function rotatePassword(client: Client): Promise<Complaints> {
  const user = await createUser(client)
  const pair = pairOf(await signIn(client, user))
  const password = randomBytes(16).toString('hex')
  const changed = await client.sendAsOperator('PATCH', `/operator/v1/security-users/${user.uid}`, { password })
  return complaintsOf({
    'the password is changed': isSuccess(changed),
    'the session has ended': (await refresh(client, pair)).status === 401,
    'the earlier password is refused': (await signIn(client, user)).status === 401,
    'the new password is accepted': isSuccess(await signIn(client, { ...user, password })),
  })
}

async function reissueGatewayToken(client: Client): Promise<Complaints> {
  const first = await issueToken(client)
  const path = `/v1/frontend/auth/${first.account}`
  const listed = successOf<{ tokens: [{ token_link: string }] }>(await client.call(path), 'listing tokens')
  const { token } = successOf<{ token: string }>(await client.issue(first.account), 'issuing a token again')
  const both = [await client.lookUp(first.token), await client.lookUp(token)]
  const revoked = await client.send('DELETE', `${path}?token_link=${listed.tokens[0].token_link}`)
  return complaintsOf({
    'both gateway tokens are accepted': both.every(isSuccess),
    'the earlier one is revoked': isSuccess(revoked),
    'the earlier one is refused': (await client.lookUp(first.token)).status === 401,
    'the new one is accepted': isSuccess(await client.lookUp(token)),
  })
}

async function rotateSigningKeys(client: Client): Promise<Complaints> {
  const isActive = async (token: string): Promise<boolean> => {
    const answer = await client.sendAsOperator('POST', '/operator/v1/introspect', { token })
    return successOf<{ active: boolean }>(answer, 'introspecting a token').active
  }
  const sign = async (): Promise<readonly string[]> => [
    await securityTokenOf(client, await createBrokerUser(client)),
    (await logIn(client, await createAccessKey(client))).text,
    pairOf(await signIn(client, await createUser(client))).token,
  ]
  const before = await sign()
  const rotated: Answer[] = []
  for (const api of ['broker-token', 'partner-login', 'security-management']) {
    rotated.push(await client.sendAsOperator('POST', `/operator/v1/signing-keys/${api}/rotate`, {}))
  }
  const all = [before, await sign()]
  while (await hasPublishedKey(client)) {
    await delay(1_000)
    all.push(await sign())
  }
  all.push(await sign())
  return complaintsOf({
    'each signing key is rotated': rotated.every(isSuccess),
    'what was signed before, meanwhile and after is accepted': (await Promise.all(all.flat().map(isActive))).every(
      Boolean,
    ),
  })
}

/** Whether a new signing key does not sign yet. */
async function hasPublishedKey(client: Client): Promise<boolean> {
  const answer = await client.sendAsOperator('GET', '/operator/v1/signing-keys')
  const { items } = successOf<{ items: { state: string }[] }>(answer, 'listing signing keys')
  return items.some(({ state }) => state === 'published')
}

/** By what is replaced. */
export const rotations: Readonly<Record<string, Rotation>> = {
  'broker secret': rotateBrokerSecret,
  'access key': rotateAccessKey,
  'operator key': rotateOperatorKey,
  password: rotatePassword,
  'gateway token': reissueGatewayToken,
  'signing keys': rotateSigningKeys,
}
