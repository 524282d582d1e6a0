import { setTimeout as delay } from 'node:timers/promises'
import type { Answer } from './client.js'
import type { Outcome } from './fault.js'
import type { Instance } from './instance.js'

/** Every answer has to be there within this time, whatever the database does. */
const maxSeconds = 2.5
const maxRecoverySeconds = 2

/** Calls that go on during a fault: tokens are issued and looked up at every instance, and each is asked whether it is ready. */
export class Traffic {
  readonly acknowledged: string[] = []
  readonly failures: Record<string, number> = {}
  requests = 0
  unavailable = 0
  slowestSeconds = 0
  readonly #lastSuccess = new Map<Instance, number>()
  #isOver = false
  readonly #loops: Promise<void>[]

  constructor(
    readonly instances: readonly Instance[],
    loopsPerInstance = 4,
  ) {
    this.#loops = instances.flatMap((instance) => [
      ...Array.from({ length: loopsPerInstance }, (_, index) => this.#loop(instance, index)),
      this.#watch(instance),
    ])
  }

  async #loop(instance: Instance, index: number): Promise<void> {
    while (!this.#isOver) {
      const known = this.acknowledged[Math.floor(Math.random() * this.acknowledged.length)]
      if (index % 2 === 0 || known === undefined) {
        const answer = await instance.issue()
        const token = answer.status === 200 ? (JSON.parse(answer.text) as { token: string }).token : undefined
        if (token !== undefined) this.#succeed(instance, token)
        this.#judge(answer)
      } else this.#judge(await instance.lookUp(known))
      await delay(5)
    }
  }

  async #watch(instance: Instance): Promise<void> {
    while (!this.#isOver) {
      this.#judge(await instance.call('/readyz'))
      await delay(100)
    }
  }

  #succeed(instance: Instance, token: string): void {
    this.acknowledged.push(token)
    this.#lastSuccess.set(instance, performance.now())
  }

  #judge({ status, seconds, hasRetryAfter }: Answer): void {
    this.requests++
    this.slowestSeconds = Math.max(this.slowestSeconds, seconds)
    if (status === 503) this.unavailable++
    if (status !== 200 && status !== 503) this.#fail(status === 0 ? 'no answer' : String(status))
    else if (status === 503 && !hasRetryAfter) this.#fail('503 without Retry-After')
    else if (seconds > maxSeconds) this.#fail(`slower than ${maxSeconds} s`)
  }

  #fail(kind: string): void {
    this.failures[kind] = (this.failures[kind] ?? 0) + 1
  }

  /** Waits until every instance has issued a token again. @returns after how many seconds; at most 30 */
  async recovery(): Promise<number> {
    const since = performance.now()
    const hasRecovered = (instance: Instance) => (this.#lastSuccess.get(instance) ?? 0) > since
    while (!this.instances.every(hasRecovered) && performance.now() - since < 30_000) await delay(20)
    return (performance.now() - since) / 1000
  }

  /** Ends the calls. */
  async stop(): Promise<void> {
    this.#isOver = true
    await Promise.all(this.#loops)
  }

  /** Ends the calls, and looks up every token whose issue was acknowledged. @returns how many are unknown */
  async end(): Promise<number> {
    await this.stop()
    const [instance] = this.instances
    if (!instance) return 0
    let lost = 0
    const left = [...this.acknowledged]
    const check = async (): Promise<void> => {
      for (let token = left.pop(); token !== undefined; token = left.pop()) {
        if ((await instance.lookUp(token)).status !== 200) lost++
      }
    }
    await Promise.all(Array.from({ length: 8 }, check))
    return lost
  }
}

/** Lets a fault happen under traffic, and judges what the callers saw. @param happen resolves when the fault is over */
export async function underTraffic(instances: readonly Instance[], happen: () => Promise<void>): Promise<Outcome> {
  const traffic = new Traffic(instances)
  await delay(1_000)
  try {
    await happen()
  } catch (error) {
    await traffic.stop()
    throw error
  }
  const recoverySeconds = await traffic.recovery()
  await delay(500)
  const lost = await traffic.end()
  const { requests, failures, unavailable, slowestSeconds, acknowledged } = traffic
  return {
    isKept: Object.keys(failures).length === 0 && lost === 0 && recoverySeconds <= maxRecoverySeconds,
    requests,
    failures,
    lost,
    recoverySeconds,
    note: `${unavailable} × 503, slowest ${slowestSeconds.toFixed(2)} s, ${acknowledged.length} tokens`,
  }
}
