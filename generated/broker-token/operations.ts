// Written by "npm run generate" from openapi/. Do not edit.

import type { CallContext } from '../runtime/operation.js'
import type { components } from './types.js'

/** Broker token: A security token for a hash and a secret (Thinksurance Public API V1, get token). */
export interface BrokerTokenOperations {
  /** Get a security token: `POST /api/token`. */
  readonly createSecurityToken: (request: BrokerTokenRequests['createSecurityToken'], context: CallContext) => Promise<BrokerTokenReplies['createSecurityToken']>
}

/** What validation guarantees about each request. A body that is absent was validated as an empty object. */
export interface BrokerTokenRequests {
  readonly createSecurityToken: {
    readonly body: components['schemas']['Credentials']
  }
}

/** The replies that each operation may answer. */
export interface BrokerTokenReplies {
  readonly createSecurityToken:
    | { readonly status: 200; readonly body: components['schemas']['SecurityTokenAnswer'] }
}

/** The answer to a malformed or invalid request. */
export interface BrokerTokenInvalidRequestReply {
  readonly status: 200
  readonly body: components['schemas']['SecurityTokenFailure']
}
