// Written by "npm run generate" from openapi/. Do not edit.

import { type ClientOperation, type ClientOptions, createContractClient } from '../runtime/client.js'
import { operationTable } from './operation-table.js'
import type { operations } from './types.js'

/** A typed client of `partner-login`: one method an operation, each answers with one of the documented replies. */
export interface PartnerLoginClient {
  /** Get an access token for an access key: `POST /login`. */
  readonly loginWithAccessKey: ClientOperation<operations['loginWithAccessKey']>
}

/** Makes a client of `partner-login`. */
export function createPartnerLoginClient(options: ClientOptions): PartnerLoginClient {
  return createContractClient<PartnerLoginClient>(operationTable, options)
}
