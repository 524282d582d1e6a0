/** `2024-01-26 14:54:46`: MySQL's format, in UTC, fractions of a second cut off. */
export function formatDateTime(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ')
}
