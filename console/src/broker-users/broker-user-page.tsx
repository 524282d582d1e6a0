import { expectSuccess } from '../api/api-problem.js'
import { SubjectEvents } from '../audit/subject-events.js'
import { Page } from '../layout/page.js'
import { PartnerName } from '../partners/partner-name.js'
import { TimeLine } from '../secrets/time-line.js'
import { StateBadge } from '../ui/badge.js'
import { Facts } from '../ui/facts.js'
import { One } from '../ui/one.js'
import { Panel } from '../ui/panel.js'
import { Time } from '../ui/time.js'
import { UsagePanel } from '../usage/usage-panel.js'
import { BrokerAccounts } from './broker-accounts.js'
import { BrokerUserActions } from './broker-user-actions.js'
import type { BrokerUser } from './broker-users-page.js'

const parent = { path: '/broker-users', name: 'Broker users' }

export function BrokerUserPage({ id }: { readonly id: string }) {
  return (
    <One
      parent={parent}
      what="Broker user"
      id={id}
      load={(client, id, signal) => expectSuccess(client.getBrokerUser({ params: { id }, signal }))}
    >
      {(user) => <BrokerUserView user={user} />}
    </One>
  )
}

function BrokerUserView({ user }: { readonly user: BrokerUser }) {
  return (
    <Page
      title={user.name}
      parent={parent}
      mark={<StateBadge state={user.active ? 'active' : 'inactive'} />}
      actions={<BrokerUserActions user={user} />}
    >
      <div className="stack">
        <div className="columns">
          <Panel title="Broker user">
            <Facts
              facts={[
                ['Id', <code key="id">{user.id}</code>],
                ['Hash', <code key="hash">…{user.hashHint}</code>],
                ['Partner', <PartnerName key="partner" id={user.partnerId} />],
                ['Last use', <Time key="last" at={user.lastUsedAt} none="never" />],
                ['Created', <Time key="created" at={user.createdAt} />],
              ]}
            />
          </Panel>
          <div className="stack">
            <Panel title="Secrets">
              <TimeLine secrets={user.secrets} now={Date.now()} />
            </Panel>
            <UsagePanel kind="broker-user" id={user.id} />
          </div>
        </div>
        <BrokerAccounts user={user} />
        <SubjectEvents subject={user.id} />
      </div>
    </Page>
  )
}
