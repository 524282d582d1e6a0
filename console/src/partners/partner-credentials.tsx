import { useQuery } from '@tanstack/react-query'
import { type ComponentType, useState } from 'react'
import { Link } from 'wouter'
import { accessKeys } from '../access-keys/access-keys-page.js'
import { CreateAccessKey } from '../access-keys/create-access-key.js'
import { brokerUsers } from '../broker-users/broker-users-page.js'
import { CreateBrokerUser } from '../broker-users/create-broker-user.js'
import { CreateGatewayToken } from '../gateway-tokens/create-gateway-token.js'
import { gatewayTokens } from '../gateway-tokens/gateway-tokens-page.js'
import type { ListDefinition } from '../list/definition.js'
import { ListTable } from '../list/list-table.js'
import { CreateSecurityUser } from '../security-users/create-security-user.js'
import { securityUsers } from '../security-users/security-users-page.js'
import { useOperator } from '../session/session.js'
import { Button } from '../ui/button.js'
import { Loading, ProblemNotice } from '../ui/notices.js'
import { Panel } from '../ui/panel.js'
import type { Partner } from './partners-page.js'

const limit = 20

/** The credentials of all kinds that belong to a partner. */
export function PartnerCredentials({ partner }: { readonly partner: Partner }) {
  return (
    <>
      <OfKind definition={brokerUsers} partner={partner} Create={CreateBrokerUser} />
      <OfKind definition={accessKeys} partner={partner} Create={CreateAccessKey} />
      <OfKind definition={securityUsers} partner={partner} Create={CreateSecurityUser} />
      <OfKind definition={gatewayTokens} partner={partner} Create={CreateGatewayToken} />
    </>
  )
}

interface OfKindProps<Item> {
  readonly definition: ListDefinition<Item>
  readonly partner: Partner
  readonly Create: ComponentType<{ readonly partnerId: string | null; readonly onClose: () => void }>
}

function OfKind<Item>({ definition, partner, Create }: OfKindProps<Item>) {
  const { client, isAdmin } = useOperator()
  const [isCreating, setIsCreating] = useState(false)
  const [sort, setSort] = useState('')
  const { path, title } = definition
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: [path, 'of', partner.id, sort],
    queryFn: ({ signal }) =>
      definition.load(client, { partnerId: partner.id, sort, limit, cursor: '', search: '', state: '' }, signal),
    placeholderData: (previous) => previous,
  })

  return (
    <Panel
      title={title}
      actions={
        <>
          {data?.nextCursor && <Link href={`${path}?partnerId=${partner.id}`}>All of them</Link>}
          {isAdmin && (
            <Button onPress={() => setIsCreating(true)} label={`Create one: ${title}`}>
              Create
            </Button>
          )}
        </>
      }
    >
      {error && <ProblemNotice error={error} />}
      {!error && !data && <Loading what={title} />}
      {data?.items.length === 0 && <p className="hint">None.</p>}
      {data && data.items.length > 0 && (
        <ListTable
          definition={definition}
          items={data.items}
          sort={sort}
          onSort={setSort}
          isStale={isPlaceholderData}
        />
      )}
      {isCreating && <Create partnerId={partner.id} onClose={() => setIsCreating(false)} />}
    </Panel>
  )
}
