import { setTimeout as delay } from 'node:timers/promises'
import { noOpenssl } from '../../../test/support/openssl.js'
import type { Answer } from '../client.js'
import { CredentialTraffic } from '../credential-traffic.js'
import type { Environment } from '../environment.js'
import type { Fault, Outcome } from '../fault.js'
import { missingPrograms } from '../patroni-cluster.js'
import { maxRecoverySeconds } from '../patroni-failover.js'
import { haproxy, Installation } from './installation.js'
import { countExpired, type Step, steps } from './operations.js'
import { databaseConnections, type Sample, sample } from './samples.js'

export const everythingName = 'everything'

/** About 100 calls a second with five APIs: a step is a call or three. */
const traffic = { pauseMs: 80, maxValid: 50 }
const sampleMs = 5_000
/** Metrics are read so often, as by Prometheus. */
const scrapeMs = 15_000
/** How long a process has to reach its size. */
const warmUpMs = 120_000
/** What is compared: the mean of so long after the warm-up, and of as long before the end. */
const windowMs = 60_000
/** The cleanup job runs at the latest so long after a start. */
const cleanupMs = 400_000

/** How much larger a process may be at the end: garbage that is not collected yet, and caches that fill slowly. */
const maxGrowth = 1.25

/**
 * Two instances behind the shipped proxy on three machines with PostgreSQL, called all the time, while all that happens in a year happens within
 * minutes: a failover, rolling restarts, a rotation of each kind, exports, diagnoses.
 */
export function everything(minutes: number): Fault {
  return {
    name: everythingName,
    promise:
      'no valid call fails, but for 503 during the failover; nothing lost, no revocation undone, the audit complete at its sink, no leak, no error logged',
    async run(environment): Promise<Outcome> {
      const missing = missingPrograms() ?? (haproxy === undefined ? 'haproxy not installed' : noOpenssl || undefined)
      if (missing !== undefined) return { isKept: process.env.REQUIRE_ALL !== '1', note: `not tried: ${missing}` }
      environment.onStep('starting three machines')
      const installation = await Installation.start(environment)
      try {
        return await new Run(environment, installation, minutes * 60_000).run()
      } finally {
        await installation.stop()
      }
    },
  }
}

class Run {
  readonly #startedAtMs = performance.now()
  readonly #traffic: CredentialTraffic
  readonly #complaints: Record<string, number> = {}
  readonly #samples: Sample[] = []
  readonly #connections: number[] = []
  #scrapes = 0
  #isOver = false
  #doing = 'nothing'

  constructor(
    readonly environment: Environment,
    readonly installation: Installation,
    readonly durationMs: number,
  ) {
    const { client, outage } = installation
    this.#traffic = new CredentialTraffic([client], {
      ...traffic,
      judgeUnavailable: (answer) => (outage.isNow() ? undefined : this.#describe(answer)),
    })
  }

  async run(): Promise<Outcome> {
    const watches = [this.#watch(sampleMs, () => this.#sample()), this.#watch(scrapeMs, () => this.#scrape())]
    try {
      for (const step of steps) {
        await this.#waitUntil(step.from, step.name)
        for (const complaint of await this.#perform(step)) this.#complain(complaint)
      }
      await this.#waitUntil(1, 'steady')
    } finally {
      this.#isOver = true
      await Promise.all(watches)
    }
    this.environment.onStep('using every credential once more')
    await this.#traffic.end()
    await this.#judgeAudit()
    await this.#judgeCleanup()
    await this.#judgeCluster()
    return this.#outcome()
  }

  /** Where a call failed that should not have: its path is cut, since some carry a token. */
  #describe({ status, call, seconds }: Answer): string {
    const second = Math.round((performance.now() - this.#startedAtMs) / 1_000)
    return `${status} in second ${second} (${this.#doing}) after ${seconds.toFixed(1)} s: ${call.slice(0, 24)}`
  }

  /** What fails does not end the run. */
  #perform({ name, run }: Step): Promise<readonly string[]> {
    this.#doing = name
    return run(this.installation, this.#traffic).catch((error: unknown) => [`${name}: ${String(error).slice(0, 200)}`])
  }

  #complain(kind: string, count = 1): void {
    this.#complaints[kind] = (this.#complaints[kind] ?? 0) + count
  }

  async #waitUntil(share: number, what: string): Promise<void> {
    const untilMs = this.#startedAtMs + share * this.durationMs
    for (;;) {
      const now = performance.now()
      const minute = Math.floor((now - this.#startedAtMs) / 60_000)
      this.environment.onStep(
        `minute ${minute} of ${this.durationMs / 60_000}, ${this.#traffic.requests} calls; ${what}`,
      )
      if (now >= untilMs) return
      this.#doing = 'nothing'
      await delay(Math.min(1_000, untilMs - now))
    }
  }

  async #watch(everyMs: number, look: () => Promise<void>): Promise<void> {
    while (!this.#isOver) {
      await look().catch((error: unknown) => this.#complain(`not watched: ${String(error).slice(0, 80)}`))
      await delay(everyMs)
    }
  }

  async #sample(): Promise<void> {
    this.#samples.push(...(await sample(this.installation)))
    // While there is no primary, nobody can be asked.
    if (!this.installation.outage.isNow()) this.#connections.push(await databaseConnections(this.installation))
  }

  /** An instance that is being restarted has no metrics. */
  async #scrape(): Promise<void> {
    for (const instance of this.installation.instances) {
      const { status, text } = await instance.call('/metrics')
      if (status === 200 && text.includes('tokenwright_')) this.#scrapes++
      else if (instance.child.exitCode === null && !this.installation.isRestarting) this.#complain('metrics not read')
    }
  }

  /** Every event that is stored has reached the receiver. */
  async #judgeAudit(): Promise<void> {
    const { receiver } = this.installation
    const stored = await this.installation.query<{ id: string }>('select id from audit_events')
    const deadline = performance.now() + 90_000
    const missing = () => {
      const received = new Set(receiver.events.map(({ id }) => id))
      return stored.filter(({ id }) => !received.has(id)).length
    }
    while (missing() > 0 && performance.now() < deadline) await delay(1_000)
    if (missing() > 0) this.#complain('audit event not at the sink', missing())
    if (receiver.wrong.length > 0) this.#complain('delivery with a wrong signature', receiver.wrong.length)
  }

  async #judgeCleanup(): Promise<void> {
    const left = await countExpired(this.installation)
    if (left > 0 && performance.now() - this.installation.lastStartAtMs > cleanupMs)
      this.#complain('expired row not deleted', left)
  }

  /** Each failover begins another timeline: on a machine that stands still for seconds there are some that nobody has asked for. */
  async #judgeCluster(): Promise<void> {
    const members = await this.installation.cluster.members()
    const failovers = Math.max(...members.map(({ timeline = 1 }) => timeline)) - 1
    if (failovers > 1) this.#complain('failover unasked', failovers - 1)
  }

  #outcome(): Outcome {
    const { log, outage, receiver } = this.installation
    const { refused, undone, requests, unavailable, acknowledged } = this.#traffic
    for (const [kind, count] of Object.entries(log.errors)) this.#complain(`logged: ${kind.slice(0, 120)}`, count)
    for (const api of refused) this.#complain(`valid refused (${api})`)
    for (const api of undone) this.#complain(`revocation undone (${api})`)
    const sizes = this.#judgeGrowth()
    const failures = { ...this.#traffic.failures, ...this.#complaints }
    const warnings = Object.entries(log.warnings).map(([message, count]) => `${count} × ${message}`)
    const note = [
      `${unavailable} × 503`,
      `${acknowledged} credentials at the end, ${undone.length} revocations undone`,
      `${receiver.events.length} audit events in ${receiver.deliveries.length} deliveries`,
      `${this.#scrapes} scrapes`,
      sizes,
      `connections to the database: ${this.#connections.at(0)} at first, ${Math.max(...this.#connections)} at most, ${this.#connections.at(-1)} at the end`,
      `warnings: ${warnings.join(', ') || 'none'}`,
    ].join('; ')
    const recoverySeconds = outage.seconds
    const isKept = Object.keys(failures).length === 0 && recoverySeconds <= maxRecoverySeconds
    return { isKept, requests, failures, lost: refused.length, recoverySeconds, note }
  }

  /** Compares memory and open files after the last restart with those at the end. @returns both */
  #judgeGrowth(): string {
    const endMs = this.#startedAtMs + this.durationMs
    const fromMs = this.installation.lastStartAtMs + warmUpMs
    const described = this.installation.places.map(({ name }) => {
      const own = this.#samples.filter(({ instance }) => instance === name)
      const within = (startMs: number) => own.filter(({ atMs }) => atMs >= startMs && atMs <= startMs + windowMs)
      const [first, early, late] = [this.#startedAtMs + windowMs, fromMs, endMs - windowMs].map((ms) =>
        meanOf(within(ms)),
      )
      if (!first || !early || !late) return `${name}: too short a run to compare`
      // In a short run there is nothing to compare.
      if (fromMs + 3 * windowMs < endMs) {
        if (late.megabytes > early.megabytes * maxGrowth) this.#complain(`memory of ${name} grows`)
        if (late.files > early.files * maxGrowth) this.#complain(`open files of ${name} grow`)
      }
      const each = (of: (mean: Mean) => number) => [first, early, late].map((mean) => Math.round(of(mean))).join(', ')
      return `${name}: ${each(({ megabytes }) => megabytes)} MB and ${each(({ files }) => files)} files (second minute, after the last restart, at the end)`
    })
    return described.join('; ')
  }
}

type Mean = Pick<Sample, 'megabytes' | 'files'>

function meanOf(samples: readonly Sample[]): Mean | undefined {
  if (samples.length === 0) return undefined
  const mean = (of: (one: Sample) => number) => samples.reduce((sum, one) => sum + of(one), 0) / samples.length
  return { megabytes: mean(({ megabytes }) => megabytes), files: mean(({ files }) => files) }
}
