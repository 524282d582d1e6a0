import type { FastifyInstance } from 'fastify'
import { test } from 'tap'
import { openTestDatabase } from '../support/database.js'
import { send } from '../support/http.js'
import { adminKey, viewerKey } from '../support/operator.js'
import { startServer } from '../support/server.js'

/**
 * Who may call a route. `credentials`: they are in the body, and judged there. `token`: a token of that API. `network`: whoever
 * reaches the internal listener. `viewer`, `admin`: an operator of that role.
 */
type Caller = 'anyone' | 'credentials' | 'token' | 'network' | 'viewer' | 'admin'

const publicRoutes: Readonly<Record<string, Caller>> = {
  'POST /api/token': 'credentials',
  'GET /api/ipn/account/tokens': 'token',
  'POST /api/ipn/account/tokens': 'token',
  'GET /api/ipn/account/get/tokens/:token': 'token',
  'POST /api/ipn/account/get/tokens/:token': 'token',
  'GET /api/account/get/tokens/:token': 'token',
  'POST /api/account/get/tokens/:token': 'token',
  'GET /v1/api/auth': 'token',
  'GET /v1/auth': 'token',
  'POST /login': 'credentials',
  'POST /api/v2/auth/token': 'credentials',
  'PUT /api/v2/auth/token': 'credentials',
}

const operator = '/operator/v1'
const internalRoutes: Readonly<Record<string, Caller>> = {
  'POST /v1/frontend/auth': 'network',
  'PUT /v1/frontend/auth': 'network',
  'GET /v1/frontend/auth/:account_id': 'network',
  'DELETE /v1/frontend/auth/:account_id': 'network',
  'GET /v1/frontend/auth/:account_id/:token_link': 'network',
  'DELETE /v1/frontend/auth/:account_id/revoke-all': 'network',
  'GET /v1/frontend/auth/service/:service_external_id/mode/:service_mode': 'network',
  'DELETE /v1/frontend/auth/service/:service_external_id/mode/:service_mode': 'network',
  'GET /v1/frontend/auth/service/:service_external_id/mode/:service_mode/:token_link': 'network',
  'DELETE /v1/frontend/auth/service/:service_external_id/mode/:service_mode/revoke-all': 'network',
  'GET /healthcheck': 'network',
  'GET /metrics': 'network',
  [`POST ${operator}/introspect`]: 'viewer',
  [`POST ${operator}/broker-users`]: 'admin',
  [`GET ${operator}/broker-users`]: 'viewer',
  [`GET ${operator}/broker-users/:id`]: 'viewer',
  [`PATCH ${operator}/broker-users/:id`]: 'admin',
  [`DELETE ${operator}/broker-users/:id`]: 'admin',
  [`POST ${operator}/broker-users/:id/rotate-secret`]: 'admin',
  [`POST ${operator}/broker-users/:id/accounts`]: 'admin',
  [`DELETE ${operator}/broker-users/:id/accounts/:accountId`]: 'admin',
  [`POST ${operator}/access-keys`]: 'admin',
  [`GET ${operator}/access-keys`]: 'viewer',
  [`GET ${operator}/access-keys/:id`]: 'viewer',
  [`PATCH ${operator}/access-keys/:id`]: 'admin',
  [`POST ${operator}/access-keys/:id/activate`]: 'admin',
  [`POST ${operator}/access-keys/:id/revoke`]: 'admin',
  [`POST ${operator}/access-keys/:id/rotate-secret`]: 'admin',
  [`POST ${operator}/security-users`]: 'admin',
  [`GET ${operator}/security-users`]: 'viewer',
  [`GET ${operator}/security-users/:uid`]: 'viewer',
  [`PATCH ${operator}/security-users/:uid`]: 'admin',
  [`DELETE ${operator}/security-users/:uid`]: 'admin',
  [`POST ${operator}/security-users/:uid/end-sessions`]: 'admin',
  [`POST ${operator}/security-users/:uid/unlock`]: 'admin',
  [`POST ${operator}/gateway-tokens`]: 'admin',
  [`GET ${operator}/gateway-tokens`]: 'viewer',
  [`POST ${operator}/gateway-tokens/:tokenLink/revoke`]: 'admin',
  [`POST ${operator}/gateway-tokens/revoke-all`]: 'admin',
  [`POST ${operator}/gateway-tokens/revoke-by-token`]: 'admin',
  [`GET ${operator}/signing-keys`]: 'viewer',
  [`POST ${operator}/signing-keys/:api/rotate`]: 'admin',
  [`POST ${operator}/signing-keys/:api/import`]: 'admin',
  [`POST ${operator}/signing-keys/:api/retire`]: 'admin',
  [`POST ${operator}/signing-keys/:api/export`]: 'admin',
  [`POST ${operator}/operators`]: 'admin',
  [`GET ${operator}/operators`]: 'viewer',
  [`DELETE ${operator}/operators/:id`]: 'admin',
  [`GET ${operator}/audit-events`]: 'viewer',
  [`POST ${operator}/imports`]: 'admin',
}

const documentation = [
  '/',
  '/docs',
  '/docs/',
  '/docs/static/theme/page.css',
  '/docs/static/theme/page.js',
  '/docs/static/theme/favicon.svg',
  '/docs/static/index.html',
  '/docs/static/swagger-initializer.js',
  '/docs/*',
  '/docs/json',
  '/docs/yaml',
]

const health = ['/livez', '/readyz']

function contractsAt(...names: readonly string[]): string[] {
  return names.flatMap((name) => [`/openapi/${name}.json`, `/openapi/${name}.yaml`])
}

function openToAll(paths: readonly string[]): Record<string, Caller> {
  return Object.fromEntries(paths.map((path) => [`GET ${path}`, 'anyone']))
}

const shared = openToAll([...documentation, ...health])
const listeners: Readonly<Record<'public' | 'internal', Readonly<Record<string, Caller>>>> = {
  public: {
    ...shared,
    ...openToAll(
      contractsAt('broker-token', 'broker-accounts', 'gateway-tokens', 'partner-login', 'security-management'),
    ),
    ...publicRoutes,
  },
  internal: { ...shared, ...openToAll(contractsAt('gateway-tokens', 'operator')), ...internalRoutes },
}

/** Every path that a listener has a route for, as the router prints its tree. */
function pathsOf(app: FastifyInstance): string[] {
  const above: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const found = /^([│ ]*)[└├]── (\S+) \(/.exec(line)
      if (!found) return []
      const [, indent = '', part = ''] = found
      const depth = indent.length / 4
      const parent = depth === 0 ? '' : (above[depth - 1] ?? '')
      above[depth] = parent.endsWith('/') && part.startsWith('/') ? parent + part.slice(1) : parent + part
      return [above[depth] ?? '']
    })
}

for (const surface of ['public', 'internal'] as const) {
  test(`everybody who may call a route of the ${surface} listener is in the table, and nobody else may`, async (t) => {
    const { db } = await openTestDatabase(t)
    const { app, baseUrl } = await startServer(t, { db, surface })
    const table = listeners[surface]
    const known = new Set(Object.keys(table).map((route) => route.split(' ')[1]))
    t.strictSame([...new Set(pathsOf(app))].sort(), [...known].sort(), 'every route has a row, and every row a route')

    const call = (method: string, path: string, token?: string) =>
      send(baseUrl, {
        method,
        path: path
          .replace('*', 'x')
          .replace(':service_mode', 'LIVE')
          .replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000'),
        ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
      })
    for (const path of known) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const route = `${method} ${path}`
        const caller = table[route]
        const { status, text } = await call(method, path ?? '')
        if (caller === undefined) {
          t.ok([404, 405].includes(status), `${route} is not there: ${status}`)
        } else if (caller === 'token') {
          t.match(`${status} ${text}`, /^401 |^200 \{"error"/, `${route} asks for a token`)
        } else if (caller === 'viewer' || caller === 'admin') {
          t.equal(status, 401, `${route} asks for an operator key`)
          t.equal(
            (await call(method, path ?? '', `${adminKey.slice(0, -1)}x`)).status,
            401,
            `${route}: any key is no key`,
          )
          t.equal(
            (await call(method, path ?? '', viewerKey)).status === 403,
            caller === 'admin',
            `${route}: what a viewer may`,
          )
        } else {
          t.not(status, 403, route)
          if (caller !== 'credentials') t.not(status, 401, route)
        }
      }
    }
    if (surface === 'internal') {
      for (const [route, caller] of Object.entries(table)) {
        const [method = '', path = ''] = route.split(' ')
        // An admin may call everything: what it answers here is that nothing has this id, or that a body is missing.
        if (caller === 'viewer' || caller === 'admin') {
          const { status } = await call(method, path, adminKey)
          t.notOk([401, 403].includes(status), `${route}: ${status}`)
        }
      }
    }
  })
}
