import { useState } from 'react'
import { Link } from 'wouter'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { createdColumn, lastUseColumn, partnerColumn } from '../list/columns.js'
import { type ListDefinition, queryOf } from '../list/definition.js'
import { ListView } from '../list/list-view.js'
import { StateBadge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { CreateSecurityUser } from './create-security-user.js'

export type SecurityUser = components['schemas']['SecurityUser']

const stateOf = ({ active }: SecurityUser): string => (active ? 'active' : 'inactive')

export const securityUsers: ListDefinition<SecurityUser> = {
  path: '/security-users',
  title: 'Security users',
  description: 'People sign in to the security management application with a user name and a password.',
  searchHint: 'E-mail, uid, customer id',
  states: ['active', 'inactive'],
  hasPartner: true,
  keyOf: ({ uid }) => String(uid),
  columns: [
    {
      header: 'User name',
      className: 'cell-name',
      sort: 'name',
      cell: ({ uid, username }) => (
        <>
          <Link href={`/security-users/${uid}`}>{username}</Link>
          <div className="cell-sub mono">uid {uid}</div>
        </>
      ),
      text: ({ username }) => username,
    },
    { header: 'State', cell: (user) => <StateBadge state={stateOf(user)} />, text: stateOf },
    partnerColumn,
    {
      header: 'Customer',
      from: 'wide',
      className: 'cell-short',
      cell: ({ customerId }) => <span className="mono">{customerId.slice(0, 8)}…</span>,
      text: ({ customerId }) => customerId,
    },
    lastUseColumn,
    createdColumn,
  ],
  empty: 'There is no user yet. Create one, and hand over the password.',
  load: (client, request, signal) => expectSuccess(client.listSecurityUsers({ query: queryOf(request), signal })),
}

export function SecurityUsersPage() {
  const [isCreating, setIsCreating] = useState(false)
  return (
    <>
      <ListView
        definition={securityUsers}
        actions={
          <Button kind="primary" onPress={() => setIsCreating(true)}>
            Create a user
          </Button>
        }
      />
      {isCreating && <CreateSecurityUser partnerId={null} onClose={() => setIsCreating(false)} />}
    </>
  )
}
