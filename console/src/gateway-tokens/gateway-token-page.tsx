import { useState } from 'react'
import { expectSuccess } from '../api/api-problem.js'
import { SubjectEvents } from '../audit/subject-events.js'
import { Page } from '../layout/page.js'
import { PartnerField } from '../partners/partner-field.js'
import { PartnerName } from '../partners/partner-name.js'
import { useOperator } from '../session/session.js'
import { useAnnounce } from '../ui/announcer.js'
import { StateBadge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { Facts } from '../ui/facts.js'
import { TextField } from '../ui/fields.js'
import { FormDialog } from '../ui/form-dialog.js'
import { One } from '../ui/one.js'
import { Panel } from '../ui/panel.js'
import { Time } from '../ui/time.js'
import type { GatewayToken } from './gateway-tokens-page.js'

const parent = { path: '/gateway-tokens', name: 'Gateway tokens' }

export function GatewayTokenPage({ tokenLink }: { readonly tokenLink: string }) {
  return (
    <One
      parent={parent}
      what="Gateway token"
      id={tokenLink}
      load={(client, tokenLink, signal) =>
        expectSuccess(client.getGatewayTokenByLink({ params: { tokenLink }, signal }))
      }
    >
      {(token) => <GatewayTokenView token={token} />}
    </One>
  )
}

const nameOf = ({ description, hint }: GatewayToken): string => description || hint

function GatewayTokenView({ token }: { readonly token: GatewayToken }) {
  return (
    <Page
      title={nameOf(token)}
      parent={parent}
      mark={<StateBadge state={token.state} />}
      actions={<Actions token={token} />}
    >
      <div className="stack">
        <Panel title="Gateway token">
          <Facts
            facts={[
              ['Token', <code key="hint">{token.hint}</code>],
              ['Link', <code key="link">{token.tokenLink}</code>],
              ['Account', token.accountId],
              ['Partner', <PartnerName key="partner" id={token.partnerId} />],
              ['Kind of payment', token.tokenType],
              ['Source', token.source],
              ['Service', token.serviceExternalId && `${token.serviceExternalId} (${token.serviceMode})`],
              ['Created by', token.createdBy],
              ['Issued', <Time key="issued" at={token.issuedAt} />],
              ['Last use', <Time key="last" at={token.lastUsedAt} none="never" />],
              ['Revoked', token.revokedAt && <Time key="revoked" at={token.revokedAt} />],
            ]}
          />
        </Panel>
        <SubjectEvents subject={token.tokenLink} />
      </div>
    </Page>
  )
}

function Actions({ token }: { readonly token: GatewayToken }) {
  const { client, isAdmin } = useOperator()
  const [open, setOpen] = useState<'edit' | 'revoke'>()
  const close = () => setOpen(undefined)

  if (!isAdmin || token.state === 'revoked') return null
  return (
    <>
      <Button onPress={() => setOpen('edit')}>Edit</Button>
      <Button kind="danger" onPress={() => setOpen('revoke')}>
        Revoke
      </Button>
      {open === 'edit' && <EditGatewayToken token={token} onClose={close} />}
      {open === 'revoke' && (
        <ConfirmDialog
          title={`Revoke ${nameOf(token)}`}
          text="The token is refused from the next call on."
          actionLabel="Revoke"
          nameToType={nameOf(token)}
          onConfirm={() => expectSuccess(client.revokeGatewayTokenByLink({ params: { tokenLink: token.tokenLink } }))}
          done="The token was revoked."
          onClose={close}
        />
      )}
    </>
  )
}

function EditGatewayToken({ token, onClose }: { readonly token: GatewayToken; readonly onClose: () => void }) {
  const { client } = useOperator()
  const announce = useAnnounce()
  const [description, setDescription] = useState(token.description)
  const [partnerId, setPartnerId] = useState(token.partnerId)

  async function save(): Promise<void> {
    const body = { description, partnerId }
    await expectSuccess(client.updateGatewayToken({ params: { tokenLink: token.tokenLink }, body }))
    onClose()
    announce('The token was changed.')
  }

  return (
    <FormDialog title={`Edit ${nameOf(token)}`} submitLabel="Save" onClose={onClose} onSubmit={save}>
      {(errors) => (
        <>
          <TextField
            label="Description"
            value={description}
            onChange={setDescription}
            error={errors.description}
            autoFocus
          />
          <PartnerField label="Partner" value={partnerId} onChange={setPartnerId} none="None" />
        </>
      )}
    </FormDialog>
  )
}
