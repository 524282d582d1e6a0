import { request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../../scripts/test/free-port.js'
import type { JsonObject } from '../../src/contract/contract.js'
import { publicContracts } from '../../src/verify/contracts.js'
import { testOn } from '../support/database.js'
import { noHaproxy, startHaproxy } from '../support/haproxy.js'
import { instances, until200 } from '../support/instances.js'
import { loadOn } from '../support/load.js'

const json = { 'content-type': 'application/json' }

testOn(
  'postgresql',
  'instances that are restarted one after the other under load fail no request',
  async (t) => {
    const { ports, start } = await instances(t)
    const servers = await Promise.all(ports.map((port) => start(port)))
    const { proxy, baseUrl } = await startHaproxy(t, ports)
    await until200(`${baseUrl}/readyz`)
    const { load, securityToken } = await loadOn(baseUrl)

    for (const [index, port] of ports.entries()) {
      const before = load.total
      const server = servers[index]
      server?.child.kill('SIGTERM')
      t.equal((await server?.ended)?.code, 0)
      await start(port)
      t.ok(load.total > before, 'requests were made meanwhile')
    }
    await delay(1_000)
    await load.end()

    t.comment(`${load.total} requests, ${load.failures.length} failures: ${JSON.stringify(load.counts)}`)
    t.strictSame(load.failures, [])
    for (const [name, count] of Object.entries(load.counts)) t.ok(count >= 20, `${name}: ${count} requests`)
    for (const name of ['one', 'two']) t.match(proxy.output, new RegExp(` \\S+/${name} `), 'both instances served')
    t.notOk(proxy.output.includes(securityToken), 'the log of the proxy has no token of a path')
  },
  noHaproxy,
)

testOn(
  'postgresql',
  'through the proxy a client counts by its own address, whatever it claims, and reaches public operations only',
  async (t) => {
    const { ports, start } = await instances(t)
    await start(ports[0])
    const { baseUrl } = await startHaproxy(t, ports)
    await until200(`${baseUrl}/readyz`)
    t.equal((await fetch(`${baseUrl}/v1/frontend/auth/15`)).status, 404)

    const body = '{"username":"ethan.buckley@datastoreltd.biz","password":"not the password"}'
    const guess = (localAddress: string, claim: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = { ...json, 'x-forwarded-for': claim }
        const options = { method: 'POST', localAddress, headers, agent: false }
        const asked = request(`${baseUrl}/api/v2/auth/token`, options, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
        asked.on('error', reject)
        asked.end(body)
      })
    const statuses: (number | undefined)[] = []
    for (let attempt = 1; attempt <= 7; attempt++) statuses.push(await guess('127.0.0.2', `198.51.100.${attempt}`))
    t.strictSame(statuses.slice(0, 5), [401, 401, 401, 401, 401])
    t.ok(statuses.includes(429))
    t.equal(await guess('127.0.0.3', '127.0.0.2'), 401, 'another address is not made to wait')
  },
  noHaproxy,
)

testOn(
  'postgresql',
  'while no instance is there the proxy answers as the contract of the path says',
  async (t) => {
    const { baseUrl } = await startHaproxy(t, [await freePort(), await freePort()])
    // Before its first checks the proxy takes instances for present.
    await delay(1_000)
    for (const { name, document, operations } of publicContracts()) {
      const path = Object.values(operations)[0]?.path ?? ''
      const response = await fetch(baseUrl + path.replaceAll(/\{\w+\}/g, 'x'), { method: 'GET' })
      t.equal(response.status, 503, path)
      for (const header of ['retry-after', 'cache-control', 'x-request-id']) t.ok(response.headers.get(header), header)
      t.equal(response.headers.get('content-type'), 'application/json')
      const { components } = document as { components: { responses: Record<string, unknown> } }
      const { content } = components.responses.ServiceUnavailable as Record<'content', Record<string, JsonObject>>
      const [example] = Object.values(content['application/json']?.examples as Record<string, { value: unknown }>)
      t.strictSame(await response.json(), example?.value, name)
    }
    const other = await fetch(`${baseUrl}/nothing`)
    t.equal(other.headers.get('content-type'), 'application/problem+json')
    t.strictSame(await other.json(), { type: 'about:blank', title: 'Service Unavailable', status: 503 })
  },
  noHaproxy,
)
