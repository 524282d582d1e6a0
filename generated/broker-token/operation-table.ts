// Written by "npm run generate" from openapi/. Do not edit.

import type { OperationTable } from '../runtime/client.js'

/** The operations of `broker-token`. `replies`: the media type by status, `null` where there is no body. */
export const operationTable = {
  createSecurityToken: { method: 'POST', path: '/api/token', body: 'application/json', replies: { 200: 'application/json', 413: 'application/json', 415: 'application/json', 429: 'application/json', 500: 'application/json', 503: 'application/json' } },
} as const satisfies OperationTable
