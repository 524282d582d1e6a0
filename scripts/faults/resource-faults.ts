import { Agent, request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Environment } from './environment.js'
import type { Fault, Outcome } from './fault.js'
import type { Instance } from './instance.js'
import { underTraffic } from './traffic.js'

/** Fewer are refused at the start. */
const openFiles = 512

/** More clients than open files, each of which keeps its connection. */
const tooManyClients: Fault = {
  name: `${openFiles} open files, 700 clients`,
  promise: 'what is answered is 200 or 503, the log names the limit, ready once the clients have gone',
  async run(environment): Promise<Outcome> {
    const DATABASE_URL = await environment.createDatabase()
    const limited = ['bash', '-c', `ulimit -n ${openFiles}; exec "$0" "$@"`, process.execPath]
    const instance = await (await environment.startInstance({ DATABASE_URL }, limited)).ready()
    const { token } = JSON.parse((await instance.issue()).text) as { token: string }
    const agent = new Agent({ keepAlive: true, maxSockets: 700, maxFreeSockets: 700 })
    const counts: Record<number, number> = {}
    for (let wave = 0; wave < 5; wave++) {
      for (const status of await Promise.all(Array.from({ length: 700 }, () => lookUp(instance, token, agent)))) {
        counts[status] = (counts[status] ?? 0) + 1
      }
    }
    agent.destroy()
    await delay(200)
    const { 200: found = 0, 503: unavailable = 0, 0: refused = 0, ...failures } = counts
    const isNamed = instance.output.includes(`"openFilesLimit":${openFiles}`)
    const isReady = (await instance.call('/readyz')).status === 200
    const note = `${found} × 200, ${unavailable} × 503, ${refused} connections refused`
    return { isKept: Object.keys(failures).length === 0 && isNamed && isReady, requests: 3_500, failures, note }
  },
}

/** @returns the status; 0 without an answer */
function lookUp({ address }: Instance, token: string, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${token}` }
    request(`${address}/v1/api/auth`, { agent, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    })
      .on('error', () => resolve(0))
      .end()
  })
}

const smallHeap: Fault = {
  name: 'heap of 96 MB',
  promise: 'only 200, 429 and 503; a process that must end says why',
  async run(environment): Promise<Outcome> {
    const DATABASE_URL = await environment.createDatabase()
    const small = { DATABASE_URL, NODE_OPTIONS: '--max-old-space-size=96' }
    const instance = await (await environment.startInstance(small)).ready()
    const until = performance.now() + (environment.isShort ? 5_000 : 60_000)
    const failures: Record<string, number> = {}
    let requests = 0
    const loop = async (): Promise<void> => {
      while (performance.now() < until && instance.child.exitCode === null) {
        // A description of the greatest length: bodies that take memory.
        const { status } = await instance.issue('FAULTS', 'x'.repeat(255))
        requests++
        if (![200, 429, 503].includes(status)) failures[status] = (failures[status] ?? 0) + 1
      }
    }
    await Promise.all(Array.from({ length: 500 }, loop))
    const isAlive = instance.child.exitCode === null && instance.child.signalCode === null
    const isExplained = isAlive || /heap out of memory/i.test(instance.output)
    if (!isAlive) delete failures[0]
    const note = isAlive ? `${Math.round(await instance.memory())} MB` : 'the process ended'
    return { isKept: Object.keys(failures).length === 0 && isExplained, requests, failures, note }
  },
}

/** A process that does not run for a while, as on a machine that is suspended, or whose event loop is blocked. */
const frozenServer: Fault = {
  name: 'server frozen (SIGSTOP)',
  promise: 'the other one serves meanwhile; late answers, none wrong, back within 2 s, nothing lost',
  async run(environment): Promise<Outcome> {
    const instances = await environment.startPair(await environment.createDatabase())
    const [frozen] = instances
    const outcome = await underTraffic(instances, async () => {
      frozen?.child.kill('SIGSTOP')
      await delay(frozenMs(environment))
      frozen?.child.kill('SIGCONT')
    })
    const failures = Object.entries(outcome.failures ?? {}).filter(([kind]) => !kind.startsWith('slower'))
    const isKept = failures.length === 0 && outcome.lost === 0 && (outcome.recoverySeconds ?? 0) <= 2
    return { ...outcome, isKept, failures: Object.fromEntries(failures) }
  },
}

/** Longer than PostgreSQL lets a transaction idle. */
const frozenMs = ({ isShort }: Environment): number => (isShort ? 4_000 : 12_000)

/** Too little of something: open files, memory, processor. */
export const resourceFaults: readonly Fault[] = [tooManyClients, smallHeap, frozenServer]
