/** A contestant's rate over another's, round by round: what happens on the machine meanwhile meets both. Rounds that one of them lacks are left out. */
export function ratios(rates: readonly number[], unit: readonly number[]): number[] {
  return rates.flatMap((rate, round) => {
    const one = unit[round]
    return one === undefined || one === 0 ? [] : [rate / one]
  })
}
