// Written by "npm run generate" from openapi/. Do not edit.

import type { Authenticator, SecuredContext } from '../runtime/operation.js'
import type { components, operations } from './types.js'

/** Broker accounts: The account token of the current user (Thinksurance Public API V1.1, get account token). */
export interface BrokerAccountsOperations<Principals extends Record<'security_token', unknown>> {
  /** Get the account token of the user: `GET /api/ipn/account/tokens`. */
  readonly getAccountToken: (request: BrokerAccountsRequests['getAccountToken'], context: SecuredContext<Principals['security_token']>) => Promise<BrokerAccountsReplies['getAccountToken']>
  /** Get the account token of the user (POST): `POST /api/ipn/account/tokens`. */
  readonly postAccountToken: (request: BrokerAccountsRequests['postAccountToken'], context: SecuredContext<Principals['security_token']>) => Promise<BrokerAccountsReplies['postAccountToken']>
  /** List the account tokens of the user (merged path): `GET /api/ipn/account/get/tokens/{token}`. */
  readonly listAccountTokensMerged: (request: BrokerAccountsRequests['listAccountTokensMerged'], context: SecuredContext<Principals['security_token']>) => Promise<BrokerAccountsReplies['listAccountTokensMerged']>
  /** List the account tokens of the user (merged path, POST): `POST /api/ipn/account/get/tokens/{token}`. */
  readonly postAccountTokensMerged: (request: BrokerAccountsRequests['postAccountTokensMerged'], context: SecuredContext<Principals['security_token']>) => Promise<BrokerAccountsReplies['postAccountTokensMerged']>
  /** List the account tokens of the user: `GET /api/account/get/tokens/{token}`. */
  readonly listAccountTokens: (request: BrokerAccountsRequests['listAccountTokens'], context: SecuredContext<Principals['security_token'] | undefined>) => Promise<BrokerAccountsReplies['listAccountTokens']>
  /** List the account tokens of the user (old version): `POST /api/account/get/tokens/{token}`. */
  readonly postAccountTokens: (request: BrokerAccountsRequests['postAccountTokens'], context: SecuredContext<Principals['security_token'] | undefined>) => Promise<BrokerAccountsReplies['postAccountTokens']>
}

/** What validation guarantees about each request. A body that is absent was validated as an empty object. */
export interface BrokerAccountsRequests {
  readonly getAccountToken: Record<never, never>
  readonly postAccountToken: Record<never, never>
  readonly listAccountTokensMerged: {
    readonly params: operations['listAccountTokensMerged']['parameters']['path']
  }
  readonly postAccountTokensMerged: {
    readonly params: operations['postAccountTokensMerged']['parameters']['path']
  }
  readonly listAccountTokens: {
    readonly params: operations['listAccountTokens']['parameters']['path']
  }
  readonly postAccountTokens: {
    readonly params: operations['postAccountTokens']['parameters']['path']
  }
}

/** The replies that each operation may answer. */
export interface BrokerAccountsReplies {
  readonly getAccountToken:
    | { readonly status: 200; readonly body: components['schemas']['AccountTokenAnswer'] }
  readonly postAccountToken:
    | { readonly status: 200; readonly body: components['schemas']['AccountTokenAnswer'] }
  readonly listAccountTokensMerged:
    | { readonly status: 200; readonly body: components['schemas']['AccountTokenListAnswer'] }
  readonly postAccountTokensMerged:
    | { readonly status: 200; readonly body: components['schemas']['AccountTokenListAnswer'] }
  readonly listAccountTokens:
    | { readonly status: 200; readonly body: components['schemas']['AccountTokenListAnswer'] }
  readonly postAccountTokens:
    | { readonly status: 200; readonly body: components['schemas']['AccountTokenListAnswer'] }
}

/** Who calls, by security scheme. */
export interface BrokerAccountsSecurity<Principals extends Record<'security_token', unknown>> {
  readonly security_token: Authenticator<
    string,
    Principals['security_token'],
    { readonly status: 200; readonly body: components['schemas']['AccountTokenAnswer'] } & { readonly status: 200; readonly body: components['schemas']['AccountTokenListAnswer'] }
  >
}

/** The answer to a malformed or invalid request. */
export interface BrokerAccountsInvalidRequestReply {
  readonly status: 200
  readonly body: components['schemas']['AccountTokenFailure']
}
