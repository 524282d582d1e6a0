/** Reads a time that the contract has validated. `null` and an absent one stay what they are. */
export function toDate<Absent extends null | undefined>(text: string | Absent): Date | Absent {
  return typeof text === 'string' ? new Date(text) : text
}
