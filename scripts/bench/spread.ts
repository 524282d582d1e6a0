/** Several measurements of one thing. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** Leaves out what is `NaN`, a measurement without a result; `NaN` throughout where nothing is left. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((one, other) => one - other)
  const at = (index: number): number => sorted[index] ?? Number.NaN
  const middle = sorted.length / 2
  return {
    median: sorted.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2,
    min: at(0),
    max: at(sorted.length - 1),
  }
}
