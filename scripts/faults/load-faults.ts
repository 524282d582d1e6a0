import { setTimeout as delay } from 'node:timers/promises'
import type { Fault, Outcome } from './fault.js'
import type { Instance } from './instance.js'

/** Seconds until an answer of which one in a hundred takes longer, of calls that come one after the other in a few loops. */
async function p99(instance: Instance, durationMs: number): Promise<number> {
  const seconds: number[] = []
  const until = performance.now() + durationMs
  const loop = async (): Promise<void> => {
    while (performance.now() < until) seconds.push((await instance.issue()).seconds)
  }
  await Promise.all(Array.from({ length: 4 }, loop))
  return seconds.toSorted((one, other) => one - other)[Math.floor(seconds.length * 0.99)] ?? 0
}

/** Below this, a greater latency than before is noise. */
const quietSeconds = 0.1

export const overload: Fault = {
  name: '4 × overload',
  promise: 'only 2xx, 429 and 503; memory below 600 MB; p99 as before within 5 s',
  async run(environment): Promise<Outcome> {
    const [instance] = await environment.startPair(await environment.createDatabase())
    if (!instance) return { isKept: false }
    const before = await p99(instance, 2_000)
    const until = performance.now() + (environment.isShort ? 6_000 : 60_000)
    const failures: Record<string, number> = {}
    let [requests, refused, memory] = [0, 0, 0]
    const loop = async (): Promise<void> => {
      while (performance.now() < until) {
        const { status } = await instance.issue()
        requests++
        if (status === 429 || status === 503) refused++
        else if (status !== 200) failures[status] = (failures[status] ?? 0) + 1
        if (requests % 500 === 0) memory = Math.max(memory, await instance.memory())
      }
    }
    // The pool has ten connections, and a batch takes up to 500: four times what two batches take.
    await Promise.all(Array.from({ length: environment.isShort ? 500 : 4_000 }, loop))
    const endedAt = performance.now()
    let [after, recoverySeconds] = [Number.POSITIVE_INFINITY, 0]
    while (after > Math.max(2 * before, quietSeconds) && recoverySeconds < 10) {
      after = await p99(instance, 1_000)
      recoverySeconds = (performance.now() - endedAt) / 1000
    }
    const isKept = Object.keys(failures).length === 0 && !(memory > 600) && recoverySeconds <= 5
    const latency = `p99 ${(before * 1000).toFixed(0)} ms before, ${(after * 1000).toFixed(0)} ms after`
    const note = `${refused} refused, ${Math.round(memory)} MB, ${latency}`
    return { isKept, requests, failures, recoverySeconds, note }
  },
}

const sampleMs = 5_000

/** Steady traffic for minutes: does the memory grow? @param minutes how long, of which the first fifth warms up */
export function soak(minutes: number): Fault {
  return {
    name: `soak of ${minutes} minutes`,
    promise: 'only 200, and memory grows by at most 1 MB a minute',
    async run(environment): Promise<Outcome> {
      const [instance] = await environment.startPair(await environment.createDatabase())
      if (!instance) return { isKept: false }
      const startedAt = performance.now()
      const until = startedAt + minutes * 60_000
      const failures: Record<string, number> = {}
      let requests = 0
      const loop = async (): Promise<void> => {
        while (performance.now() < until) {
          const issued = await instance.issue()
          const { token } = JSON.parse(issued.text || '{}') as { token?: string }
          const answers = [issued, await instance.lookUp(token ?? '')]
          for (const { status } of answers) if (status !== 200) failures[status] = (failures[status] ?? 0) + 1
          requests += answers.length
          await delay(20)
        }
      }
      const samples: Sample[] = []
      const watch = async (): Promise<void> => {
        while (performance.now() < until) {
          await delay(sampleMs)
          const minute = (performance.now() - startedAt) / 60_000
          if (minute > minutes / 5) samples.push({ minute, megabytes: await instance.memory() })
        }
      }
      await Promise.all([watch(), ...Array.from({ length: 10 }, loop)])
      const growth = slope(samples)
      const isKept = Object.keys(failures).length === 0 && growth <= 1
      const note = `${growth.toFixed(2)} MB a minute, ${Math.round(samples.at(-1)?.megabytes ?? 0)} MB at the end`
      return { isKept, requests, failures, note }
    },
  }
}

interface Sample {
  readonly minute: number
  readonly megabytes: number
}

/** Megabytes a minute, by the least squares. */
function slope(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, one) => sum + of(one), 0) / samples.length
  const [minute, megabytes] = [mean((one) => one.minute), mean((one) => one.megabytes)]
  const covariance = mean((one) => (one.minute - minute) * (one.megabytes - megabytes))
  return covariance / mean((one) => (one.minute - minute) ** 2)
}
