import type { Environment } from './environment.js'

/** What came of one fault. Figures that a fault does not have are left out. */
export interface Outcome {
  readonly isKept: boolean
  readonly requests?: number
  /** Answers that the promise does not allow, by kind, such as `500` or `slower than 2.5 s`. */
  readonly failures?: Readonly<Record<string, number>>
  /** Acknowledged changes that are missing afterwards. */
  readonly lost?: number
  readonly recoverySeconds?: number
  /** What else was seen, in a few words. */
  readonly note?: string
}

export interface Fault {
  readonly name: string
  readonly promise: string
  run(environment: Environment): Promise<Outcome>
}
