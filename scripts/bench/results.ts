import type { Work } from './contestant.js'
import { ratios } from './ratios.js'
import type { Sample } from './rounds.js'
import { type Spread, spreadOf } from './spread.js'

/** What the rounds gave, and the questions that are asked of it. */
export class Results {
  constructor(readonly samples: readonly Sample[]) {}

  /** In order of the rounds. */
  of(work: Work, name: string, connections: number): Sample[] {
    return this.samples.filter(
      (one) => one.contestant.work === work && one.contestant.name === name && one.connections === connections,
    )
  }

  /** Rates of one contestant over those of another, round by round; `NaN` where one of them did not take part. */
  ratio(work: Work, name: string, other: string, connections: number, otherWork = work): Spread {
    const rates = (samples: Sample[]): number[] => samples.map(({ rate }) => rate)
    return spreadOf(ratios(rates(this.of(work, name, connections)), rates(this.of(otherWork, other, connections))))
  }

  /** The median over the rounds. */
  median(work: Work, name: string, connections: number, figure: (sample: Sample) => number): number {
    return spreadOf(this.of(work, name, connections).map(figure)).median
  }
}
