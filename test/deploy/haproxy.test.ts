import { request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Test } from 'tap'
import { freePort } from '../../scripts/test/free-port.js'
import { testOn } from '../support/database.js'
import { demoEnvironment } from '../support/demo-environment.js'
import { noHaproxy, startHaproxy } from '../support/haproxy.js'
import { OwnProcess } from '../support/process.js'

const json = { 'content-type': 'application/json' }

interface Instances {
  readonly ports: readonly [number, number]
  start(port: number): Promise<OwnProcess>
}

/** Starts instances on one database, as `compose.yaml` does; each has been ready when it is given. */
async function instances(t: Test): Promise<Instances> {
  const { env } = await demoEnvironment(t)
  const settings = { ...env, INTERNAL_PORT: '0', TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'warn' }
  return {
    ports: [await freePort(), await freePort()],
    async start(port) {
      const server = new OwnProcess(t, 'src/server.ts', [], { ...settings, PORT: String(port) })
      await server.waitFor(/listens on/)
      await until200(`http://127.0.0.1:${port}/readyz`)
      return server
    },
  }
}

async function until200(url: string): Promise<void> {
  while (
    !(await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    await delay(100)
  }
}

/** Calls every public API through the proxy, over and over, and counts. */
class Load {
  readonly counts: Record<string, number> = {}
  readonly failures: string[] = []
  #isOver = false
  readonly #loops: Promise<void>[] = []

  constructor(readonly baseUrl: string) {}

  /**
   * @param pause between calls, in milliseconds
   * @param call throws where the answer is not a success
   */
  repeat(name: string, pause: number, call: () => Promise<void>): void {
    this.counts[name] = 0
    const loop = async (): Promise<void> => {
      while (!this.#isOver) {
        await call().catch((error: Error) => this.failures.push(`${name}: ${error.message} ${String(error.cause)}`))
        this.counts[name] = (this.counts[name] ?? 0) + 1
        await delay(pause)
      }
    }
    this.#loops.push(loop())
  }

  get total(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0)
  }

  async end(): Promise<void> {
    this.#isOver = true
    await Promise.all(this.#loops)
  }
}

/** Reads an answer; of the wanted status and shape it gives what the pattern finds, else it throws. */
async function found(answer: Response, status: number, pattern: RegExp): Promise<string> {
  const text = await answer.text()
  const match = pattern.exec(text)
  if (answer.status !== status || !match) throw new Error(`${answer.status} ${text.slice(0, 200)}`)
  return match[1] ?? match[0]
}

async function loadOn(baseUrl: string): Promise<{ load: Load; securityToken: string }> {
  const load = new Load(baseUrl)
  const post = (path: string, body: object, method = 'POST') =>
    fetch(baseUrl + path, { method, headers: json, body: JSON.stringify(body) })
  const get = (path: string, token: string) => fetch(baseUrl + path, { headers: { authorization: `Bearer ${token}` } })
  const hash = 'bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68'
  const broker = { hash, secret: 'demo-broker-secret-Zm9vYmFy' }
  const partner = {
    accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94',
    secret: '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq',
  }
  const user = { username: 'ethan.buckley@datastoreltd.biz', password: 'S0qUx56pW!' }

  const securityToken = await found(await post('/api/token', broker), 200, /"token":"([^"]+)"/)
  const signIn = () => post('/api/v2/auth/token', user)
  const pairOf = async (answer: Response): Promise<{ token: string; refreshToken: string }> =>
    JSON.parse(await found(answer, 200, /\{"(?:customerId":"[^"]+","|)token[^}]+\}/))
  let pair = await pairOf(await signIn())

  load.repeat('broker-token', 20, async () => {
    await found(await post('/api/token', broker), 200, /"token":"([^"]+)"/)
  })
  load.repeat('broker-accounts', 20, async () => {
    await found(await get('/api/ipn/account/tokens', securityToken), 200, /"aToken"/)
  })
  load.repeat('broker-accounts, token in the path', 20, async () => {
    await found(await post(`/api/account/get/tokens/${securityToken}`, {}), 200, /"aToken"/)
  })
  load.repeat('gateway-tokens', 10, async () => {
    await found(await get('/v1/api/auth', 'twg_GatewayAccount1DemoTokenIsActive2qte6G'), 200, /"GATEWAY_ACCOUNT_1"/)
  })
  load.repeat('partner-login', 20, async () => {
    await found(await post('/login', partner), 201, /^eyJ/)
  })
  load.repeat('security-management, sign-in', 200, async () => {
    await pairOf(await signIn())
  })
  load.repeat('security-management, refresh', 50, async () => {
    pair = await pairOf(await post('/api/v2/auth/token', pair, 'PUT'))
  })
  return { load, securityToken }
}

testOn(
  'postgresql',
  'instances that are restarted one after the other under load fail no request',
  async (t) => {
    const { ports, start } = await instances(t)
    const servers = await Promise.all(ports.map(start))
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
    for (const name of ['one', 'two']) t.match(proxy.output, ` instances/${name} `, 'both instances served')
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
