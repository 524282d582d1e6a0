import { useMemo } from 'react'
import { useSearchParams } from 'wouter'

/** Which events are shown. It stands in the address. */
export interface AuditFilters {
  readonly subject: string
  readonly action: string
  /** A time that `<input type="datetime-local">` shows, read as UTC. */
  readonly since: string
  readonly isFollowing: boolean
}

export function useAuditFilters() {
  const [params, setParams] = useSearchParams()
  const filters = useMemo<AuditFilters>(
    () => ({
      subject: params.get('subject') ?? '',
      action: params.get('action') ?? '',
      since: params.get('since') ?? '',
      isFollowing: params.get('follow') === '1',
    }),
    [params],
  )

  function change(changed: Partial<AuditFilters>): void {
    const { isFollowing, ...rest } = { ...filters, ...changed }
    const entries = Object.entries(rest).filter(([, value]) => value !== '')
    setParams([...entries, ...(isFollowing ? [['follow', '1']] : [])] as [string, string][], { replace: true })
  }
  return { filters, change }
}

/** What the server is asked for. */
export function auditParameters({ subject, action, since }: AuditFilters) {
  return {
    ...(subject && { subject }),
    ...(action && { action: action as never }),
    ...(since && { since: `${since.slice(0, 16)}:00.000Z` }),
  }
}
