import { PartnerName } from '../partners/partner-name.js'
import { formatTime, Time } from '../ui/time.js'
import type { Column } from './definition.js'

/** To whom a credential belongs. */
export const partnerColumn: Column<{ readonly partnerId: string | null }> = {
  header: 'Partner',
  from: 'medium',
  cell: ({ partnerId }) => <PartnerName id={partnerId} />,
  text: ({ partnerId }) => partnerId ?? '',
}

/** When a credential was last used. */
export const lastUseColumn: Column<{ readonly lastUsedAt: string | null }> = {
  header: 'Last use',
  from: 'medium',
  sort: 'lastUsedAt',
  cell: ({ lastUsedAt }) => <Time at={lastUsedAt} none="never" />,
  text: ({ lastUsedAt }) => formatTime(lastUsedAt),
}

/** When a thing was created. */
export const createdColumn: Column<{ readonly createdAt: string }> = {
  header: 'Created',
  from: 'wide',
  sort: 'createdAt',
  cell: ({ createdAt }) => <Time at={createdAt} />,
  text: ({ createdAt }) => formatTime(createdAt),
}
