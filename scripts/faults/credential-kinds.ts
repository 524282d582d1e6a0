import type { Answer, Client } from './client.js'
import {
  createAccessKey,
  createUser,
  issueToken,
  logIn,
  pairOf,
  refresh,
  revokeToken,
  signIn,
  successOf,
} from './credentials.js'

/** What somebody holds. */
export interface Credential {
  /** Presents it. @returns whether it is accepted; `undefined` where the server does not tell */
  present(client: Client): Promise<boolean | undefined>
  /** @throws {CallFailed} where the revocation is not acknowledged */
  revoke(client: Client): Promise<void>
}

/** How credentials of an API are created. @throws {CallFailed} where that is not acknowledged */
export type CreateCredential = (client: Client) => Promise<Credential>

export function isAccepted({ status }: Answer): boolean | undefined {
  if (status === 401) return false
  return status === 200 || status === 201 ? true : undefined
}

/** The APIs of the broker refuse with the status 200, and the member `error`. */
export function isAcceptedByBroker({ status, text }: Answer): boolean | undefined {
  return status === 200 ? !('error' in JSON.parse(text)) : undefined
}

async function createGatewayToken(client: Client): Promise<Credential> {
  const issued = await issueToken(client)
  return {
    present: async (other) => isAccepted(await other.lookUp(issued.token)),
    revoke: (other) => revokeToken(other, issued),
  }
}

async function createLogin(client: Client): Promise<Credential> {
  const key = await createAccessKey(client)
  return {
    present: async (other) => isAccepted(await logIn(other, key)),
    revoke: (other) => sendAsOperator(other, 'POST', `access-keys/${key.id}/revoke`),
  }
}

export interface BrokerUser {
  readonly id: string
  readonly hash: string
  readonly secret: string
}

export async function createBrokerUser(client: Client): Promise<BrokerUser> {
  const user = { name: 'faults', accounts: [{ name: 'faults' }] }
  return successOf(await client.sendAsOperator('POST', '/operator/v1/broker-users', user), 'creating a broker user')
}

function deactivate(client: Client, { id }: BrokerUser): Promise<void> {
  return sendAsOperator(client, 'PATCH', `broker-users/${id}`, { active: false })
}

export function fetchToken(client: Client, { hash, secret }: BrokerUser): Promise<Answer> {
  return client.send('POST', '/api/token', { hash, secret })
}

async function createBrokerSecret(client: Client): Promise<Credential> {
  const user = await createBrokerUser(client)
  return {
    present: async (other) => isAcceptedByBroker(await fetchToken(other, user)),
    revoke: (other) => deactivate(other, user),
  }
}

/** Well before a security token expires, after 15 minutes. */
const maxSecurityTokenMs = 10 * 60_000

async function createSecurityToken(client: Client): Promise<Credential> {
  const user = await createBrokerUser(client)
  let token = await securityTokenOf(client, user)
  let fetchedAtMs = performance.now()
  return {
    async present(other) {
      if (performance.now() - fetchedAtMs > maxSecurityTokenMs) {
        const answer = await fetchToken(other, user)
        if (!isAcceptedByBroker(answer)) return isAcceptedByBroker(answer)
        token = (JSON.parse(answer.text) as { token: string }).token
        fetchedAtMs = performance.now()
      }
      return isAcceptedByBroker(
        await other.call('/api/ipn/account/tokens', { headers: { authorization: `Bearer ${token}` } }),
      )
    },
    revoke: (other) => deactivate(other, user),
  }
}

/** @throws {CallFailed} */
export async function securityTokenOf(client: Client, user: BrokerUser): Promise<string> {
  return successOf<{ token: string }>(await fetchToken(client, user), 'getting a security token').token
}

/** A pair may be sent again within ten seconds. */
const repeatWindowMs = 9_000

async function createSession(client: Client): Promise<Credential> {
  const user = await createUser(client)
  let pair = pairOf(await signIn(client, user))
  /** When the pair was first sent without an answer: it may be used up since. */
  let unansweredSince: number | undefined
  let isRevoked = false
  return {
    async present(other) {
      const answer = await refresh(other, pair)
      const accepted = isAccepted(answer)
      if (accepted) [pair, unansweredSince] = [pairOf(answer), undefined]
      if (accepted === undefined) unansweredSince ??= performance.now() - answer.seconds * 1000
      if (accepted !== false || unansweredSince === undefined || isRevoked) return accepted
      if (performance.now() - unansweredSince < repeatWindowMs) return false
      // Too late to tell a retry from a theft.
      const again = await signIn(other, user)
      if (again.status === 200) [pair, unansweredSince] = [pairOf(again), undefined]
      return isAccepted(again)
    },
    async revoke(other) {
      isRevoked = true
      await sendAsOperator(other, 'POST', `security-users/${user.uid}/end-sessions`)
    },
  }
}

async function sendAsOperator(client: Client, method: string, path: string, body?: unknown): Promise<void> {
  successOf(await client.sendAsOperator(method, `/operator/v1/${path}`, body), `${method} ${path}`)
}

/** By API. */
export const credentialKinds: Readonly<Record<string, CreateCredential>> = {
  'gateway-tokens': createGatewayToken,
  'partner-login': createLogin,
  'broker-token': createBrokerSecret,
  'broker-accounts': createSecurityToken,
  'security-management': createSession,
}
