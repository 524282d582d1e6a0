// Written by "npm run generate" from openapi/. Do not edit.

import type { OperationTable } from '../runtime/client.js'

/** The operations of `security-management`. `replies`: the media type by status, `null` where there is no body. */
export const operationTable = {
  createTokenPair: { method: 'POST', path: '/api/v2/auth/token', body: 'application/json', replies: { 200: 'application/json', 400: 'application/json', 401: 'application/json', 413: 'application/json', 415: 'application/json', 429: 'application/json', 500: 'application/json', 503: 'application/json' } },
  refreshTokenPair: { method: 'PUT', path: '/api/v2/auth/token', body: 'application/json', replies: { 200: 'application/json', 400: 'application/json', 401: 'application/json', 413: 'application/json', 415: 'application/json', 429: 'application/json', 500: 'application/json', 503: 'application/json' } },
} as const satisfies OperationTable
