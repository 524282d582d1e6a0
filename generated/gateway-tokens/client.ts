// Written by "npm run generate" from openapi/. Do not edit.

import { type ClientOperation, type ClientOptions, createContractClient } from '../runtime/client.js'
import { operationTable } from './operation-table.js'
import type { operations } from './types.js'

/** A typed client of `gateway-tokens`: one method an operation, each answers with one of the documented replies. */
export interface GatewayTokensClient {
  /** Look up the account of a token: `GET /v1/api/auth`. */
  readonly getTokenAccount: ClientOperation<operations['getTokenAccount']>
  /** Look up the account of a token (alias): `GET /v1/auth`. */
  readonly getTokenAccountAlias: ClientOperation<operations['getTokenAccountAlias']>
  /** Generate a token for a gateway account: `POST /v1/frontend/auth`. */
  readonly issueGatewayToken: ClientOperation<operations['issueGatewayToken']>
  /** Update the description of a token: `PUT /v1/frontend/auth`. */
  readonly describeGatewayToken: ClientOperation<operations['describeGatewayToken']>
  /** List the tokens of an account: `GET /v1/frontend/auth/{account_id}`. */
  readonly listGatewayTokens: ClientOperation<operations['listGatewayTokens']>
  /** Revoke a token of an account: `DELETE /v1/frontend/auth/{account_id}`. */
  readonly revokeGatewayToken: ClientOperation<operations['revokeGatewayToken']>
  /** Show a token of an account: `GET /v1/frontend/auth/{account_id}/{token_link}`. */
  readonly getGatewayToken: ClientOperation<operations['getGatewayToken']>
  /** Revoke all tokens of an account: `DELETE /v1/frontend/auth/{account_id}/revoke-all`. */
  readonly revokeAllGatewayTokens: ClientOperation<operations['revokeAllGatewayTokens']>
  /** List the tokens of a service: `GET /v1/frontend/auth/service/{service_external_id}/mode/{service_mode}`. */
  readonly listServiceTokens: ClientOperation<operations['listServiceTokens']>
  /** Revoke a token of a service: `DELETE /v1/frontend/auth/service/{service_external_id}/mode/{service_mode}`. */
  readonly revokeServiceToken: ClientOperation<operations['revokeServiceToken']>
  /** Show a token of a service: `GET /v1/frontend/auth/service/{service_external_id}/mode/{service_mode}/{token_link}`. */
  readonly getServiceToken: ClientOperation<operations['getServiceToken']>
  /** Revoke all tokens of a service: `DELETE /v1/frontend/auth/service/{service_external_id}/mode/{service_mode}/revoke-all`. */
  readonly revokeAllServiceTokens: ClientOperation<operations['revokeAllServiceTokens']>
  /** Check whether the service can answer: `GET /healthcheck`. */
  readonly checkHealth: ClientOperation<operations['checkHealth']>
}

/** Makes a client of `gateway-tokens`. */
export function createGatewayTokensClient(options: ClientOptions): GatewayTokensClient {
  return createContractClient<GatewayTokensClient>(operationTable, options)
}
