import { useState } from 'react'
import { Link } from 'wouter'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { lastUseColumn } from '../list/columns.js'
import { type ListDefinition, queryOf } from '../list/definition.js'
import { ListView } from '../list/list-view.js'
import { PartnerName } from '../partners/partner-name.js'
import { useOperator } from '../session/session.js'
import { useAnnounce } from '../ui/announcer.js'
import { StateBadge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { TextField } from '../ui/fields.js'
import { FormDialog } from '../ui/form-dialog.js'
import { formatTime, Time } from '../ui/time.js'
import { CreateGatewayToken } from './create-gateway-token.js'

export type GatewayToken = components['schemas']['GatewayToken']

export const gatewayTokens: ListDefinition<GatewayToken> = {
  path: '/gateway-tokens',
  title: 'Gateway tokens',
  description: 'Bearer tokens of gateway accounts, which services present with every call.',
  searchHint: 'Description, account, service, link, last characters',
  states: ['active', 'revoked'],
  hasPartner: true,
  keyOf: ({ tokenLink }) => tokenLink,
  columns: [
    {
      header: 'Description',
      className: 'cell-name',
      cell: ({ tokenLink, description, hint }) => (
        <>
          <Link href={`/gateway-tokens/${tokenLink}`}>{description || 'No description'}</Link>
          <div className="cell-sub mono">{hint}</div>
        </>
      ),
      text: ({ description }) => description,
    },
    { header: 'State', cell: ({ state }) => <StateBadge state={state} />, text: ({ state }) => state },
    {
      header: 'Account',
      from: 'medium',
      sort: 'accountId',
      className: 'cell-name',
      cell: ({ accountId }) => accountId,
      text: ({ accountId }) => accountId,
    },
    {
      header: 'Partner',
      from: 'wide',
      cell: ({ partnerId }) => <PartnerName id={partnerId} />,
      text: ({ partnerId }) => partnerId ?? '',
    },
    lastUseColumn,
    {
      header: 'Issued',
      from: 'wide',
      sort: 'createdAt',
      cell: ({ issuedAt }) => <Time at={issuedAt} />,
      text: ({ issuedAt }) => formatTime(issuedAt),
    },
  ],
  empty: 'There is no gateway token yet. Create one for an account, and hand it over.',
  load: (client, request, signal) => expectSuccess(client.searchGatewayTokens({ query: queryOf(request), signal })),
}

export function GatewayTokensPage() {
  const [open, setOpen] = useState<'create' | 'revokeAll'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <ListView
        definition={gatewayTokens}
        actions={
          <>
            <Button kind="danger" onPress={() => setOpen('revokeAll')}>
              Revoke all of an account
            </Button>
            <Button kind="primary" onPress={() => setOpen('create')}>
              Create a token
            </Button>
          </>
        }
      />
      {open === 'create' && <CreateGatewayToken partnerId={null} onClose={close} />}
      {open === 'revokeAll' && <RevokeAll onClose={close} />}
    </>
  )
}

/** Revokes every token of an account, however many there are: the server does some thousands with each call. */
function RevokeAll({ onClose }: { readonly onClose: () => void }) {
  const { client } = useOperator()
  const announce = useAnnounce()
  const [accountId, setAccountId] = useState('')
  const [revoked, setRevoked] = useState<number>()

  async function revokeAll(): Promise<void> {
    let total = 0
    let isMore = true
    while (isMore) {
      const { revoked: count, more } = await expectSuccess(client.revokeGatewayTokens({ body: { accountId } }))
      total += count
      isMore = more
      setRevoked(total)
    }
    onClose()
    announce(`${total} tokens of ${accountId} were revoked.`)
  }

  return (
    <FormDialog
      title="Revoke all tokens of an account"
      submitLabel="Revoke all"
      kind="danger"
      isDisabled={accountId === ''}
      onClose={onClose}
      onSubmit={revokeAll}
    >
      {(errors) => (
        <>
          <p>Every active token of the account is refused from the next call on. This cannot be undone.</p>
          <TextField
            label="Account"
            value={accountId}
            onChange={setAccountId}
            error={errors.accountId}
            hint="The whole id of the account, as it stands in the list."
            isRequired
            autoFocus
          />
          {revoked !== undefined && <p role="status">{revoked} tokens revoked …</p>}
        </>
      )}
    </FormDialog>
  )
}
