import { Link, Redirect, Route, Switch } from 'wouter'
import { AccessKeyPage } from './access-keys/access-key-page.js'
import { AccessKeysPage } from './access-keys/access-keys-page.js'
import { AuditPage } from './audit/audit-page.js'
import { BrokerUserPage } from './broker-users/broker-user-page.js'
import { BrokerUsersPage } from './broker-users/broker-users-page.js'
import { GatewayTokenPage } from './gateway-tokens/gateway-token-page.js'
import { GatewayTokensPage } from './gateway-tokens/gateway-tokens-page.js'
import { Page } from './layout/page.js'
import { LeakedPage } from './leaked/leaked-page.js'
import { OperatorsPage } from './operators/operators-page.js'
import { OverviewPage } from './overview/overview-page.js'
import { PartnerPage } from './partners/partner-page.js'
import { PartnersPage } from './partners/partners-page.js'
import { SecurityUserPage } from './security-users/security-user-page.js'
import { SecurityUsersPage } from './security-users/security-users-page.js'

/** Which page an address shows. */
export function Pages() {
  return (
    <Switch>
      <Route path="/" component={OverviewPage} />
      <Route path="/partners" component={PartnersPage} />
      <Route path="/partners/:id">{({ id }) => <PartnerPage key={id} id={id} />}</Route>
      <Route path="/broker-users" component={BrokerUsersPage} />
      <Route path="/broker-users/:id">{({ id }) => <BrokerUserPage key={id} id={id} />}</Route>
      <Route path="/access-keys" component={AccessKeysPage} />
      <Route path="/access-keys/:id">{({ id }) => <AccessKeyPage key={id} id={id} />}</Route>
      <Route path="/security-users" component={SecurityUsersPage} />
      <Route path="/security-users/:uid">{({ uid }) => <SecurityUserPage key={uid} uid={uid} />}</Route>
      <Route path="/gateway-tokens" component={GatewayTokensPage} />
      <Route path="/gateway-tokens/:link">{({ link }) => <GatewayTokenPage key={link} tokenLink={link} />}</Route>
      <Route path="/audit" component={AuditPage} />
      <Route path="/leaked" component={LeakedPage} />
      <Route path="/operators" component={OperatorsPage} />
      {/* Where the identity provider leads back to: somebody has signed in with a key instead. */}
      <Route path="/signed-in">
        <Redirect to="/" replace />
      </Route>
      <Route>
        <Page title="Not found">
          <p>
            The console has no page with this address. <Link href="/">Back to the overview</Link>
          </p>
        </Page>
      </Route>
    </Switch>
  )
}
