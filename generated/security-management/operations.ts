// Written by "npm run generate" from openapi/. Do not edit.

import type { Failure } from '../../src/contract/failure.js'
import type { FailureReply, Operation, OperationReply } from '../../src/contract/operation.js'
import type { components, operations } from './types.js'

/** Security management: User name and password to a pair of tokens (floLIVE, security management application). */
export interface SecurityManagementOperations {
  /** Create a pair of tokens for a user: `POST /api/v2/auth/token`. */
  readonly createTokenPair: Operation<operations['createTokenPair'], SecurityManagementReplies['createTokenPair']>
  /** Exchange a pair of tokens for the next one: `PUT /api/v2/auth/token`. */
  readonly refreshTokenPair: Operation<operations['refreshTokenPair'], SecurityManagementReplies['refreshTokenPair']>
}

/** The replies that each operation may answer. */
export interface SecurityManagementReplies {
  readonly createTokenPair: OperationReply<operations['createTokenPair'], 200 | 401 | 429>
  readonly refreshTokenPair: OperationReply<operations['refreshTokenPair'], 200 | 401>
}

/** Who calls, by security scheme. */
export type SecurityManagementSecurity = Record<never, never>

/** A protocol failure in the envelope of this API. */
export type SecurityManagementFailureReply = FailureReply<{
  400: components['responses']['MalformedRequest']
  405: components['responses']['MethodNotAllowed']
  413: components['responses']['PayloadTooLarge']
  415: components['responses']['UnsupportedMediaType']
  429: components['responses']['TooManyRequests']
  500: components['responses']['InternalFailure']
  503: components['responses']['ServiceUnavailable']
}>

/** What an implementation of `security-management` consists of. */
export interface SecurityManagementImplementation {
  readonly operations: SecurityManagementOperations
  readonly security: SecurityManagementSecurity
  readonly failures: (failure: Failure) => SecurityManagementFailureReply
}
