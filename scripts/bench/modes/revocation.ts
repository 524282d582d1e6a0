import { prepareFixture } from '../fixture.js'
import { applyLoad } from '../load.js'
import type { Report, Setting } from '../mode.js'
import { printTable } from '../print.js'
import { startProduct } from '../product.js'
import { productTarget } from '../product-target.js'
import { bearer, post } from '../requests.js'
import { send } from '../send.js'

const defaultRounds = 1_000
/** Rounds that are under way at a time. */
const lanes = 4
/** Background look-ups, on each instance. */
const background = 16

/** Issues a token at one instance and revokes it there; the other one has to accept it before and to refuse it right after. */
export async function revocation({ workbench, options, progress }: Setting): Promise<Report> {
  const { rounds = defaultRounds, seconds } = options
  const { fixture, databaseUrl } = await prepareFixture(workbench)
  const [one, other] = await Promise.all([startProduct(workbench, databaseUrl), startProduct(workbench, databaseUrl)])

  let isOver = false
  let lookUps = 0
  let failed = 0
  const load = Promise.all(
    [one, other].map(async ({ url }) => {
      const lookUp = productTarget(url, 'look-up', fixture)
      while (!isOver) {
        const result = await applyLoad(lookUp, { connections: background, seconds })
        lookUps += result.answers
        failed += result.unexpected + result.errors
      }
    }),
  )
  const wrong: string[] = []
  let begun = 0
  let done = 0
  async function lane(): Promise<void> {
    while (begun < rounds) {
      // An account of its own for each round: then its list has the link of the token.
      const account = `revocation-${begun++}`
      const complaint = await revokeOnce(one.url, other.url, account)
      if (complaint !== undefined) wrong.push(complaint)
      progress.update(++done, rounds, 'revoked')
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane))
  } finally {
    isOver = true
    await load
  }
  const result = {
    rounds: done,
    refusedAtOnce: done - wrong.length,
    wrong: wrong.slice(0, 10),
    backgroundLookUps: lookUps,
    backgroundFailed: failed,
  }
  return {
    results: result,
    goals: [
      {
        what: 'revoked tokens that another instance refuses on the next call',
        least: rounds,
        measured: result.refusedAtOnce,
      },
    ],
    print: () => {
      printTable<typeof result>(
        'Revocation, seen by another instance under load',
        [
          { name: 'rounds', of: ({ rounds }) => rounds },
          { name: 'refused at once', of: ({ refusedAtOnce }) => refusedAtOnce },
          { name: 'look-ups meanwhile', of: ({ backgroundLookUps }) => backgroundLookUps },
          { name: 'of them failed', of: ({ backgroundFailed }) => backgroundFailed },
        ],
        [result],
      )
      for (const line of result.wrong) console.log(line)
    },
  }
}

/** One token's life. @returns what was answered instead of what should be, without the token */
async function revokeOnce(one: string, other: string, account: string): Promise<string | undefined> {
  const issued = await send(one, post('/v1/frontend/auth', { account_id: account, description: 'Short-lived token' }))
  const { token } = (await issued.json()) as { token: string }
  const before = await send(other, bearer('/v1/api/auth', token))
  await before.text()
  if (before.status !== 200) return `before the revocation: ${before.status}`
  const list = await send(one, { path: `/v1/frontend/auth/${account}` })
  const { tokens } = (await list.json()) as { tokens: { token_link: string }[] }
  const link = tokens[0]?.token_link
  const revoked = await send(one, {
    ...post(`/v1/frontend/auth/${account}`, { token_link: link }),
    method: 'DELETE',
  })
  await revoked.text()
  if (revoked.status !== 200) return `the revocation: ${revoked.status}`
  const after = await send(other, bearer('/v1/api/auth', token))
  const text = await after.text()
  return after.status === 401 && text.includes('AUTH_TOKEN_REVOKED')
    ? undefined
    : `after the revocation: ${after.status}`
}
