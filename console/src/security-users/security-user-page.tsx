import { expectSuccess } from '../api/api-problem.js'
import { SubjectEvents } from '../audit/subject-events.js'
import { Page } from '../layout/page.js'
import { PartnerName } from '../partners/partner-name.js'
import { StateBadge } from '../ui/badge.js'
import { Facts } from '../ui/facts.js'
import { One } from '../ui/one.js'
import { Panel } from '../ui/panel.js'
import { Time } from '../ui/time.js'
import { UsagePanel } from '../usage/usage-panel.js'
import { SecurityUserActions } from './security-user-actions.js'

const parent = { path: '/security-users', name: 'Security users' }

export function SecurityUserPage({ uid }: { readonly uid: string }) {
  return (
    <One
      parent={parent}
      what="User"
      id={uid}
      load={(client, uid, signal) => expectSuccess(client.getSecurityUser({ params: { uid }, signal }))}
    >
      {(user) => (
        <Page
          title={user.username}
          parent={parent}
          mark={<StateBadge state={user.active ? 'active' : 'inactive'} />}
          actions={<SecurityUserActions user={user} />}
        >
          <div className="stack">
            <div className="columns">
              <Panel title="User">
                <Facts
                  facts={[
                    ['User id (uid)', <code key="uid">{user.uid}</code>],
                    ['Customer id', <code key="customer">{user.customerId}</code>],
                    ['Partner', <PartnerName key="partner" id={user.partnerId} />],
                    ['Last use', <Time key="last" at={user.lastUsedAt} none="never" />],
                    ['Created', <Time key="created" at={user.createdAt} />],
                  ]}
                />
              </Panel>
              <UsagePanel kind="security-user" id={String(user.uid)} />
            </div>
            <SubjectEvents subject={String(user.uid)} />
          </div>
        </Page>
      )}
    </One>
  )
}
