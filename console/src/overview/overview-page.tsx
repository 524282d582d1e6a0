import { Page } from '../layout/page.js'
import { SigningKeys } from './signing-keys.js'

/** What an operator looks at first. */
export function OverviewPage() {
  return (
    <Page title="Overview">
      <div className="stack">
        <SigningKeys />
      </div>
    </Page>
  )
}
