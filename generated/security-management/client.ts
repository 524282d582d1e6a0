// Written by "npm run generate" from openapi/. Do not edit.

import { type ClientOperation, type ClientOptions, createContractClient } from '../runtime/client.js'
import { operationTable } from './operation-table.js'
import type { operations } from './types.js'

/** A typed client of `security-management`: one method an operation, each answers with one of the documented replies. */
export interface SecurityManagementClient {
  /** Create a pair of tokens for a user: `POST /api/v2/auth/token`. */
  readonly createTokenPair: ClientOperation<operations['createTokenPair']>
  /** Exchange a pair of tokens for the next one: `PUT /api/v2/auth/token`. */
  readonly refreshTokenPair: ClientOperation<operations['refreshTokenPair']>
}

/** Makes a client of `security-management`. */
export function createSecurityManagementClient(options: ClientOptions): SecurityManagementClient {
  return createContractClient<SecurityManagementClient>(operationTable, options)
}
