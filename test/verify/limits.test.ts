import { test } from 'tap'
import { failureLimits } from '../../src/domain/failure-budgets/failure-limits.js'
import { allContracts } from '../../src/verify/contracts.js'
import type { Verification } from '../../src/verify/probe.js'
import { verify } from '../../src/verify/verify.js'
import { AlteringProxy } from '../support/altering-proxy.js'
import { startServer } from '../support/server.js'

/** More than the refusals of a verification, and few enough to be quick. */
const limit = { maxFailures: 300, windowSeconds: 60 }
const limits = Object.fromEntries(Object.keys(failureLimits).map((budget) => [budget, limit])) as typeof failureLimits

test('verify provokes limits where it is asked to, and holds the 429 against the contract', async (t) => {
  const { baseUrl } = await startServer(t, { now: new Date().toISOString(), failureLimits: limits })
  const proxy = await AlteringProxy.start(t, baseUrl)
  const verified = (name: string): Promise<Verification> => {
    const contract = allContracts().find((one) => one.name === name)
    if (!contract) throw new Error(`no contract ${name}`)
    return verify(contract, allContracts(), {
      base: proxy.baseUrl,
      timeoutMs: 30_000,
      maxRequests: 3000,
      surface: 'all',
      mayChange: true,
      ownValues: undefined,
      withLimits: true,
    })
  }
  // The operator's last: then no call of an operator is answered any more.
  for (const contract of allContracts().toSorted((one) => (one.name === 'operator' ? 1 : -1))) {
    const limited = Object.values(contract.operations).filter(({ replies }) => replies[429])
    if (limited.length === 0) continue
    await t.test(contract.name, async (t) => {
      const { checks } = await verified(contract.name)
      const found = checks.filter(({ kind }) => kind === 'limit')
      t.strictSame(found.map(({ operation }) => operation).sort(), limited.map(({ operationId }) => operationId).sort())
      t.strictSame(
        found.flatMap(({ operation, differences }) => differences.map((one) => [operation, one])),
        [],
      )
    })
  }
  await t.test('a 429 that says not how long is different', async (t) => {
    proxy.alter = ({ headers }) => delete headers['retry-after']
    const { checks } = await verified('partner-login')
    t.match(
      checks.filter(({ kind }) => kind === 'limit'),
      [{ outcome: 'failed', differences: [{ at: 'header Retry-After' }] }],
    )
  })
  await t.test('a server without a limit is different', async (t) => {
    proxy.alter = (answer) => {
      if (answer.status === 429) answer.status = 401
    }
    const { checks } = await verified('partner-login')
    t.match(
      checks.filter(({ kind }) => kind === 'limit'),
      [{ outcome: 'failed', differences: [{ at: 'status', expected: '429', actual: /^401 after \d+ failures$/ }] }],
    )
  })
})
