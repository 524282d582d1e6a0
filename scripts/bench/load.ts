import autocannon from 'autocannon'
import { systemRandom } from '../../src/crypto/random.js'
import { percentile } from './percentile.js'
import { send } from './send.js'
import { shuffled } from './shuffled.js'

/** Requests and the status that each is to be answered with. */
export interface Target {
  readonly url: string
  /** Sent in a random order, over and over. */
  readonly requests: readonly autocannon.Request[]
  readonly status: number
  /** Found in every good answer: some APIs answer a refusal with 200 as well. */
  readonly answer: RegExp
}

export interface LoadResult {
  /** Answers a second, as all that follows from the moment on at which every connection had one: to connect takes time of its own. */
  readonly rate: number
  readonly answers: number
  /** Milliseconds, to the microsecond: from the call that sends the request to the last byte of the answer. */
  readonly p50: number
  readonly p99: number
  readonly longest: number
  /** Answers of another status or with another text. */
  readonly unexpected: number
  /** Connections that broke and requests without an answer. */
  readonly errors: number
}

export interface LoadOptions {
  readonly connections: number
  readonly seconds: number
  /** Requests a second, over all connections; as many as possible where it is left out. */
  readonly rate?: number
}

/** How often autocannon looks whether the time is over, in milliseconds. */
const sampleInterval = 100

/** The part of the time after which is counted, though a connection has had no answer yet. */
const longestBeginning = 0.25

/** Keeps so many requests under way for so long. */
export async function applyLoad(target: Target, { connections, seconds, rate }: LoadOptions): Promise<LoadResult> {
  const shares = divide(shuffled(target.requests, systemRandom), connections)
  let next = 0
  // autocannon's own histogram has whole milliseconds.
  const durations: number[] = []
  const answered = new WeakSet<autocannon.Client>()
  let unanswered = connections
  let otherStatus = 0
  const begun = performance.now()
  let first = 0
  let last = 0
  const { errors, mismatches } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url: target.url,
        connections,
        duration: seconds,
        sampleInt: sampleInterval,
        ...(rate !== undefined && { overallRate: rate, ignoreCoordinatedOmission: true }),
        // Not the option `requests`, which is copied for every connection.
        verifyBody: (body) => target.answer.test(String(body)),
        setupClient: (client) => client.setRequests(shares[next++ % shares.length] ?? []),
      },
      (error: Error | null, result) => (error ? reject(error) : resolve(result)),
    )
    run.on('response', (client, status, _bytes, duration) => {
      if (status !== target.status) otherStatus++
      last = performance.now()
      if (first > 0) durations.push(duration)
      else {
        if (!answered.has(client)) unanswered--
        answered.add(client)
        if (unanswered === 0 || last - begun > seconds * 1000 * longestBeginning) first = last
      }
    })
  })
  const sorted = Float64Array.from(durations).sort()
  return {
    rate: durations.length > 0 ? (durations.length * 1000) / (last - first) : 0,
    answers: durations.length,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    longest: percentile(sorted, 1),
    unexpected: Math.max(otherStatus, mismatches),
    errors,
  }
}

/** @throws where the first answer is not what the target is to answer */
export async function tryOnce({ url, requests, status, answer }: Target): Promise<void> {
  const [request] = requests
  if (!request) throw new Error(`there is no request for ${url}`)
  const reply = await send(url, request)
  const text = await reply.text()
  if (reply.status !== status || !answer.test(text)) {
    throw new Error(`${request.method} ${url}${request.path} answers ${reply.status} ${text.slice(0, 300)}`)
  }
}

/** Each connection repeats requests of its own; every request is somebody's where there are enough. */
function divide<Item>(items: readonly Item[], parts: number): Item[][] {
  const size = Math.max(1, Math.ceil(items.length / parts))
  return Array.from({ length: parts }, (_, part) => {
    const start = (part * size) % items.length
    return items.slice(start, start + size)
  })
}
