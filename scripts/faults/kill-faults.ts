import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
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
import { Traffic } from './traffic.js'

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

/** Calls at the same time, each on a connection. */
const loops = 4

/** One of two workers is killed while both serve, over and over. */
const killedWorker: Fault = {
  name: 'one of two workers killed',
  promise: 'only calls on its connections fail, nothing is lost, and it is replaced',
  async run(environment): Promise<Outcome> {
    const rounds = environment.isShort ? 2 : 10
    const DATABASE_URL = await environment.createDatabase()
    const instance = await (await environment.startInstance({ DATABASE_URL, WORKERS: '2' })).ready()
    await untilWorkers(instance, 2, 0)
    const traffic = new Traffic([instance], loops)
    for (let round = 0; round < rounds; round++) {
      await delay(1_000)
      const { pid } = instance.child
      const [worker] = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).split(' ')
      process.kill(Number(worker), 'SIGKILL')
      await untilWorkers(instance, 2, round + 1)
    }
    const lost = await traffic.end()
    const { requests, failures, slowestSeconds } = traffic
    const { 'no answer': unanswered = 0, ...others } = failures
    // Each loop, and the one that asks /readyz, has one call under way.
    const isKept = lost === 0 && unanswered <= rounds * (loops + 1) && Object.keys(others).length === 0
    return { isKept, requests, failures, lost, note: `${rounds} kills, slowest answer ${slowestSeconds.toFixed(2)} s` }
  },
}

/** Waits until so many workers serve, and so many have ended. */
async function untilWorkers(instance: Instance, serving: number, ended: number): Promise<void> {
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline) {
    const { text } = await instance.call('/metrics')
    const isThere = (name: string, value: number): boolean => text.includes(`\n${name} ${value}\n`)
    if (isThere('tokenwright_workers', serving) && isThere('tokenwright_worker_ends_total', ended)) return
    await delay(50)
  }
  throw new Error(`no ${serving} workers serve after ${ended} have ended: ${instance.output}`)
}

/** Kills of the server right after an answer, and of a worker. */
export const killFaults: readonly Fault[] = [
  killedAfterAnswer('PostgreSQL'),
  killedAfterAnswer('embedded'),
  killedWorker,
]
