import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { Router } from 'wouter'
import { ApiProblem } from './api/api-problem.js'
import { Layout } from './layout/layout.js'
import { Pages } from './pages.js'
import { SessionProvider, useSession } from './session/session.js'
import { SignInPage } from './session/sign-in-page.js'
import { Announcer } from './ui/announcer.js'

/** What was read is shown at once when a page is opened again, and read anew behind it. */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A refusal stays one; a network that was away may be back.
        retry: (failures, error) => failures < 2 && !(error instanceof ApiProblem && error.status < 500),
        refetchOnWindowFocus: false,
      },
    },
  })
}

export function App() {
  const [queryClient] = useState(createQueryClient)
  return (
    <QueryClientProvider client={queryClient}>
      <Router base="/console">
        <Announcer>
          <SessionProvider onEnd={() => queryClient.clear()}>
            <SignedInOrNot />
          </SessionProvider>
        </Announcer>
      </Router>
    </QueryClientProvider>
  )
}

function SignedInOrNot() {
  const { session } = useSession()
  if (!session) return <SignInPage />
  return (
    <Layout>
      <Pages />
    </Layout>
  )
}
