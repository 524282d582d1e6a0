// Written by "npm run generate" from openapi/. Do not edit.

import type { OperationTable } from '../runtime/client.js'

/** The operations of `partner-login`. `replies`: the media type by status, `null` where there is no body. */
export const operationTable = {
  loginWithAccessKey: { method: 'POST', path: '/login', body: 'application/json', replies: { 201: 'text/plain', 400: 'application/json', 401: 'application/json', 413: 'application/json', 415: 'application/json', 429: 'application/json', 500: 'application/json', 503: 'application/json' } },
} as const satisfies OperationTable
