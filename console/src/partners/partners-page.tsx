import { useState } from 'react'
import { Link } from 'wouter'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { createdColumn } from '../list/columns.js'
import { type ListDefinition, queryOf } from '../list/definition.js'
import { ListView } from '../list/list-view.js'
import { Button } from '../ui/button.js'
import { EditPartner } from './edit-partner.js'

export type Partner = components['schemas']['Partner']

export const partners: ListDefinition<Partner> = {
  path: '/partners',
  title: 'Partners',
  description: 'A partner has the credentials of all four kinds that belong to it. The server makes the ids.',
  searchHint: 'Name, contact, account, id',
  hasPartner: false,
  keyOf: ({ id }) => id,
  columns: [
    {
      header: 'Name',
      className: 'cell-name',
      sort: 'name',
      cell: ({ id, name }) => (
        <>
          <Link href={`/partners/${id}`}>{name}</Link>
          <div className="cell-sub mono">{id.slice(0, 8)}…</div>
        </>
      ),
      text: ({ name }) => name,
    },
    {
      header: 'Contacts',
      className: 'cell-name',
      cell: ({ contacts }) => contacts.map(({ email }) => email).join(', ') || <span className="cell-sub">–</span>,
      text: ({ contacts }) => contacts.map(({ name, email }) => `${name} <${email}>`).join('; '),
    },
    {
      header: 'Accounts',
      from: 'medium',
      className: 'cell-name',
      cell: ({ accounts }) => accounts.map(({ name }) => name).join(', '),
      text: ({ accounts }) => accounts.map(({ name }) => name).join('; '),
    },
    createdColumn,
  ],
  empty: 'There is no partner yet. Create one, then its credentials: nothing else needs an id from elsewhere.',
  load: (client, request, signal) => expectSuccess(client.listPartners({ query: queryOf(request), signal })),
}

export function PartnersPage() {
  const [isCreating, setIsCreating] = useState(false)
  return (
    <>
      <ListView
        definition={partners}
        actions={
          <Button kind="primary" onPress={() => setIsCreating(true)}>
            Create a partner
          </Button>
        }
      />
      {isCreating && <EditPartner partner={undefined} onClose={() => setIsCreating(false)} />}
    </>
  )
}
