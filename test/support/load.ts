import { setTimeout as delay } from 'node:timers/promises'

const json = { 'content-type': 'application/json' }

/** Calls every public API through the proxy, over and over, and counts. */
export class Load {
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

/** Begins to call every public API, as a partner of each would. */
export async function loadOn(baseUrl: string): Promise<{ load: Load; securityToken: string }> {
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
  // Each API has signed a token before a test goes on.
  await found(await post('/login', partner), 201, /^eyJ/)

  load.repeat('broker-token', 60, async () => {
    await found(await post('/api/token', broker), 200, /"token":"([^"]+)"/)
  })
  load.repeat('broker-accounts', 60, async () => {
    await found(await get('/api/ipn/account/tokens', securityToken), 200, /"aToken"/)
  })
  load.repeat('broker-accounts, token in the path', 60, async () => {
    await found(await post(`/api/account/get/tokens/${securityToken}`, {}), 200, /"aToken"/)
  })
  load.repeat('gateway-tokens', 30, async () => {
    await found(await get('/v1/api/auth', 'twg_GatewayAccount1DemoTokenIsActive2qte6G'), 200, /"GATEWAY_ACCOUNT_1"/)
  })
  load.repeat('partner-login', 60, async () => {
    await found(await post('/login', partner), 201, /^eyJ/)
  })
  load.repeat('security-management, sign-in', 200, async () => {
    await pairOf(await signIn())
  })
  load.repeat('security-management, refresh', 100, async () => {
    pair = await pairOf(await post('/api/v2/auth/token', pair, 'PUT'))
  })
  return { load, securityToken }
}
