// Written by "npm run generate" from openapi/. Do not edit.

import type { Failure } from '../../src/contract/failure.js'
import type { FailureReply, Operation, OperationReply } from '../../src/contract/operation.js'
import type { components, operations } from './types.js'

/** Broker token: A security token for a hash and a secret (Thinksurance Public API V1, get token). */
export interface BrokerTokenOperations {
  /** Get a security token: `POST /api/token`. */
  readonly createSecurityToken: Operation<operations['createSecurityToken'], BrokerTokenReplies['createSecurityToken']>
}

/** The replies that each operation may answer. */
export interface BrokerTokenReplies {
  readonly createSecurityToken: OperationReply<operations['createSecurityToken'], 200>
}

/** Who calls, by security scheme. */
export type BrokerTokenSecurity = Record<never, never>

/** A protocol failure in the envelope of this API. */
export type BrokerTokenFailureReply = FailureReply<{
  200: components['responses']['MalformedRequest']
  405: components['responses']['MethodNotAllowed']
  413: components['responses']['PayloadTooLarge']
  415: components['responses']['UnsupportedMediaType']
  429: components['responses']['TooManyRequests']
  500: components['responses']['InternalFailure']
  503: components['responses']['ServiceUnavailable']
}>

/** What an implementation of `broker-token` consists of. */
export interface BrokerTokenImplementation {
  readonly operations: BrokerTokenOperations
  readonly security: BrokerTokenSecurity
  readonly failures: (failure: Failure) => BrokerTokenFailureReply
}
