import { useState } from 'react'
import { Link } from 'wouter'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { createdColumn, lastUseColumn, partnerColumn } from '../list/columns.js'
import { type ListDefinition, queryOf } from '../list/definition.js'
import { ListView } from '../list/list-view.js'
import { StateBadge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { formatTime, Time } from '../ui/time.js'
import { CreateAccessKey } from './create-access-key.js'

export type AccessKey = components['schemas']['AccessKey']

export const accessKeys: ListDefinition<AccessKey> = {
  path: '/access-keys',
  title: 'Access keys',
  description: 'Partners log in with an access key and its secret at POST /login.',
  searchHint: 'Name, key, id, last characters',
  states: ['pending', 'active', 'expired', 'revoked'],
  hasPartner: true,
  keyOf: ({ id }) => id,
  columns: [
    {
      header: 'Name',
      className: 'cell-name',
      sort: 'name',
      cell: ({ id, name, accessKey }) => (
        <>
          <Link href={`/access-keys/${id}`}>{name}</Link>
          <div className="cell-sub mono">{accessKey.slice(0, 12)}…</div>
        </>
      ),
      text: ({ name }) => name,
    },
    { header: 'State', cell: ({ state }) => <StateBadge state={state} />, text: ({ state }) => state },
    partnerColumn,
    {
      header: 'Roles',
      from: 'wide',
      cell: ({ roles }) => roles.join(', ') || <span className="cell-sub">–</span>,
      text: ({ roles }) => roles.join(' '),
    },
    {
      header: 'Expires',
      from: 'wide',
      cell: ({ expiresAt }) => <Time at={expiresAt} none="never" />,
      text: ({ expiresAt }) => formatTime(expiresAt),
    },
    lastUseColumn,
    createdColumn,
  ],
  empty: 'There is no access key yet. Create one for a partner, activate it, and hand over the key and its secret.',
  load: (client, request, signal) => expectSuccess(client.listAccessKeys({ query: queryOf(request), signal })),
}

export function AccessKeysPage() {
  const [isCreating, setIsCreating] = useState(false)
  return (
    <>
      <ListView
        definition={accessKeys}
        actions={
          <Button kind="primary" onPress={() => setIsCreating(true)}>
            Create an access key
          </Button>
        }
      />
      {isCreating && <CreateAccessKey partnerId={null} onClose={() => setIsCreating(false)} />}
    </>
  )
}
