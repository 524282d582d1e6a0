// Written by "npm run generate" from openapi/. Do not edit.

import type { OperationTable } from '../runtime/client.js'

/** The operations of `gateway-tokens`. `replies`: the media type by status, `null` where there is no body. */
export const operationTable = {
  getTokenAccount: { method: 'GET', path: '/v1/api/auth', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 401: 'application/json', 500: 'application/json', 503: 'application/json' } },
  getTokenAccountAlias: { method: 'GET', path: '/v1/auth', security: [{ kind: 'bearer' }], replies: { 200: 'application/json', 401: 'application/json', 500: 'application/json', 503: 'application/json' } },
  issueGatewayToken: { method: 'POST', path: '/v1/frontend/auth', body: 'application/json', replies: { 200: 'application/json', 400: 'application/json', 413: 'application/json', 415: 'application/json', 500: 'application/json', 503: 'application/json' } },
  describeGatewayToken: { method: 'PUT', path: '/v1/frontend/auth', body: 'application/json', replies: { 200: 'application/json', 400: 'application/json', 404: 'application/json', 413: 'application/json', 415: 'application/json', 429: 'application/json', 500: 'application/json', 503: 'application/json' } },
  listGatewayTokens: { method: 'GET', path: '/v1/frontend/auth/{account_id}', replies: { 200: 'application/json', 400: 'application/json', 500: 'application/json', 503: 'application/json' } },
  revokeGatewayToken: { method: 'DELETE', path: '/v1/frontend/auth/{account_id}', body: 'application/json', replies: { 200: 'application/json', 400: 'application/json', 404: 'application/json', 413: 'application/json', 415: 'application/json', 429: 'application/json', 500: 'application/json', 503: 'application/json' } },
  getGatewayToken: { method: 'GET', path: '/v1/frontend/auth/{account_id}/{token_link}', replies: { 200: 'application/json', 400: 'application/json', 404: 'application/json', 500: 'application/json', 503: 'application/json' } },
  revokeAllGatewayTokens: { method: 'DELETE', path: '/v1/frontend/auth/{account_id}/revoke-all', replies: { 200: null, 400: 'application/json', 500: 'application/json', 503: 'application/json' } },
  listServiceTokens: { method: 'GET', path: '/v1/frontend/auth/service/{service_external_id}/mode/{service_mode}', replies: { 200: 'application/json', 400: 'application/json', 500: 'application/json', 503: 'application/json' } },
  revokeServiceToken: { method: 'DELETE', path: '/v1/frontend/auth/service/{service_external_id}/mode/{service_mode}', body: 'application/json', replies: { 200: 'application/json', 400: 'application/json', 404: 'application/json', 413: 'application/json', 415: 'application/json', 429: 'application/json', 500: 'application/json', 503: 'application/json' } },
  getServiceToken: { method: 'GET', path: '/v1/frontend/auth/service/{service_external_id}/mode/{service_mode}/{token_link}', replies: { 200: 'application/json', 400: 'application/json', 404: 'application/json', 500: 'application/json', 503: 'application/json' } },
  revokeAllServiceTokens: { method: 'DELETE', path: '/v1/frontend/auth/service/{service_external_id}/mode/{service_mode}/revoke-all', replies: { 200: null, 400: 'application/json', 500: 'application/json', 503: 'application/json' } },
  checkHealth: { method: 'GET', path: '/healthcheck', replies: { 200: 'application/json', 500: 'application/json', 503: 'application/json' } },
} as const satisfies OperationTable
