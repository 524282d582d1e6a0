import { join } from 'node:path'
import {
  createAccessKey,
  createUser,
  issueToken,
  logIn,
  pairOf,
  refresh,
  revokeToken,
  rotateSecret,
  signIn,
} from './credentials.js'
import type { Fault, Outcome } from './fault.js'
import type { Instance } from './instance.js'

/** What is wrong after the next start, one name each. */
type Check = (instance: Instance) => Promise<string[]>

/** Makes a change whose answer is the last thing that happens. */
type Change = (instance: Instance) => Promise<Check>

const changes: readonly Change[] = [
  async (instance) => {
    const { token } = await issueToken(instance)
    return async (next) => ((await next.lookUp(token)).status === 200 ? [] : ['issued token lost'])
  },
  async (instance) => {
    const issued = await issueToken(instance)
    await revokeToken(instance, issued)
    return async (next) => ((await next.lookUp(issued.token)).status === 401 ? [] : ['revoked token back'])
  },
  async (instance) => {
    const used = pairOf(await signIn(instance, await createUser(instance)))
    const successor = pairOf(await refresh(instance, used))
    // The successor first: a used token that is sent again ends the session.
    return async (next) => [
      ...((await refresh(next, successor)).status === 200 ? [] : ['refreshed pair lost']),
      ...((await refresh(next, used)).status === 401 ? [] : ['used pair back']),
    ]
  },
  async (instance) => {
    const replaced = await createAccessKey(instance)
    const rotated = await rotateSecret(instance, replaced)
    return async (next) => [
      ...((await logIn(next, rotated)).status === 201 ? [] : ['rotated secret lost']),
      ...((await logIn(next, replaced)).status === 401 ? [] : ['replaced secret back']),
    ]
  },
]

/** A kill right after an answer, over and over: what was acknowledged has to be there after the next start. */
function killedAfterAnswer(database: 'PostgreSQL' | 'embedded'): Fault {
  return {
    name: `server killed right after a 200 (${database})`,
    promise: 'what was issued, revoked, refreshed or rotated stays so',
    async run(environment): Promise<Outcome> {
      const rounds = environment.isShort ? 4 : 20
      const env: Record<string, string> =
        database === 'PostgreSQL'
          ? { DATABASE_URL: await environment.createDatabase() }
          : { DATA_DIR: join(environment.directory, 'killed') }
      const wrong: string[] = []
      let instance = await (await environment.startInstance(env)).ready()
      for (let round = 0; round < rounds; round++) {
        const checks: Check[] = []
        // Each is the last one, before the kill, in every fourth round.
        for (const index of changes.keys()) checks.push(await changeAt(round + index)(instance))
        await instance.kill()
        instance = await (await environment.startInstance(env)).ready()
        for (const check of checks) wrong.push(...(await check(instance)))
      }
      const note = [`${rounds} kills, ${rounds * changes.length} changes`, ...wrong].join(', ')
      return { isKept: wrong.length === 0, lost: wrong.length, note }
    },
  }
}

function changeAt(index: number): Change {
  const change = changes[index % changes.length]
  if (!change) throw new Error(`no change ${index}`)
  return change
}

/** Kills of the server right after an answer. */
export const killFaults: readonly Fault[] = [killedAfterAnswer('PostgreSQL'), killedAfterAnswer('embedded')]
