// Written by "npm run generate" from openapi/. Do not edit.

import type { CallContext } from '../runtime/operation.js'
import type { components } from './types.js'

/** Security management: User name and password to a pair of tokens (floLIVE, security management application). */
export interface SecurityManagementOperations {
  /** Create a pair of tokens for a user: `POST /api/v2/auth/token`. */
  readonly createTokenPair: (request: SecurityManagementRequests['createTokenPair'], context: CallContext) => Promise<SecurityManagementReplies['createTokenPair']>
  /** Exchange a pair of tokens for the next one: `PUT /api/v2/auth/token`. */
  readonly refreshTokenPair: (request: SecurityManagementRequests['refreshTokenPair'], context: CallContext) => Promise<SecurityManagementReplies['refreshTokenPair']>
}

/** What validation guarantees about each request. A body that is absent was validated as an empty object. */
export interface SecurityManagementRequests {
  readonly createTokenPair: {
    readonly body: components['schemas']['UserCredentials']
  }
  readonly refreshTokenPair: {
    readonly body: components['schemas']['PresentedTokenPair']
  }
}

/** The replies that each operation may answer. */
export interface SecurityManagementReplies {
  readonly createTokenPair:
    | { readonly status: 200; readonly body: components['schemas']['CreatedTokenPair'] }
    | { readonly status: 401; readonly body: components['schemas']['CredentialsRefusal'] }
    | { readonly status: 429; readonly body: components['schemas']['TokenPairFailure']; readonly headers: { readonly 'Retry-After': components['headers']['RetryAfter'] } }
  readonly refreshTokenPair:
    | { readonly status: 200; readonly body: components['schemas']['RefreshedTokenPair'] }
    | { readonly status: 401; readonly body: components['schemas']['TokenPairRefusal'] }
}

/** The answer to a malformed or invalid request. */
export interface SecurityManagementInvalidRequestReply {
  readonly status: 400
  readonly body: components['schemas']['TokenPairFailure']
}
