import { useState } from 'react'
import { Link } from 'wouter'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { createdColumn, lastUseColumn, partnerColumn } from '../list/columns.js'
import { type ListDefinition, queryOf } from '../list/definition.js'
import { ListView } from '../list/list-view.js'
import { StateBadge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { CreateBrokerUser } from './create-broker-user.js'

export type BrokerUser = components['schemas']['BrokerUser']

const stateOf = ({ active }: BrokerUser): string => (active ? 'active' : 'inactive')

export const brokerUsers: ListDefinition<BrokerUser> = {
  path: '/broker-users',
  title: 'Broker users',
  description:
    'Brokers get a token with their hash and secret at POST /api/token, and with it the tokens of their accounts.',
  searchHint: 'Name, id, account, last characters',
  states: ['active', 'inactive'],
  hasPartner: true,
  keyOf: ({ id }) => id,
  columns: [
    {
      header: 'Name',
      className: 'cell-name',
      sort: 'name',
      cell: ({ id, name, hashHint }) => (
        <>
          <Link href={`/broker-users/${id}`}>{name}</Link>
          <div className="cell-sub mono">hash …{hashHint}</div>
        </>
      ),
      text: ({ name }) => name,
    },
    { header: 'State', cell: (user) => <StateBadge state={stateOf(user)} />, text: stateOf },
    partnerColumn,
    {
      header: 'Accounts',
      from: 'wide',
      className: 'cell-name',
      cell: ({ accounts }) => accounts.map(({ name }) => name).join(', ') || <span className="cell-sub">–</span>,
      text: ({ accounts }) => accounts.map(({ name }) => name).join('; '),
    },
    lastUseColumn,
    createdColumn,
  ],
  empty: 'There is no broker user yet. Create one, and hand over the hash and the secret.',
  load: (client, request, signal) => expectSuccess(client.listBrokerUsers({ query: queryOf(request), signal })),
}

export function BrokerUsersPage() {
  const [isCreating, setIsCreating] = useState(false)
  return (
    <>
      <ListView
        definition={brokerUsers}
        actions={
          <Button kind="primary" onPress={() => setIsCreating(true)}>
            Create a broker user
          </Button>
        }
      />
      {isCreating && <CreateBrokerUser partnerId={null} onClose={() => setIsCreating(false)} />}
    </>
  )
}
