// Written by "npm run generate" from openapi/. Do not edit.

import type { Failure } from '../../src/contract/failure.js'
import type { Authenticator, FailureReply, Operation, OperationReply, SecuredContext } from '../../src/contract/operation.js'
import type { components, operations } from './types.js'

/** Broker accounts: The account token of the current user (Thinksurance Public API V1.1, get account token). */
export interface BrokerAccountsOperations<Principals extends Record<'security_token', unknown>> {
  /** Get the account token of the user: `GET /api/ipn/account/tokens`. */
  readonly getAccountToken: Operation<operations['getAccountToken'], BrokerAccountsReplies['getAccountToken'], SecuredContext<Principals['security_token']>>
  /** Get the account token of the user (POST): `POST /api/ipn/account/tokens`. */
  readonly postAccountToken: Operation<operations['postAccountToken'], BrokerAccountsReplies['postAccountToken'], SecuredContext<Principals['security_token']>>
  /** List the account tokens of the user (merged path): `GET /api/ipn/account/get/tokens/{token}`. */
  readonly listAccountTokensMerged: Operation<operations['listAccountTokensMerged'], BrokerAccountsReplies['listAccountTokensMerged'], SecuredContext<Principals['security_token']>>
  /** List the account tokens of the user (merged path, POST): `POST /api/ipn/account/get/tokens/{token}`. */
  readonly postAccountTokensMerged: Operation<operations['postAccountTokensMerged'], BrokerAccountsReplies['postAccountTokensMerged'], SecuredContext<Principals['security_token']>>
  /** List the account tokens of the user: `GET /api/account/get/tokens/{token}`. */
  readonly listAccountTokens: Operation<operations['listAccountTokens'], BrokerAccountsReplies['listAccountTokens'], SecuredContext<Principals['security_token']>>
  /** List the account tokens of the user (old version): `POST /api/account/get/tokens/{token}`. */
  readonly postAccountTokens: Operation<operations['postAccountTokens'], BrokerAccountsReplies['postAccountTokens'], SecuredContext<Principals['security_token']>>
}

/** The replies that each operation may answer. */
export interface BrokerAccountsReplies {
  readonly getAccountToken: OperationReply<operations['getAccountToken'], 200>
  readonly postAccountToken: OperationReply<operations['postAccountToken'], 200>
  readonly listAccountTokensMerged: OperationReply<operations['listAccountTokensMerged'], 200>
  readonly postAccountTokensMerged: OperationReply<operations['postAccountTokensMerged'], 200>
  readonly listAccountTokens: OperationReply<operations['listAccountTokens'], 200>
  readonly postAccountTokens: OperationReply<operations['postAccountTokens'], 200>
}

/** Who calls, by security scheme. */
export interface BrokerAccountsSecurity<Principals extends Record<'security_token', unknown>> {
  readonly security_token: Authenticator<
    Principals['security_token'],
    Extract<BrokerAccountsReplies['getAccountToken'], { status: 200 }> & Extract<BrokerAccountsReplies['postAccountToken'], { status: 200 }> & Extract<BrokerAccountsReplies['listAccountTokensMerged'], { status: 200 }> & Extract<BrokerAccountsReplies['postAccountTokensMerged'], { status: 200 }> & Extract<BrokerAccountsReplies['listAccountTokens'], { status: 200 }> & Extract<BrokerAccountsReplies['postAccountTokens'], { status: 200 }>
  >
}

/** A protocol failure in the envelope of this API. */
export type BrokerAccountsFailureReply = FailureReply<{
  200: components['responses']['MalformedRequest']
  405: components['responses']['MethodNotAllowed']
  413: components['responses']['PayloadTooLarge']
  415: components['responses']['UnsupportedMediaType']
  429: components['responses']['TooManyRequests']
  500: components['responses']['InternalFailure']
  503: components['responses']['ServiceUnavailable']
}>

/** What an implementation of `broker-accounts` consists of. */
export interface BrokerAccountsImplementation<Principals extends Record<'security_token', unknown>> {
  readonly operations: BrokerAccountsOperations<Principals>
  readonly security: BrokerAccountsSecurity<Principals>
  readonly failures: (failure: Failure) => BrokerAccountsFailureReply
}
