/** A time in UTC, as the command line shows it: `2026-01-15 10:00`. */
export function formatTime(iso: string | null): string {
  return iso === null ? '' : iso.slice(0, 16).replace('T', ' ')
}

/** @param none what stands for no time */
export function Time({ at, none = '–' }: { readonly at: string | null; readonly none?: string }) {
  if (at === null) return <span className="cell-sub">{none}</span>
  return (
    <time dateTime={at} title={`${formatTime(at)} UTC`} className="cell-short">
      {formatTime(at)}
    </time>
  )
}
