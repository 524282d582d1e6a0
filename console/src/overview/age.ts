const dayMs = 86_400_000

/** How long ago something was, in days. */
export function formatAge(at: string, now: number): string {
  const days = Math.floor((now - Date.parse(at)) / dayMs)
  if (days < 1) return 'today'
  return days === 1 ? '1 day' : `${days} days`
}
