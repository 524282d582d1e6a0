import { InvalidArgumentError } from 'commander'

const form = /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|z|[+-]\d{2}:\d{2})?)?$/

/**
 * Reads a time for an option, ISO 8601: a day, or a day and a time. What names no offset is UTC, wherever the machine is.
 * @returns the time in UTC, as the operator API takes it
 */
export function parseMoment(text: string): string {
  const [, day = '', time = '00:00', offset = 'Z'] = form.exec(text) ?? []
  const moment = new Date(`${day}T${time}${offset.toUpperCase()}`)
  // JavaScript takes the 30th of February for the 2nd of March.
  if (Number.isNaN(moment.getTime()) || !new Date(`${day}T00:00Z`).toISOString().startsWith(day)) {
    throw new InvalidArgumentError('Write a time such as 2026-01-31 or 2026-01-31T18:00:00Z.')
  }
  return moment.toISOString()
}
