// Written by "npm run generate" from openapi/. Do not edit.

import type { Failure } from '../../src/contract/failure.js'
import type { Authenticator, FailureReply, Operation, OperationReply, SecuredContext } from '../../src/contract/operation.js'
import type { components, operations } from './types.js'

/** Gateway tokens: Opaque bearer tokens of gateway accounts (GOV.UK Pay, public auth). */
export interface GatewayTokensOperations<Principals extends Record<'gateway_token', unknown>> {
  /** Look up the account of a token: `GET /v1/api/auth`. */
  readonly getTokenAccount: Operation<operations['getTokenAccount'], GatewayTokensReplies['getTokenAccount'], SecuredContext<Principals['gateway_token']>>
  /** Look up the account of a token (alias): `GET /v1/auth`. */
  readonly getTokenAccountAlias: Operation<operations['getTokenAccountAlias'], GatewayTokensReplies['getTokenAccountAlias'], SecuredContext<Principals['gateway_token']>>
  /** Generate a token for a gateway account: `POST /v1/frontend/auth`. */
  readonly issueGatewayToken: Operation<operations['issueGatewayToken'], GatewayTokensReplies['issueGatewayToken']>
  /** Update the description of a token: `PUT /v1/frontend/auth`. */
  readonly describeGatewayToken: Operation<operations['describeGatewayToken'], GatewayTokensReplies['describeGatewayToken']>
  /** List the tokens of an account: `GET /v1/frontend/auth/{account_id}`. */
  readonly listGatewayTokens: Operation<operations['listGatewayTokens'], GatewayTokensReplies['listGatewayTokens']>
  /** Revoke a token of an account: `DELETE /v1/frontend/auth/{account_id}`. */
  readonly revokeGatewayToken: Operation<operations['revokeGatewayToken'], GatewayTokensReplies['revokeGatewayToken']>
}

/** The replies that each operation may answer. */
export interface GatewayTokensReplies {
  readonly getTokenAccount: OperationReply<operations['getTokenAccount'], 200 | 401>
  readonly getTokenAccountAlias: OperationReply<operations['getTokenAccountAlias'], 200 | 401>
  readonly issueGatewayToken: OperationReply<operations['issueGatewayToken'], 200 | 400>
  readonly describeGatewayToken: OperationReply<operations['describeGatewayToken'], 200 | 400 | 404>
  readonly listGatewayTokens: OperationReply<operations['listGatewayTokens'], 200>
  readonly revokeGatewayToken: OperationReply<operations['revokeGatewayToken'], 200 | 400 | 404>
}

/** Who calls, by security scheme. */
export interface GatewayTokensSecurity<Principals extends Record<'gateway_token', unknown>> {
  readonly gateway_token: Authenticator<
    Principals['gateway_token'],
    Extract<GatewayTokensReplies['getTokenAccount'], { status: 200 }> & Extract<GatewayTokensReplies['getTokenAccountAlias'], { status: 200 }> |
      Extract<GatewayTokensReplies['getTokenAccount'], { status: 401 }> & Extract<GatewayTokensReplies['getTokenAccountAlias'], { status: 401 }>
  >
}

/** A protocol failure in the envelope of this API. */
export type GatewayTokensFailureReply = FailureReply<{
  400: components['responses']['MalformedRequest']
  405: components['responses']['MethodNotAllowed']
  413: components['responses']['PayloadTooLarge']
  415: components['responses']['UnsupportedMediaType']
  429: components['responses']['TooManyRequests']
  500: components['responses']['InternalFailure']
  503: components['responses']['ServiceUnavailable']
}>

/** What an implementation of `gateway-tokens` consists of. */
export interface GatewayTokensImplementation<Principals extends Record<'gateway_token', unknown>> {
  readonly operations: GatewayTokensOperations<Principals>
  readonly security: GatewayTokensSecurity<Principals>
  readonly failures: (failure: Failure) => GatewayTokensFailureReply
}
