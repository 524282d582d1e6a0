// Written by "npm run generate" from openapi/. Do not edit.

import type { Failure } from '../../src/contract/failure.js'
import type { FailureReply, Operation, OperationReply } from '../../src/contract/operation.js'
import type { components, operations } from './types.js'

/** Partner login: An access key and its secret to a JWT (PagFast / PayBrokers). */
export interface PartnerLoginOperations {
  /** Get an access token for an access key: `POST /login`. */
  readonly loginWithAccessKey: Operation<operations['loginWithAccessKey'], PartnerLoginReplies['loginWithAccessKey']>
}

/** The replies that each operation may answer. */
export interface PartnerLoginReplies {
  readonly loginWithAccessKey: OperationReply<operations['loginWithAccessKey'], 201 | 401>
}

/** Who calls, by security scheme. */
export type PartnerLoginSecurity = Record<never, never>

/** A protocol failure in the envelope of this API. */
export type PartnerLoginFailureReply = FailureReply<{
  400: components['responses']['MalformedRequest']
  405: components['responses']['MethodNotAllowed']
  413: components['responses']['PayloadTooLarge']
  415: components['responses']['UnsupportedMediaType']
  429: components['responses']['TooManyRequests']
  500: components['responses']['InternalFailure']
  503: components['responses']['ServiceUnavailable']
}>

/** What an implementation of `partner-login` consists of. */
export interface PartnerLoginImplementation {
  readonly operations: PartnerLoginOperations
  readonly security: PartnerLoginSecurity
  readonly failures: (failure: Failure) => PartnerLoginFailureReply
}
