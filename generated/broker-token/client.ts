// Written by "npm run generate" from openapi/. Do not edit.

import { type ClientOperation, type ClientOptions, createContractClient } from '../runtime/client.js'
import { operationTable } from './operation-table.js'
import type { operations } from './types.js'

/** A typed client of `broker-token`: one method an operation, each answers with one of the documented replies. */
export interface BrokerTokenClient {
  /** Get a security token: `POST /api/token`. */
  readonly createSecurityToken: ClientOperation<operations['createSecurityToken']>
}

/** Makes a client of `broker-token`. */
export function createBrokerTokenClient(options: ClientOptions): BrokerTokenClient {
  return createContractClient<BrokerTokenClient>(operationTable, options)
}
