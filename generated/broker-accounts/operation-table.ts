// Written by "npm run generate" from openapi/. Do not edit.

import type { OperationTable } from '../runtime/client.js'

/** The operations of `broker-accounts`. `replies`: the media type by status, `null` where there is no body. */
export const operationTable = {
  getAccountToken: { method: 'GET', path: '/api/ipn/account/tokens', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 500: 'application/json', 503: 'application/json' } },
  postAccountToken: { method: 'POST', path: '/api/ipn/account/tokens', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 500: 'application/json', 503: 'application/json' } },
  listAccountTokensMerged: { method: 'GET', path: '/api/ipn/account/get/tokens/{token}', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 500: 'application/json', 503: 'application/json' } },
  postAccountTokensMerged: { method: 'POST', path: '/api/ipn/account/get/tokens/{token}', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 500: 'application/json', 503: 'application/json' } },
  listAccountTokens: { method: 'GET', path: '/api/account/get/tokens/{token}', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 500: 'application/json', 503: 'application/json' } },
  postAccountTokens: { method: 'POST', path: '/api/account/get/tokens/{token}', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 500: 'application/json', 503: 'application/json' } },
} as const satisfies OperationTable
