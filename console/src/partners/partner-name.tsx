import { Link } from 'wouter'
import { usePartner } from './use-partners.js'

/** The name of a partner, which leads to it. */
export function PartnerName({ id }: { readonly id: string | null }) {
  const { data } = usePartner(id)
  if (id === null) return <span className="cell-sub">–</span>
  return <Link href={`/partners/${id}`}>{data?.name ?? `${id.slice(0, 8)}…`}</Link>
}
