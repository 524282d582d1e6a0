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
}

/** Makes a client of `gateway-tokens`. */
export function createGatewayTokensClient(options: ClientOptions): GatewayTokensClient {
  return createContractClient<GatewayTokensClient>(operationTable, options)
}
