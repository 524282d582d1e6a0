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
import type { Answer, Instance } from './instance.js'

/** What somebody holds. */
export interface Credential {
  /** Presents it. @returns whether it is accepted; `undefined` where the server does not tell */
  present(instance: Instance): Promise<boolean | undefined>
  /** @throws {CallFailed} where the revocation is not acknowledged */
  revoke(instance: Instance): Promise<void>
}

/** How credentials of an API are created. @throws {CallFailed} where that is not acknowledged */
export type CreateCredential = (instance: Instance) => Promise<Credential>

function isAccepted({ status }: Answer): boolean | undefined {
  if (status === 401) return false
  return status === 200 || status === 201 ? true : undefined
}

/** The APIs of the broker refuse with the status 200, and the member `error`. */
function isAcceptedByBroker({ status, text }: Answer): boolean | undefined {
  return status === 200 ? !('error' in JSON.parse(text)) : undefined
}

async function createGatewayToken(instance: Instance): Promise<Credential> {
  const issued = await issueToken(instance)
  return {
    present: async (other) => isAccepted(await other.lookUp(issued.token)),
    revoke: (other) => revokeToken(other, issued),
  }
}

async function createLogin(instance: Instance): Promise<Credential> {
  const key = await createAccessKey(instance)
  return {
    present: async (other) => isAccepted(await logIn(other, key)),
    revoke: (other) => sendAsOperator(other, 'POST', `access-keys/${key.id}/revoke`),
  }
}

interface BrokerUser {
  readonly id: string
  readonly hash: string
  readonly secret: string
}

async function createBrokerUser(instance: Instance): Promise<BrokerUser> {
  const user = { name: 'faults', accounts: [{ name: 'faults' }] }
  return successOf(await instance.sendAsOperator('POST', '/operator/v1/broker-users', user), 'creating a broker user')
}

function deactivate(instance: Instance, { id }: BrokerUser): Promise<void> {
  return sendAsOperator(instance, 'PATCH', `broker-users/${id}`, { active: false })
}

function fetchToken(instance: Instance, { hash, secret }: BrokerUser): Promise<Answer> {
  return instance.send('POST', '/api/token', { hash, secret })
}

async function createBrokerSecret(instance: Instance): Promise<Credential> {
  const user = await createBrokerUser(instance)
  return {
    present: async (other) => isAcceptedByBroker(await fetchToken(other, user)),
    revoke: (other) => deactivate(other, user),
  }
}

async function createSecurityToken(instance: Instance): Promise<Credential> {
  const user = await createBrokerUser(instance)
  const { token } = successOf<{ token: string }>(await fetchToken(instance, user), 'getting a security token')
  return {
    async present(other) {
      return isAcceptedByBroker(
        await other.call('/api/ipn/account/tokens', { headers: { authorization: `Bearer ${token}` } }),
      )
    },
    revoke: (other) => deactivate(other, user),
  }
}

/** A pair may be sent again within ten seconds. */
const repeatWindowMs = 9_000

async function createSession(instance: Instance): Promise<Credential> {
  const user = await createUser(instance)
  let pair = pairOf(await signIn(instance, user))
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

async function sendAsOperator(instance: Instance, method: string, path: string, body?: unknown): Promise<void> {
  successOf(await instance.sendAsOperator(method, `/operator/v1/${path}`, body), `${method} ${path}`)
}

/** By API. */
export const credentialKinds: Readonly<Record<string, CreateCredential>> = {
  'gateway-tokens': createGatewayToken,
  'partner-login': createLogin,
  'broker-token': createBrokerSecret,
  'broker-accounts': createSecurityToken,
  'security-management': createSession,
}
