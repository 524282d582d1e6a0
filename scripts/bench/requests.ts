import type { Request } from 'autocannon'
import type { Work } from './contestant.js'
import { type Fixture, malformedTokens, unknownTokens } from './fixture.js'

/** As many as there are of everything that is called for. */
const many = 10_000

export function bearer(path: string, token: string): Request {
  return { method: 'GET', path, headers: { authorization: `Bearer ${token}` } }
}

export function post(path: string, body: object, headers: Record<string, string> = {}): Request {
  return {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
}

/** Looks each of the tokens up. */
export function lookUps(tokens: readonly string[]): Request[] {
  return tokens.map((token) => bearer('/v1/api/auth', token))
}

/** Issues tokens of many accounts. */
export function issues(): Request[] {
  return Array.from({ length: many }, (_, index) => post('/v1/frontend/auth', newToken(index)))
}

/** The body with which a token of an account is issued. */
function newToken(index: number): { account_id: string; description: string; created_by: string } {
  return {
    account_id: String(1_000_000 + (index % 2_500)),
    description: 'Token of a frontend.',
    created_by: `user${index % 500}@example.org`,
  }
}

/**
 * The requests for each work, as the product takes them; the bare routes get the same.
 * @param securityTokens what `POST /api/token` answers
 */
export function requestsOf(fixture: Fixture, securityTokens: readonly string[]): Record<Work, readonly Request[]> {
  return {
    'look-up': lookUps(fixture.tokens),
    unknown: lookUps(unknownTokens(many)),
    malformed: lookUps(malformedTokens(many)),
    mint: fixture.brokers.map((broker) => post('/api/token', broker)),
    login: fixture.accessKeys.map((accessKey) => post('/login', accessKey)),
    accounts: securityTokens.map((token) => bearer('/api/ipn/account/tokens', token)),
    issue: issues(),
    password: fixture.users.map((user) => post('/api/v2/auth/token', user)),
  }
}
