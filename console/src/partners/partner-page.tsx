import { useState } from 'react'
import { useLocation } from 'wouter'
import { expectSuccess } from '../api/api-problem.js'
import { SubjectEvents } from '../audit/subject-events.js'
import { Page } from '../layout/page.js'
import { useOperator } from '../session/session.js'
import { Button } from '../ui/button.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { Facts } from '../ui/facts.js'
import { One } from '../ui/one.js'
import { Panel } from '../ui/panel.js'
import { Time } from '../ui/time.js'
import { EditPartner } from './edit-partner.js'
import { PartnerAccounts } from './partner-accounts.js'
import { PartnerCredentials } from './partner-credentials.js'
import type { Partner } from './partners-page.js'

const parent = { path: '/partners', name: 'Partners' }

export function PartnerPage({ id }: { readonly id: string }) {
  return (
    <One
      parent={parent}
      what="Partner"
      id={id}
      load={(client, id, signal) => expectSuccess(client.getPartner({ params: { id }, signal }))}
    >
      {(partner) => (
        <Page title={partner.name} parent={parent} actions={<Actions partner={partner} />}>
          <div className="stack">
            <div className="columns">
              <Panel title="Partner">
                <Facts
                  facts={[
                    ['Id', <code key="id">{partner.id}</code>],
                    ['Contacts', <Contacts key="contacts" contacts={partner.contacts} />],
                    ['Created', <Time key="created" at={partner.createdAt} />],
                  ]}
                />
              </Panel>
              <PartnerAccounts partner={partner} />
            </div>
            <PartnerCredentials partner={partner} />
            <SubjectEvents subject={partner.id} />
          </div>
        </Page>
      )}
    </One>
  )
}

function Contacts({ contacts }: Pick<Partner, 'contacts'>) {
  if (contacts.length === 0) return <span className="cell-sub">none</span>
  return contacts.map(({ name, email }) => (
    <div key={email}>
      {name} · <a href={`mailto:${encodeURIComponent(email)}`}>{email}</a>
    </div>
  ))
}

function Actions({ partner }: { readonly partner: Partner }) {
  const { client, isAdmin } = useOperator()
  const [, navigate] = useLocation()
  const [open, setOpen] = useState<'edit' | 'delete'>()
  const close = () => setOpen(undefined)

  if (!isAdmin) return null
  return (
    <>
      <Button onPress={() => setOpen('edit')}>Edit</Button>
      <Button kind="danger" onPress={() => setOpen('delete')}>
        Delete
      </Button>
      {open === 'edit' && <EditPartner partner={partner} onClose={close} />}
      {open === 'delete' && (
        <ConfirmDialog
          title={`Delete ${partner.name}`}
          text="A partner with credentials stays: they have to be deleted, or to leave it, before."
          actionLabel="Delete"
          nameToType={partner.name}
          onConfirm={async () => {
            await expectSuccess(client.deletePartner({ params: { id: partner.id } }))
            navigate('/partners')
          }}
          done={`${partner.name} was deleted.`}
          onClose={close}
        />
      )}
    </>
  )
}
