import type { LoadOptions, LoadResult } from './load.js'

/** The calls that are measured. */
export const works = ['look-up', 'unknown', 'malformed', 'mint', 'login', 'accounts', 'issue', 'password'] as const

export type Work = (typeof works)[number]

/** Somebody who does one of the works. */
export interface Contestant {
  readonly work: Work
  readonly name: string
  /** Whether it is what the others of this work are compared with. */
  readonly isUnit: boolean
  readonly pid: number
  /** More than that many connections are not asked for. */
  readonly mostConnections: number
  /** Writes in the background after a load; what comes next waits for it. */
  readonly hasAftermath: boolean
  readonly apply: (options: LoadOptions) => Promise<LoadResult>
}
