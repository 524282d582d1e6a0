import { prepareFixture } from '../fixture.js'
import { applyLoad, type LoadResult, type Target, tryOnce } from '../load.js'
import type { Report, Setting } from '../mode.js'
import { figure, printTable } from '../print.js'
import { startProduct } from '../product.js'
import { productTarget } from '../product-target.js'
import { post } from '../requests.js'
import { defaultRounds } from '../rounds.js'
import { spreadOf } from '../spread.js'

/** Logins under way: enough that some always wait for a processor, and few enough that their address is not blocked. */
const logins = 24
/** A second. More would block the address, and with it the logins that succeed. */
const wrongLogins = 1
/** Users who are tried with wrong passwords; the others log in. */
const guessed = 100

interface Round {
  readonly alone: LoadResult
  readonly flooded: LoadResult
  readonly right: LoadResult
  readonly wrong: LoadResult
}

/** The look-up alone, and while password logins take all processors. */
export async function flood({ workbench, options, progress }: Setting): Promise<Report> {
  const { rounds = defaultRounds, seconds, connections } = options
  const { fixture, databaseUrl } = await prepareFixture(workbench)
  const { url } = await startProduct(workbench, databaseUrl)
  const lookUp = productTarget(url, 'look-up', fixture)
  const right = productTarget(url, 'password', { ...fixture, users: fixture.users.slice(guessed) })
  const wrong: Target = {
    ...right,
    requests: fixture.users
      .slice(0, guessed)
      .map(({ username }) => post('/api/v2/auth/token', { username, password: 'not the password' })),
    status: 401,
    answer: /AUTH_1001/,
  }
  await tryOnce(lookUp)
  await tryOnce(right)

  const results: (Round & { readonly connections: number })[] = []
  for (const many of connections) {
    await applyLoad(lookUp, { connections: many, seconds: 1 })
    for (let round = 0; round < rounds; round++) {
      progress.update(round, rounds, `${many} connections`)
      const alone = await applyLoad(lookUp, { connections: many, seconds })
      const [flooded, rightOnes, wrongOnes] = await Promise.all([
        applyLoad(lookUp, { connections: many, seconds }),
        applyLoad(right, { connections: logins, seconds }),
        applyLoad(wrong, { connections: 1, seconds, rate: wrongLogins }),
      ])
      results.push({ connections: many, alone, flooded, right: rightOnes, wrong: wrongOnes })
    }
  }
  const parts = ['alone', 'flooded', 'right', 'wrong'] as const
  const names = {
    alone: 'look-up alone',
    flooded: 'look-up while logins flood',
    right: 'logins meanwhile, right passwords',
    wrong: `logins meanwhile, wrong passwords, ${wrongLogins} a second`,
  } as const satisfies Record<(typeof parts)[number], string>
  const lines = connections.flatMap((many) =>
    parts.map((part) => {
      const of = results.filter((round) => round.connections === many).map((round) => round[part])
      return {
        name: part === 'wrong' ? names[part] : `${names[part]}, ${part === 'right' ? logins : many} connections`,
        rate: spreadOf(of.map(({ rate }) => rate)),
        p50: spreadOf(of.map(({ p50 }) => p50)),
        p99: spreadOf(of.map(({ p99 }) => p99)),
        failed: of.reduce((sum, { unexpected, errors }) => sum + unexpected + errors, 0),
      }
    }),
  )
  return {
    results: lines,
    goals: connections.map((many) => ({
      what: `look-up under a flood of logins: times its p99 alone, ${many} connections`,
      most: 3,
      measured: spreadOf(
        results.filter((round) => round.connections === many).map(({ alone, flooded }) => flooded.p99 / alone.p99),
      ).median,
    })),
    print: () =>
      printTable<(typeof lines)[number]>(
        'The look-up while password logins take all processors',
        [
          { name: 'load', of: ({ name }) => name },
          { name: 'req/s', of: ({ rate }) => figure(rate.median, 0) },
          { name: 'p50 ms', of: ({ p50 }) => figure(p50.median) },
          { name: 'p99 ms', of: ({ p99 }) => figure(p99.median) },
          { name: 'min', of: ({ p99 }) => figure(p99.min) },
          { name: 'max', of: ({ p99 }) => figure(p99.max) },
          { name: 'failed', of: ({ failed }) => failed },
        ],
        lines,
      ),
  }
}
