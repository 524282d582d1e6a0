import { percentile } from '../percentile.js'
import { send } from '../send.js'
import type { OldCredentials } from './old-installation.js'
import { servedBy } from './router.js'

/** What those who hold credentials of one kind saw. */
export interface Seen {
  readonly kind: string
  readonly rows: number
  readonly requests: number
  /** Answered by the new server. */
  readonly byNew: number
  /** How many of their credentials the new server has answered. */
  readonly used: number
  /** Answered other than a valid request is. */
  readonly refused: number
  /** Milliseconds of the first use at the new server, and of every later one. */
  readonly first: readonly number[]
  readonly later: readonly number[]
}

/** How many callers there are at a time. */
const lanes = 8

/** Those who hold the credentials, and go on calling until they are stopped. */
export class Callers {
  readonly #seen: (Mutable<Seen> & { readonly usedAtNew: Set<number> })[]
  readonly #running: Promise<unknown>
  #isOver = false
  readonly refusals: string[] = []

  constructor(
    readonly url: string,
    readonly credentials: readonly OldCredentials[],
  ) {
    this.#seen = credentials.map(({ kind, rows }) => ({
      kind,
      rows: rows.length,
      requests: 0,
      byNew: 0,
      used: 0,
      refused: 0,
      first: [],
      later: [],
      usedAtNew: new Set<number>(),
    }))
    this.#running = Promise.all(Array.from({ length: lanes }, (_, lane) => this.#call(lane)))
  }

  get seen(): readonly Seen[] {
    return this.#seen
  }

  /** Whether each credential that is presented was used at the new server. */
  get areThrough(): boolean {
    return this.credentials.every(({ requests }, index) => this.#seen[index]?.used === requests.length)
  }

  async stop(): Promise<void> {
    this.#isOver = true
    await this.#running
  }

  async #call(lane: number): Promise<void> {
    for (let turn = lane; !this.#isOver; turn += lanes) {
      const kind = turn % this.credentials.length
      const credentials = this.credentials[kind]
      const seen = this.#seen[kind]
      if (!credentials || !seen) continue
      const index = Math.floor(turn / this.credentials.length) % credentials.requests.length
      const prepared = credentials.requests[index] ?? {}
      const caller = String(index / credentials.requests.length)
      const started = performance.now()
      const reply = await send(this.url, { ...prepared, headers: { ...prepared.headers, 'x-caller': caller } })
      const text = await reply.text()
      const duration = performance.now() - started
      seen.requests++
      if (reply.headers.get(servedBy) === 'old') continue
      seen.byNew++
      if (reply.status !== credentials.status || !credentials.answer.test(text)) {
        seen.refused++
        if (this.refusals.length < 10) this.refusals.push(`${seen.kind}: ${reply.status} ${text.slice(0, 200)}`)
        continue
      }
      const durations = seen.usedAtNew.has(index) ? seen.later : seen.first
      durations.push(duration)
      seen.usedAtNew.add(index)
      seen.used = seen.usedAtNew.size
    }
  }
}

/** The median, in milliseconds. */
export function median(durations: readonly number[]): number {
  return percentile(Float64Array.from(durations).sort(), 0.5)
}

type Mutable<Shape> = {
  -readonly [Name in keyof Shape]: Shape[Name] extends readonly (infer Item)[] ? Item[] : Shape[Name]
}
