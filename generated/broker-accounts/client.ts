// Written by "npm run generate" from openapi/. Do not edit.

import { type ClientOperation, type ClientOptions, createContractClient } from '../runtime/client.js'
import { operationTable } from './operation-table.js'
import type { operations } from './types.js'

/** A typed client of `broker-accounts`: one method an operation, each answers with one of the documented replies. */
export interface BrokerAccountsClient {
  /** Get the account token of the user: `GET /api/ipn/account/tokens`. */
  readonly getAccountToken: ClientOperation<operations['getAccountToken']>
  /** Get the account token of the user (POST): `POST /api/ipn/account/tokens`. */
  readonly postAccountToken: ClientOperation<operations['postAccountToken']>
  /** List the account tokens of the user (merged path): `GET /api/ipn/account/get/tokens/{token}`. */
  readonly listAccountTokensMerged: ClientOperation<operations['listAccountTokensMerged']>
  /** List the account tokens of the user (merged path, POST): `POST /api/ipn/account/get/tokens/{token}`. */
  readonly postAccountTokensMerged: ClientOperation<operations['postAccountTokensMerged']>
  /** List the account tokens of the user: `GET /api/account/get/tokens/{token}`. */
  readonly listAccountTokens: ClientOperation<operations['listAccountTokens']>
  /** List the account tokens of the user (old version): `POST /api/account/get/tokens/{token}`. */
  readonly postAccountTokens: ClientOperation<operations['postAccountTokens']>
}

/** Makes a client of `broker-accounts`. */
export function createBrokerAccountsClient(options: ClientOptions): BrokerAccountsClient {
  return createContractClient<BrokerAccountsClient>(operationTable, options)
}
