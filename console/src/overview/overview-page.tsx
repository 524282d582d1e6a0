import { useQuery } from '@tanstack/react-query'
import { expectSuccess } from '../api/api-problem.js'
import { Page } from '../layout/page.js'
import { useOperator } from '../session/session.js'
import { Loading, ProblemNotice } from '../ui/notices.js'
import { Panel } from '../ui/panel.js'
import { Counts } from './counts.js'
import { Findings } from './findings.js'
import { SignInChart } from './sign-in-chart.js'
import { SigningKeys } from './signing-keys.js'

/** How often the numbers are read anew, in milliseconds. */
const refreshMs = 30_000

/** What an operator looks at first. */
export function OverviewPage() {
  const { client } = useOperator()
  const { data, error, refetch } = useQuery({
    queryKey: ['/overview'],
    queryFn: ({ signal }) => expectSuccess(client.getOverview({ signal })),
    refetchInterval: refreshMs,
  })
  return (
    <Page title="Overview">
      <div className="stack">
        {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {!error && !data && <Loading what="Counts" />}
        {data && (
          <>
            <Counts overview={data} />
            <Panel title="Sign-ins of the last 24 hours">
              <SignInChart signIns={data.signIns} at={data.at} />
            </Panel>
          </>
        )}
        <div className="columns">
          <Findings />
          {data && <SigningKeys keys={data.signingKeys} />}
        </div>
      </div>
    </Page>
  )
}
