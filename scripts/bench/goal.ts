/** What a figure is held against. A missed goal is no failure of the command. */
export type Goal = {
  readonly what: string
  /** `NaN` where it was not measured in this run. */
  readonly measured: number
  /** Behind the figures, such as ` ms`. */
  readonly unit?: string
} & ({ readonly least: number } | { readonly most: number })

/** `undefined` where it was not measured. */
export function isMet(goal: Goal): boolean | undefined {
  if (Number.isNaN(goal.measured)) return undefined
  return 'least' in goal ? goal.measured >= goal.least : goal.measured <= goal.most
}
