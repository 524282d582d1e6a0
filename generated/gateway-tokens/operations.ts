// Written by "npm run generate" from openapi/. Do not edit.

import type { Authenticator, CallContext, SecuredContext, WithDefaults } from '../runtime/operation.js'
import type { components, operations } from './types.js'

/** Gateway tokens: Opaque bearer tokens of gateway accounts (GOV.UK Pay, public auth). */
export interface GatewayTokensOperations<Principals extends Record<'gateway_token', unknown>> {
  /** Look up the account of a token: `GET /v1/api/auth`. */
  readonly getTokenAccount: (request: GatewayTokensRequests['getTokenAccount'], context: SecuredContext<Principals['gateway_token']>) => Promise<GatewayTokensReplies['getTokenAccount']>
  /** Look up the account of a token (alias): `GET /v1/auth`. */
  readonly getTokenAccountAlias: (request: GatewayTokensRequests['getTokenAccountAlias'], context: SecuredContext<Principals['gateway_token']>) => Promise<GatewayTokensReplies['getTokenAccountAlias']>
  /** Generate a token for a gateway account: `POST /v1/frontend/auth`. */
  readonly issueGatewayToken: (request: GatewayTokensRequests['issueGatewayToken'], context: CallContext) => Promise<GatewayTokensReplies['issueGatewayToken']>
  /** Update the description of a token: `PUT /v1/frontend/auth`. */
  readonly describeGatewayToken: (request: GatewayTokensRequests['describeGatewayToken'], context: CallContext) => Promise<GatewayTokensReplies['describeGatewayToken']>
  /** List the tokens of an account: `GET /v1/frontend/auth/{account_id}`. */
  readonly listGatewayTokens: (request: GatewayTokensRequests['listGatewayTokens'], context: CallContext) => Promise<GatewayTokensReplies['listGatewayTokens']>
  /** Revoke a token of an account: `DELETE /v1/frontend/auth/{account_id}`. */
  readonly revokeGatewayToken: (request: GatewayTokensRequests['revokeGatewayToken'], context: CallContext) => Promise<GatewayTokensReplies['revokeGatewayToken']>
  /** Show a token of an account: `GET /v1/frontend/auth/{account_id}/{token_link}`. */
  readonly getGatewayToken: (request: GatewayTokensRequests['getGatewayToken'], context: CallContext) => Promise<GatewayTokensReplies['getGatewayToken']>
  /** Revoke all tokens of an account: `DELETE /v1/frontend/auth/{account_id}/revoke-all`. */
  readonly revokeAllGatewayTokens: (request: GatewayTokensRequests['revokeAllGatewayTokens'], context: CallContext) => Promise<GatewayTokensReplies['revokeAllGatewayTokens']>
  /** List the tokens of a service: `GET /v1/frontend/auth/service/{service_external_id}/mode/{service_mode}`. */
  readonly listServiceTokens: (request: GatewayTokensRequests['listServiceTokens'], context: CallContext) => Promise<GatewayTokensReplies['listServiceTokens']>
  /** Revoke a token of a service: `DELETE /v1/frontend/auth/service/{service_external_id}/mode/{service_mode}`. */
  readonly revokeServiceToken: (request: GatewayTokensRequests['revokeServiceToken'], context: CallContext) => Promise<GatewayTokensReplies['revokeServiceToken']>
  /** Show a token of a service: `GET /v1/frontend/auth/service/{service_external_id}/mode/{service_mode}/{token_link}`. */
  readonly getServiceToken: (request: GatewayTokensRequests['getServiceToken'], context: CallContext) => Promise<GatewayTokensReplies['getServiceToken']>
  /** Revoke all tokens of a service: `DELETE /v1/frontend/auth/service/{service_external_id}/mode/{service_mode}/revoke-all`. */
  readonly revokeAllServiceTokens: (request: GatewayTokensRequests['revokeAllServiceTokens'], context: CallContext) => Promise<GatewayTokensReplies['revokeAllServiceTokens']>
  /** Check whether the service can answer: `GET /healthcheck`. */
  readonly checkHealth: (request: GatewayTokensRequests['checkHealth'], context: CallContext) => Promise<GatewayTokensReplies['checkHealth']>
}

/** What validation guarantees about each request. A body that is absent was validated as an empty object. */
export interface GatewayTokensRequests {
  readonly getTokenAccount: Record<never, never>
  readonly getTokenAccountAlias: Record<never, never>
  readonly issueGatewayToken: {
    readonly body: WithDefaults<components['schemas']['NewToken'], 'created_by' | 'token_type' | 'type' | 'service_external_id'>
  }
  readonly describeGatewayToken: {
    readonly body: components['schemas']['TokenDescription']
  }
  readonly listGatewayTokens: {
    readonly params: operations['listGatewayTokens']['parameters']['path']
    readonly query: NonNullable<operations['listGatewayTokens']['parameters']['query']>
  }
  readonly revokeGatewayToken: {
    readonly params: operations['revokeGatewayToken']['parameters']['path']
    readonly query: NonNullable<operations['revokeGatewayToken']['parameters']['query']>
    readonly body: components['schemas']['TokenReference']
  }
  readonly getGatewayToken: {
    readonly params: operations['getGatewayToken']['parameters']['path']
  }
  readonly revokeAllGatewayTokens: {
    readonly params: operations['revokeAllGatewayTokens']['parameters']['path']
  }
  readonly listServiceTokens: {
    readonly params: operations['listServiceTokens']['parameters']['path']
    readonly query: NonNullable<operations['listServiceTokens']['parameters']['query']>
  }
  readonly revokeServiceToken: {
    readonly params: operations['revokeServiceToken']['parameters']['path']
    readonly body: components['schemas']['TokenReference']
  }
  readonly getServiceToken: {
    readonly params: operations['getServiceToken']['parameters']['path']
  }
  readonly revokeAllServiceTokens: {
    readonly params: operations['revokeAllServiceTokens']['parameters']['path']
  }
  readonly checkHealth: Record<never, never>
}

/** The replies that each operation may answer. */
export interface GatewayTokensReplies {
  readonly getTokenAccount:
    | { readonly status: 200; readonly body: components['schemas']['TokenAccount'] }
    | { readonly status: 401; readonly body: components['schemas']['TokenRefusal']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  readonly getTokenAccountAlias:
    | { readonly status: 200; readonly body: components['schemas']['TokenAccount'] }
    | { readonly status: 401; readonly body: components['schemas']['TokenRefusal']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  readonly issueGatewayToken:
    | { readonly status: 200; readonly body: components['schemas']['GeneratedToken'] }
    | { readonly status: 400; readonly body: components['schemas']['Message'] }
  readonly describeGatewayToken:
    | { readonly status: 200; readonly body: components['schemas']['ListedToken'] }
    | { readonly status: 400; readonly body: components['schemas']['Message'] }
    | { readonly status: 404; readonly body: components['schemas']['Message'] }
  readonly listGatewayTokens:
    | { readonly status: 200; readonly body: components['schemas']['TokenList'] }
  readonly revokeGatewayToken:
    | { readonly status: 200; readonly body: components['schemas']['Revocation'] }
    | { readonly status: 400; readonly body: components['schemas']['Message'] }
    | { readonly status: 404; readonly body: components['schemas']['Message'] }
  readonly getGatewayToken:
    | { readonly status: 200; readonly body: components['schemas']['ListedToken'] }
    | { readonly status: 404; readonly body: components['schemas']['Message'] }
  readonly revokeAllGatewayTokens:
    | { readonly status: 200; readonly body?: never }
  readonly listServiceTokens:
    | { readonly status: 200; readonly body: components['schemas']['TokenList'] }
  readonly revokeServiceToken:
    | { readonly status: 200; readonly body: components['schemas']['Revocation'] }
    | { readonly status: 400; readonly body: components['schemas']['Message'] }
    | { readonly status: 404; readonly body: components['schemas']['Message'] }
  readonly getServiceToken:
    | { readonly status: 200; readonly body: components['schemas']['ListedToken'] }
    | { readonly status: 404; readonly body: components['schemas']['Message'] }
  readonly revokeAllServiceTokens:
    | { readonly status: 200; readonly body?: never }
  readonly checkHealth:
    | { readonly status: 200; readonly body: components['schemas']['Health'] }
}

/** Who calls, by security scheme. */
export interface GatewayTokensSecurity<Principals extends Record<'gateway_token', unknown>> {
  readonly gateway_token: Authenticator<
    string,
    Principals['gateway_token'],
    { readonly status: 401; readonly body: components['schemas']['TokenRefusal']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  >
}

/** The answer to a malformed or invalid request. */
export interface GatewayTokensInvalidRequestReply {
  readonly status: 400
  readonly body: components['schemas']['Message']
}
