import type { Work } from './contestant.js'
import type { Fixture } from './fixture.js'
import type { LoadOptions, LoadResult, Target } from './load.js'
import type { Workbench } from './workbench.js'

/** What an entrant is started with. */
export interface Field {
  readonly workbench: Workbench
  readonly fixture: Fixture
  /** The product's database, with the fixture in it. */
  readonly databaseUrl: string
}

/** How an entrant does one work: by answering requests, or in its own way. */
export type Performance = Omit<Target, 'url'> | ((options: LoadOptions) => Promise<LoadResult>)

/** An entrant that is ready. */
export interface Started {
  readonly pid: number
  readonly url: string
  readonly performances: Partial<Record<Work, Performance>>
}

/** Who takes part: a process, and the works that it does. */
export interface Entrant {
  readonly name: string
  readonly works: readonly Work[]
  readonly hasAftermath?: boolean
  /** Whether it is one of the packages that are installed apart. */
  readonly isPeer?: boolean
  readonly start: (field: Field) => Promise<Started>
}
